import Mathlib.Algebra.BigOperators.Ring.Finset
import Mathlib.Algebra.Order.BigOperators.Group.Finset
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.LinearCombination
import Mathlib.Tactic.NormNum
import Mathlib.Tactic.Ring
import Ledger.Statements
import Ledger.TwoStates

/-!
# Speculative decoding puts out the target's law

A drafted token is kept with probability `min(p, q)` in all; what is missing of `p` is
`max(p - q, 0)`, whose total is the probability of a rejection, so that the normalised residual
fills exactly the gap.
-/

namespace Ledger

/-- The probability that `x` is drafted and kept. -/
theorem kept {p q : ℝ} (hp : 0 ≤ p) (hq : 0 ≤ q) : q * acceptance p q = min p q := by
  unfold acceptance
  by_cases h : q = 0
  · rw [if_pos h, h, zero_mul, min_eq_right hp]
  · have hq0 : 0 < q := lt_of_le_of_ne hq (Ne.symm h)
    have hr : p / q * q = p := div_mul_cancel₀ p h
    rw [if_neg h]
    rcases le_total p q with hpq | hqp
    · have h1 : p / q ≤ 1 := (div_le_one hq0).mpr hpq
      rw [min_eq_right h1, min_eq_left hpq, mul_comm, hr]
    · have h1 : 1 ≤ p / q := (one_le_div hq0).mpr hqp
      rw [min_eq_left h1, min_eq_right hqp, mul_one]

/-- What is missing of `p`. -/
theorem missing (p q : ℝ) : positivePart p q = p - min p q := by
  unfold positivePart
  rcases le_total p q with hpq | hqp
  · have h : p - q ≤ 0 := sub_nonpos.mpr hpq
    rw [max_eq_right h, min_eq_left hpq, sub_self]
  · have h : 0 ≤ p - q := sub_nonneg.mpr hqp
    rw [max_eq_left h, min_eq_right hqp]

theorem missing_total {n : ℕ} {p : Fin n → ℝ} (hp : IsDistribution p) (q : Fin n → ℝ) :
    ∑ x, positivePart (p x) (q x) = 1 - ∑ x, min (p x) (q x) := by
  have hterm : ∀ x ∈ Finset.univ, positivePart (p x) (q x) = p x - min (p x) (q x) :=
    fun x _ => missing (p x) (q x)
  rw [Finset.sum_congr rfl hterm, Finset.sum_sub_distrib, hp.2]

theorem acceptanceProbability_eq {n : ℕ} {p q : Fin n → ℝ} (hp : IsDistribution p)
    (hq : IsDistribution q) : acceptanceProbability p q = ∑ x, min (p x) (q x) := by
  unfold acceptanceProbability
  exact Finset.sum_congr rfl (fun x _ => kept (hp.1 x) (hq.1 x))

theorem min_eq_half (a b : ℝ) : min a b = 1 / 2 * (a + b) - 1 / 2 * |a - b| := by
  rcases le_total a b with h | h
  · rw [min_eq_left h, abs_of_nonpos (sub_nonpos.mpr h)]
    ring
  · rw [min_eq_right h, abs_of_nonneg (sub_nonneg.mpr h)]
    ring

/-- The overlap of `p` and `q` is 1 less their total variation. -/
theorem overlap_eq {n : ℕ} {p q : Fin n → ℝ} (hp : IsDistribution p) (hq : IsDistribution q) :
    ∑ x, min (p x) (q x) = 1 - totalVariation p q := by
  have hterm : ∀ x ∈ Finset.univ, min (p x) (q x)
      = 1 / 2 * (p x + q x) - 1 / 2 * |p x - q x| :=
    fun x _ => min_eq_half (p x) (q x)
  have hhalf : ∑ x, 1 / 2 * (p x + q x) = 1 := by
    rw [← Finset.mul_sum, Finset.sum_add_distrib, hp.2, hq.2]
    norm_num
  unfold totalVariation
  rw [Finset.sum_congr rfl hterm, Finset.sum_sub_distrib, hhalf, ← Finset.mul_sum]

/-- The output law in two parts: kept, or rejected and replaced. -/
theorem speculativeLaw_eq {n : ℕ} (residual : ℝ → ℝ → ℝ) {p q : Fin n → ℝ}
    (fallback : Fin n → ℝ) (hp : IsDistribution p) (hq : IsDistribution q) (y : Fin n) :
    speculativeLaw residual p q fallback y
      = min (p y) (q y)
        + (1 - ∑ x, min (p x) (q x)) * replacement residual p q fallback y := by
  have hterm : ∀ x ∈ Finset.univ,
      q x * (acceptance (p x) (q x) * (if x = y then 1 else 0)
          + (1 - acceptance (p x) (q x)) * replacement residual p q fallback y)
        = (if x = y then min (p x) (q x) else 0)
          + (q x - min (p x) (q x)) * replacement residual p q fallback y := by
    intro x _
    have hk : q x * acceptance (p x) (q x) = min (p x) (q x) := kept (hp.1 x) (hq.1 x)
    by_cases h : x = y
    · rw [if_pos h, if_pos h]
      linear_combination (1 - replacement residual p q fallback y) * hk
    · rw [if_neg h, if_neg h]
      linear_combination (-replacement residual p q fallback y) * hk
  have hkept : ∑ x, (if x = y then min (p x) (q x) else 0) = min (p y) (q y) :=
    (Finset.sum_ite_eq' Finset.univ y (fun x => min (p x) (q x))).trans
      (if_pos (Finset.mem_univ y))
  have hlost : ∑ x, (q x - min (p x) (q x)) * replacement residual p q fallback y
      = (1 - ∑ x, min (p x) (q x)) * replacement residual p q fallback y := by
    rw [← Finset.sum_mul, Finset.sum_sub_distrib, hq.2]
  unfold speculativeLaw
  rw [Finset.sum_congr rfl hterm, Finset.sum_add_distrib, hkept, hlost]

theorem positivePart_nonneg (p q : ℝ) : 0 ≤ positivePart p q := by
  unfold positivePart
  exact le_max_right (p - q) 0

/-- The output law is the target's, and a drafted token is kept with probability `1 - TV`. -/
theorem speculative_exact : Statements.SpeculativeExact positivePart := by
  intro n p q fallback _ hp hq _
  refine ⟨fun y => ?_, ?_, acceptanceProbability_eq hp hq⟩
  · have htotal : ∑ x, positivePart (p x) (q x) = 1 - ∑ x, min (p x) (q x) := missing_total hp q
    rw [speculativeLaw_eq positivePart fallback hp hq y]
    unfold replacement
    by_cases h : ∑ x, positivePart (p x) (q x) = 0
    · have hall : ∀ x ∈ Finset.univ, positivePart (p x) (q x) = 0 :=
        (Finset.sum_eq_zero_iff_of_nonneg (fun x _ => positivePart_nonneg (p x) (q x))).mp h
      have hy : p y - min (p y) (q y) = 0 :=
        (missing (p y) (q y)).symm.trans (hall y (Finset.mem_univ y))
      rw [if_pos h, ← htotal, h, zero_mul, add_zero]
      linarith
    · have hinv : (∑ x, positivePart (p x) (q x)) * (∑ x, positivePart (p x) (q x))⁻¹ = 1 :=
        mul_inv_cancel₀ h
      rw [if_neg h, ← htotal, missing (p y) (q y)]
      linear_combination (p y - min (p y) (q y)) * hinv
  · rw [acceptanceProbability_eq hp hq]
    exact overlap_eq hp hq

/-- If the replacement is drawn from the target itself, a fair coin drafted by a coin that always
falls on the first side comes out with `3/4` on that side. -/
theorem target_law :
    speculativeLaw target (coin (1 / 2)) (coin 1) (coin 1) 0 = 3 / 4 := by
  have hp : IsDistribution (coin (1 / 2)) := coin_distribution (by norm_num) (by norm_num)
  have hq : IsDistribution (coin 1) := coin_distribution zero_le_one le_rfl
  have hp0 : coin (1 / 2) 0 = 1 / 2 := coin_zero (1 / 2)
  have hp1 : coin (1 / 2) 1 = 1 / 2 := by
    rw [coin_one]
    norm_num
  have hq0 : coin 1 0 = 1 := coin_zero 1
  have hq1 : coin 1 1 = 0 := by
    rw [coin_one, sub_self]
  have hmin0 : min ((1 : ℝ) / 2) 1 = 1 / 2 := min_eq_left (by norm_num)
  have hmin1 : min ((1 : ℝ) / 2) 0 = 0 := min_eq_right (by norm_num)
  have htotal : ∑ x, target (coin (1 / 2) x) (coin 1 x) = 1 := hp.2
  have hne : ¬ (∑ x, target (coin (1 / 2) x) (coin 1 x) = 0) := by
    rw [htotal]
    exact one_ne_zero
  have hrep : replacement target (coin (1 / 2)) (coin 1) (coin 1) 0 = 1 / 2 := by
    unfold replacement
    rw [if_neg hne, htotal, div_one]
    exact hp0
  rw [speculativeLaw_eq target (coin 1) hp hq 0, hrep, Fin.sum_univ_two, hp0, hp1, hq0, hq1,
    hmin0, hmin1]
  norm_num

/-- Not so if the replacement is drawn from the target instead of `max(p - q, 0)`. -/
theorem speculative_not_target : ¬ Statements.SpeculativeExact target := by
  intro h
  have h12 : 1 ≤ 2 := by omega
  have hp : IsDistribution (coin (1 / 2)) := coin_distribution (by norm_num) (by norm_num)
  have hq : IsDistribution (coin 1) := coin_distribution zero_le_one le_rfl
  have h1 : speculativeLaw target (coin (1 / 2)) (coin 1) (coin 1) 0 = coin (1 / 2) 0 :=
    (h 2 (coin (1 / 2)) (coin 1) (coin 1) h12 hp hq hq).1 0
  rw [target_law, coin_zero] at h1
  norm_num at h1

end Ledger
