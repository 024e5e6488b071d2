import Mathlib.Algebra.BigOperators.Field
import Mathlib.Algebra.Order.BigOperators.Group.Finset
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.LinearCombination
import Mathlib.Tactic.Ring
import Ledger.Definitions

/-!
# Moments of `log d` under `p(d) = d^-g / Z`

The mean and the variance of `log d` in terms of the moments `M_k`, the sums of `(log d)^k d^-g`;
no derivative and no limit. Used by `Ledger.FisherHeatCapacity` and `Ledger.HeatCapacityLimit`.
-/

namespace Ledger

/-- A sum of three multiples is the three multiples of the sums. -/
theorem sum_three {ι : Type} (s : Finset ι) (a b c : ℝ) (f g h : ι → ℝ) :
    ∑ i ∈ s, (a * f i + b * g i + c * h i)
      = a * ∑ i ∈ s, f i + b * ∑ i ∈ s, g i + c * ∑ i ∈ s, h i := by
  have ha : ∑ i ∈ s, a * f i = a * ∑ i ∈ s, f i := (Finset.mul_sum s f a).symm
  have hb : ∑ i ∈ s, b * g i = b * ∑ i ∈ s, g i := (Finset.mul_sum s g b).symm
  have hc : ∑ i ∈ s, c * h i = c * ∑ i ∈ s, h i := (Finset.mul_sum s h c).symm
  rw [Finset.sum_add_distrib, Finset.sum_add_distrib, ha, hb, hc]

theorem distance_pos (i : ℕ) : 0 < distance i := by
  have h : (0 : ℝ) ≤ (i : ℝ) := Nat.cast_nonneg i
  unfold distance
  linarith

theorem weight_pos (g : ℝ) (i : ℕ) : 0 < weight g i := by
  unfold weight
  exact Real.exp_pos _

theorem Z_pos (g : ℝ) {N : ℕ} (hN : 1 ≤ N) : 0 < Z g N := by
  have h0 : 0 ∈ Finset.range N := Finset.mem_range.mpr (by omega)
  unfold Z
  exact Finset.sum_pos (fun i _ => weight_pos g i) ⟨0, h0⟩

theorem prob_pos (g : ℝ) {N : ℕ} (hN : 1 ≤ N) (i : ℕ) : 0 < prob g N i := by
  unfold prob
  exact div_pos (weight_pos g i) (Z_pos g hN)

/-- The moment `M_k(g, N)`, the sum of `(log d)^k d^-g` over `d = 1, …, N`. -/
noncomputable def logMoment (k : ℕ) (g : ℝ) (N : ℕ) : ℝ :=
  ∑ i ∈ Finset.range N, Real.log (distance i) ^ k * weight g i

theorem Z_eq_logMoment (g : ℝ) (N : ℕ) : Z g N = logMoment 0 g N := by
  unfold Z logMoment
  refine Finset.sum_congr rfl (fun i _ => ?_)
  rw [pow_zero, one_mul]

/-- `E[log d] = M_1 / Z`. -/
theorem meanLog_eq (g : ℝ) (N : ℕ) : meanLog g N = logMoment 1 g N / Z g N := by
  have hterm : ∀ i ∈ Finset.range N, prob g N i * Real.log (distance i)
      = Real.log (distance i) ^ 1 * weight g i / Z g N := by
    intro i _
    unfold prob
    ring
  unfold meanLog logMoment
  rw [Finset.sum_div]
  exact Finset.sum_congr rfl hterm

/-- `Var(log d) = M_2 / Z - (M_1 / Z)^2`. -/
theorem varLog_eq (g : ℝ) {N : ℕ} (hN : 1 ≤ N) :
    varLog g N = logMoment 2 g N / Z g N - (logMoment 1 g N / Z g N) ^ 2 := by
  have hZ : Z g N * (Z g N)⁻¹ = 1 := mul_inv_cancel₀ (Z_pos g hN).ne'
  have hterm : ∀ i ∈ Finset.range N,
      prob g N i * (Real.log (distance i) - meanLog g N) ^ 2
        = (Z g N)⁻¹ * (Real.log (distance i) ^ 2 * weight g i)
          + (-(2 * meanLog g N * (Z g N)⁻¹)) * (Real.log (distance i) ^ 1 * weight g i)
          + (meanLog g N ^ 2 * (Z g N)⁻¹) * weight g i := by
    intro i _
    unfold prob
    ring
  have hsum : varLog g N
      = (Z g N)⁻¹ * logMoment 2 g N
        + (-(2 * meanLog g N * (Z g N)⁻¹)) * logMoment 1 g N
        + (meanLog g N ^ 2 * (Z g N)⁻¹) * Z g N := by
    have h1 : varLog g N = ∑ i ∈ Finset.range N,
        ((Z g N)⁻¹ * (Real.log (distance i) ^ 2 * weight g i)
          + (-(2 * meanLog g N * (Z g N)⁻¹)) * (Real.log (distance i) ^ 1 * weight g i)
          + (meanLog g N ^ 2 * (Z g N)⁻¹) * weight g i) := by
      unfold varLog
      exact Finset.sum_congr rfl hterm
    rw [h1]
    exact sum_three (Finset.range N) (Z g N)⁻¹ (-(2 * meanLog g N * (Z g N)⁻¹))
      (meanLog g N ^ 2 * (Z g N)⁻¹) (fun i => Real.log (distance i) ^ 2 * weight g i)
      (fun i => Real.log (distance i) ^ 1 * weight g i) (weight g)
  rw [hsum, meanLog_eq]
  linear_combination ((logMoment 1 g N / Z g N) ^ 2) * hZ

/-- On two or more distances the variance is not 0. -/
theorem varLog_pos (g : ℝ) {N : ℕ} (hN : 2 ≤ N) : 0 < varLog g N := by
  have hN1 : 1 ≤ N := by omega
  have h01 : distance 0 < distance 1 := by
    unfold distance
    norm_num
  have hlog : Real.log (distance 0) < Real.log (distance 1) := Real.log_lt_log (distance_pos 0) h01
  have hnonneg : ∀ i ∈ Finset.range N,
      0 ≤ prob g N i * (Real.log (distance i) - meanLog g N) ^ 2 :=
    fun i _ => mul_nonneg (prob_pos g hN1 i).le (sq_nonneg _)
  have hpos : ∀ i : ℕ, Real.log (distance i) - meanLog g N ≠ 0 →
      0 < prob g N i * (Real.log (distance i) - meanLog g N) ^ 2 :=
    fun i hi => mul_pos (prob_pos g hN1 i)
      (lt_of_le_of_ne (sq_nonneg _) (Ne.symm (pow_ne_zero 2 hi)))
  have h0 : 0 ∈ Finset.range N := Finset.mem_range.mpr (by omega)
  have h1 : 1 ∈ Finset.range N := Finset.mem_range.mpr (by omega)
  unfold varLog
  by_cases h : Real.log (distance 0) - meanLog g N = 0
  · have hne : Real.log (distance 1) - meanLog g N ≠ 0 := by
      intro h'
      linarith
    exact Finset.sum_pos' hnonneg ⟨1, h1, hpos 1 hne⟩
  · exact Finset.sum_pos' hnonneg ⟨0, h0, hpos 0 h⟩

end Ledger
