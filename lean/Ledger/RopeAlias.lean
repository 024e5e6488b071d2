import Mathlib.Analysis.Real.Pi.Irrational
import Mathlib.Data.Rat.Cast.CharZero
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.NormNum
import Mathlib.Tactic.Ring
import Ledger.Statements

/-!
# No two positions of the first plane are an exact alias

A whole number of steps of frequency 1 that is a whole number of turns would make `π` rational.
-/

namespace Ledger

theorem rope_no_exact_alias : Statements.NoExactAlias 1 := by
  intro r k hr h
  have h1 : (r : ℝ) = 2 * Real.pi * (k : ℝ) := by
    rw [← h, mul_one]
  have hk : k ≠ 0 := by
    intro hk0
    rw [hk0, Int.cast_zero, mul_zero] at h1
    exact hr (Int.cast_eq_zero.mp h1)
  have hkR : (k : ℝ) ≠ 0 := Int.cast_ne_zero.mpr hk
  have hden : (k : ℝ) + (k : ℝ) ≠ 0 := by
    intro h0
    exact hkR (by linarith)
  have hcast : (((r : ℚ) / ((k + k : ℤ) : ℚ) : ℚ) : ℝ) = (r : ℝ) / ((k : ℝ) + (k : ℝ)) := by
    have e1 : (((r : ℚ) / ((k + k : ℤ) : ℚ) : ℚ) : ℝ) = ((r : ℚ) : ℝ) / (((k + k : ℤ) : ℚ) : ℝ) :=
      Rat.cast_div (r : ℚ) ((k + k : ℤ) : ℚ)
    have e2 : ((r : ℚ) : ℝ) = (r : ℝ) := Rat.cast_intCast r
    have e3 : (((k + k : ℤ) : ℚ) : ℝ) = ((k + k : ℤ) : ℝ) := Rat.cast_intCast (k + k)
    have e4 : ((k + k : ℤ) : ℝ) = (k : ℝ) + (k : ℝ) := Int.cast_add k k
    rw [e1, e2, e3, e4]
  have hpi : (r : ℝ) / ((k : ℝ) + (k : ℝ)) = Real.pi := by
    rw [div_eq_iff hden, h1]
    ring
  have hmem : Real.pi ∈ Set.range (fun q : ℚ => (q : ℝ)) :=
    ⟨(r : ℚ) / ((k + k : ℤ) : ℚ), hcast.trans hpi⟩
  have hirrational : ¬ (Real.pi ∈ Set.range (fun q : ℚ => (q : ℝ))) := irrational_pi
  exact hirrational hmem

/-- At the frequency `π/2` four steps are one turn. -/
theorem rope_alias_at_half_pi : ¬ Statements.NoExactAlias halfPi := by
  intro h
  have e4 : ((4 : ℤ) : ℝ) = 4 := by norm_num
  have h4 : (4 : ℤ) ≠ 0 := by norm_num
  have e : ((4 : ℤ) : ℝ) * halfPi = 2 * Real.pi * ((1 : ℤ) : ℝ) := by
    unfold halfPi
    rw [e4, Int.cast_one]
    ring
  exact h 4 1 h4 e

end Ledger
