import Mathlib.Tactic.Linarith
import Mathlib.Tactic.LinearCombination
import Mathlib.Tactic.NormNum
import Mathlib.Tactic.Ring
import Ledger.Statements

/-!
# The slowest wavelength of RoPE

The wavelength of plane `i` is `2π θ^(2i/d_h)`; powers of `θ > 1` grow with the exponent, and the
last plane has the exponent `1 - 2/d_h`.
-/

namespace Ledger

theorem ropeWavelength_eq {θ : ℝ} (hθ : 1 < θ) (planes i : ℕ) :
    ropeWavelength θ planes i = 2 * Real.pi * θ ^ (2 * (i : ℝ) / (2 * (planes : ℝ))) := by
  have hθ0 : 0 ≤ θ := by linarith
  unfold ropeWavelength ropeFrequency
  rw [Real.rpow_neg hθ0, div_inv_eq_mul]

/-- The exponent of the last plane. -/
theorem last_exponent (j : ℕ) :
    2 * (j : ℝ) / (2 * ((j + 1 : ℕ) : ℝ)) = 1 - 2 / (2 * ((j + 1 : ℕ) : ℝ)) := by
  have hj : (0 : ℝ) ≤ (j : ℝ) := Nat.cast_nonneg j
  have hcast : ((j + 1 : ℕ) : ℝ) = (j : ℝ) + 1 := Nat.cast_add_one j
  have hne : 2 * ((j : ℝ) + 1) ≠ 0 := by
    intro h
    linarith
  have hinv : 2 * ((j : ℝ) + 1) * (2 * ((j : ℝ) + 1))⁻¹ = 1 := mul_inv_cancel₀ hne
  rw [hcast]
  linear_combination hinv

/-- For `θ > 1` the largest wavelength is `2π θ^(1 - 2/d_h)`, and every wavelength is below
`2πθ`. -/
theorem rope_slowest_wavelength : Statements.RopeSlowestWavelength 2 := by
  intro θ planes hθ hp
  obtain ⟨j, hj⟩ : ∃ j : ℕ, planes = j + 1 := ⟨planes - 1, by omega⟩
  subst hj
  have hpi : 0 < 2 * Real.pi := Real.two_pi_pos
  have hden : (0 : ℝ) < 2 * ((j + 1 : ℕ) : ℝ) :=
    mul_pos two_pos (Nat.cast_pos.mpr (Nat.succ_pos j))
  have hle : ∀ i : ℕ, i < j + 1 →
      ropeWavelength θ (j + 1) i
        ≤ 2 * Real.pi * θ ^ (1 - 2 / (2 * ((j + 1 : ℕ) : ℝ))) := by
    intro i hi
    have hij : (i : ℝ) ≤ (j : ℝ) := Nat.cast_le.mpr (Nat.le_of_lt_succ hi)
    have hexp : 2 * (i : ℝ) / (2 * ((j + 1 : ℕ) : ℝ)) ≤ 1 - 2 / (2 * ((j + 1 : ℕ) : ℝ)) := by
      rw [← last_exponent j]
      exact div_le_div_of_nonneg_right (by linarith) hden.le
    rw [ropeWavelength_eq hθ]
    exact mul_le_mul_of_nonneg_left (Real.rpow_le_rpow_of_exponent_le hθ.le hexp) hpi.le
  refine ⟨⟨j, Nat.lt_succ_self j, ?_⟩, hle, ?_⟩
  · rw [ropeWavelength_eq hθ, last_exponent j]
  · intro i hi
    have hpos : (0 : ℝ) < 2 / (2 * ((j + 1 : ℕ) : ℝ)) := div_pos two_pos hden
    have hlt : θ ^ (1 - 2 / (2 * ((j + 1 : ℕ) : ℝ))) < θ ^ (1 : ℝ) :=
      Real.rpow_lt_rpow_of_exponent_lt hθ (sub_lt_self 1 hpos)
    rw [Real.rpow_one] at hlt
    exact lt_of_le_of_lt (hle i hi) (mul_lt_mul_of_pos_left hlt hpi)

/-- The slowest wavelength is not `2πθ`. -/
theorem rope_slowest_not_two_pi_theta : ¬ Statements.RopeSlowestWavelength 0 := by
  intro h
  obtain ⟨⟨i, hi, heq⟩, _, hlt⟩ := h 2 1 one_lt_two Nat.zero_lt_one
  have h1 : ropeWavelength 2 1 i < 2 * Real.pi * 2 := hlt i hi
  rw [heq, zero_div, sub_zero, Real.rpow_one] at h1
  exact lt_irrefl _ h1

end Ledger
