import Mathlib.Analysis.SpecialFunctions.Log.Basic
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.LinearCombination
import Mathlib.Tactic.Ring

/-!
# One step of the logarithm: `1/(x+1) ≤ log(x+1) - log x ≤ 1/x`
-/

namespace Ledger

theorem log_step_le {x : ℝ} (hx : 0 < x) : Real.log (x + 1) - Real.log x ≤ x⁻¹ := by
  have hx1 : 0 < x + 1 := by linarith
  have h : Real.log ((x + 1) / x) ≤ (x + 1) / x - 1 :=
    Real.log_le_sub_one_of_pos (div_pos hx1 hx)
  have hinv : x * x⁻¹ = 1 := mul_inv_cancel₀ hx.ne'
  have e : (x + 1) / x - 1 = x⁻¹ := by linear_combination hinv
  rw [Real.log_div hx1.ne' hx.ne', e] at h
  exact h

theorem le_log_step {x : ℝ} (hx : 0 < x) : (x + 1)⁻¹ ≤ Real.log (x + 1) - Real.log x := by
  have hx1 : 0 < x + 1 := by linarith
  have h : Real.log (x / (x + 1)) ≤ x / (x + 1) - 1 :=
    Real.log_le_sub_one_of_pos (div_pos hx hx1)
  have hinv : (x + 1) * (x + 1)⁻¹ = 1 := mul_inv_cancel₀ hx1.ne'
  have e : x / (x + 1) - 1 = -(x + 1)⁻¹ := by linear_combination hinv
  rw [Real.log_div hx.ne' hx1.ne', e] at h
  have h' : -(-(x + 1)⁻¹) ≤ -(Real.log x - Real.log (x + 1)) := neg_le_neg h
  rw [neg_neg, neg_sub] at h'
  exact h'

end Ledger
