import Mathlib.Algebra.BigOperators.Field
import Mathlib.Algebra.Order.BigOperators.Group.Finset
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.LinearCombination
import Mathlib.Tactic.Ring
import Ledger.Definitions

/-!
# The Gibbs inequality, and what it gives about reweighted distributions

Term by term `p (log p - log m) ≥ p - m`, strictly unless `p = m`, since `log x ≤ x - 1`; summed
over a distribution `p` (which may have zeros) and a positive distribution `m`, this is the Gibbs
inequality. A functional that is `K - b * divergence p m` with `b > 0` therefore has its only
maximum at `m`. Free energy, entropy under a constraint and regularised reward are of this form.
-/

namespace Ledger

theorem xlogx_eq (x : ℝ) : xlogx x = x * Real.log x := by
  unfold xlogx
  by_cases h : x = 0
  · rw [if_pos h, h, zero_mul]
  · rw [if_neg h]

theorem xlogxy_eq (x : ℝ) {y : ℝ} (hy : 0 < y) :
    xlogxy x y = x * Real.log x - x * Real.log y := by
  unfold xlogxy
  by_cases h : x = 0
  · rw [if_pos h, h, zero_mul, zero_mul, sub_zero]
  · rw [if_neg h, Real.log_div h hy.ne', mul_sub]

/-- The divergence of `p` from a positive `m`, written without a quotient. -/
noncomputable def divergence {n : ℕ} (p m : Fin n → ℝ) : ℝ :=
  ∑ i, p i * (Real.log (p i) - Real.log (m i))

/-- The inequality for one term. -/
theorem gibbs_term_lt {p m : ℝ} (hp : 0 ≤ p) (hm : 0 < m) (hne : p ≠ m) :
    p - m < p * (Real.log p - Real.log m) := by
  by_cases h0 : p = 0
  · rw [h0, zero_mul]
    linarith
  · have hp0 : 0 < p := lt_of_le_of_ne hp (Ne.symm h0)
    have hr : m / p * p = m := div_mul_cancel₀ m h0
    have hr1 : m / p ≠ 1 := by
      intro h1
      rw [h1, one_mul] at hr
      exact hne hr
    have h1 : Real.log (m / p) < m / p - 1 := Real.log_lt_sub_one_of_pos (div_pos hm hp0) hr1
    have h2 : p * Real.log (m / p) < p * (m / p - 1) := mul_lt_mul_of_pos_left h1 hp0
    have h3 : p * (m / p - 1) = m - p := by linear_combination hr
    have h4 : p * Real.log (m / p) = -(p * (Real.log p - Real.log m)) := by
      rw [Real.log_div hm.ne' h0]
      ring
    rw [h3, h4] at h2
    linarith

theorem gibbs_term_le {p m : ℝ} (hp : 0 ≤ p) (hm : 0 < m) :
    p - m ≤ p * (Real.log p - Real.log m) := by
  by_cases h : p = m
  · have e : p * (Real.log p - Real.log m) = p - m := by
      rw [h, sub_self, sub_self, mul_zero]
    exact e.ge
  · exact (gibbs_term_lt hp hm h).le

theorem sum_sub_eq_zero {n : ℕ} {p m : Fin n → ℝ} (hp : IsDistribution p)
    (hm : IsDistribution m) : ∑ i, (p i - m i) = 0 := by
  rw [Finset.sum_sub_distrib, hp.2, hm.2, sub_self]

/-- The Gibbs inequality. -/
theorem divergence_nonneg {n : ℕ} {p m : Fin n → ℝ} (hp : IsDistribution p)
    (hm : IsDistribution m) (hpos : IsPositive m) : 0 ≤ divergence p m := by
  have h : ∑ i, (p i - m i) ≤ ∑ i, p i * (Real.log (p i) - Real.log (m i)) :=
    Finset.sum_le_sum (fun i _ => gibbs_term_le (hp.1 i) (hpos i))
  rw [sum_sub_eq_zero hp hm] at h
  exact h

/-- Its case of equality. -/
theorem eq_of_divergence_eq_zero {n : ℕ} {p m : Fin n → ℝ} (hp : IsDistribution p)
    (hm : IsDistribution m) (hpos : IsPositive m) (h0 : divergence p m = 0) : p = m := by
  by_contra hne
  obtain ⟨j, hj⟩ : ∃ j, p j ≠ m j := Function.ne_iff.mp hne
  have h : ∑ i, (p i - m i) < ∑ i, p i * (Real.log (p i) - Real.log (m i)) :=
    Finset.sum_lt_sum (fun i _ => gibbs_term_le (hp.1 i) (hpos i))
      ⟨j, Finset.mem_univ j, gibbs_term_lt (hp.1 j) (hpos j) hj⟩
  rw [sum_sub_eq_zero hp hm] at h
  have h' : 0 < divergence p m := h
  rw [h0] at h'
  exact lt_irrefl (0 : ℝ) h'

theorem divergence_self {n : ℕ} (m : Fin n → ℝ) : divergence m m = 0 := by
  unfold divergence
  refine Finset.sum_eq_zero (fun i _ => ?_)
  rw [sub_self, mul_zero]

/-- A functional that falls by `b` times the divergence from `m` has its only maximum at `m`. -/
theorem isUniqueMaximiser_of_divergence {n : ℕ} {C : (Fin n → ℝ) → Prop}
    {F : (Fin n → ℝ) → ℝ} {m : Fin n → ℝ} (b K : ℝ) (hb : 0 < b) (hCm : C m)
    (hC : ∀ p, C p → IsDistribution p) (hpos : IsPositive m)
    (hF : ∀ p, C p → F p = K - b * divergence p m) : IsUniqueMaximiser C F m := by
  have hFm : F m = K := by
    rw [hF m hCm, divergence_self, mul_zero, sub_zero]
  refine ⟨hCm, fun p hp => ?_⟩
  have hd : 0 ≤ divergence p m := divergence_nonneg (hC p hp) (hC m hCm) hpos
  have hbd : 0 ≤ b * divergence p m := mul_nonneg hb.le hd
  rw [hFm, hF p hp]
  refine ⟨by linarith, fun h => ?_⟩
  have hbd0 : b * divergence p m = 0 := by linarith
  have hd0 : divergence p m = 0 := (mul_eq_zero.mp hbd0).resolve_left hb.ne'
  exact eq_of_divergence_eq_zero (hC p hp) (hC m hCm) hpos hd0

/-- A functional that rises by `b` times the divergence from `m` has its only minimum at `m`. -/
theorem isUniqueMinimiser_of_divergence {n : ℕ} {C : (Fin n → ℝ) → Prop}
    {F : (Fin n → ℝ) → ℝ} {m : Fin n → ℝ} (b K : ℝ) (hb : 0 < b) (hCm : C m)
    (hC : ∀ p, C p → IsDistribution p) (hpos : IsPositive m)
    (hF : ∀ p, C p → F p = K + b * divergence p m) : IsUniqueMinimiser C F m := by
  have hFm : F m = K := by
    rw [hF m hCm, divergence_self, mul_zero, add_zero]
  refine ⟨hCm, fun p hp => ?_⟩
  have hd : 0 ≤ divergence p m := divergence_nonneg (hC p hp) (hC m hCm) hpos
  have hbd : 0 ≤ b * divergence p m := mul_nonneg hb.le hd
  rw [hFm, hF p hp]
  refine ⟨by linarith, fun h => ?_⟩
  have hbd0 : b * divergence p m = 0 := by linarith
  have hd0 : divergence p m = 0 := (mul_eq_zero.mp hbd0).resolve_left hb.ne'
  exact eq_of_divergence_eq_zero (hC p hp) (hC m hCm) hpos hd0

/-! ## Positive weights, normalised -/

theorem sum_weights_pos {n : ℕ} (hn : 1 ≤ n) {w : Fin n → ℝ} (hw : IsPositive w) :
    0 < ∑ j, w j :=
  Finset.sum_pos (fun i _ => hw i) ⟨⟨0, by omega⟩, Finset.mem_univ _⟩

theorem normalise_positive {n : ℕ} (hn : 1 ≤ n) {w : Fin n → ℝ} (hw : IsPositive w) :
    IsPositive (normalise w) := by
  intro i
  unfold normalise
  exact div_pos (hw i) (sum_weights_pos hn hw)

theorem normalise_distribution {n : ℕ} (hn : 1 ≤ n) {w : Fin n → ℝ} (hw : IsPositive w) :
    IsDistribution (normalise w) := by
  refine ⟨fun i => (normalise_positive hn hw i).le, ?_⟩
  unfold normalise
  rw [← Finset.sum_div]
  exact div_self (sum_weights_pos hn hw).ne'

theorem log_normalise {n : ℕ} (hn : 1 ≤ n) {w : Fin n → ℝ} (hw : IsPositive w) (i : Fin n) :
    Real.log (normalise w i) = Real.log (w i) - Real.log (∑ j, w j) := by
  unfold normalise
  exact Real.log_div (hw i).ne' (sum_weights_pos hn hw).ne'

/-- The divergence of a distribution from normalised weights. -/
theorem divergence_normalise {n : ℕ} (hn : 1 ≤ n) {w : Fin n → ℝ} (hw : IsPositive w)
    {p : Fin n → ℝ} (hp : IsDistribution p) :
    divergence p (normalise w)
      = ∑ i, p i * Real.log (p i) - ∑ i, p i * Real.log (w i) + Real.log (∑ j, w j) := by
  have hterm : ∀ i ∈ Finset.univ, p i * (Real.log (p i) - Real.log (normalise w i))
      = p i * Real.log (p i) - p i * Real.log (w i) + p i * Real.log (∑ j, w j) := by
    intro i _
    rw [log_normalise hn hw i]
    ring
  have hlast : ∑ i, p i * Real.log (∑ j, w j) = Real.log (∑ j, w j) := by
    rw [← Finset.sum_mul, hp.2, one_mul]
  unfold divergence
  rw [Finset.sum_congr rfl hterm, Finset.sum_add_distrib, Finset.sum_sub_distrib, hlast]

/-- The entropy, written without cases. -/
theorem entropy_eq {n : ℕ} (p : Fin n → ℝ) : entropy p = -∑ i, p i * Real.log (p i) := by
  have hterm : ∀ i ∈ Finset.univ, xlogx (p i) = p i * Real.log (p i) :=
    fun i _ => xlogx_eq (p i)
  unfold entropy
  rw [Finset.sum_congr rfl hterm]

/-- The divergence from a positive reference, written without cases. -/
theorem relativeEntropy_eq {n : ℕ} (p : Fin n → ℝ) {q : Fin n → ℝ} (hq : IsPositive q) :
    relativeEntropy p q = ∑ i, p i * Real.log (p i) - ∑ i, p i * Real.log (q i) := by
  have hterm : ∀ i ∈ Finset.univ, xlogxy (p i) (q i)
      = p i * Real.log (p i) - p i * Real.log (q i) :=
    fun i _ => xlogxy_eq (p i) (hq i)
  unfold relativeEntropy
  rw [Finset.sum_congr rfl hterm, Finset.sum_sub_distrib]

end Ledger
