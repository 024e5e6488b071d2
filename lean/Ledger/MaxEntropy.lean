import Mathlib.Algebra.BigOperators.Fin
import Mathlib.Tactic.NormNum
import Ledger.Gibbs
import Ledger.Moments
import Ledger.Statements

/-!
# The power law has the largest entropy for its mean of `log d`

For every distribution `p` on `1, …, N`, `entropy p = g * mean p log + log Z - divergence p m` with
`m = d^-g / Z`; among those with one and the same mean of `log d` the first two terms are constant.
-/

namespace Ledger

theorem weight_positive (g : ℝ) (N : ℕ) : IsPositive (fun i : Fin N => weight g i) :=
  fun i => weight_pos g i

theorem prob_eq_normalise (g : ℝ) (N : ℕ) :
    (fun i : Fin N => prob g N i) = normalise (fun i : Fin N => weight g i) := by
  funext i
  have hZ : Z g N = ∑ j : Fin N, weight g j := Finset.sum_range (fun j : ℕ => weight g j)
  change weight g i / Z g N = weight g i / ∑ j : Fin N, weight g j
  rw [hZ]

theorem entropy_eq_divergence (g : ℝ) {N : ℕ} (hN : 1 ≤ N) {p : Fin N → ℝ}
    (hp : IsDistribution p) :
    entropy p = g * mean p (fun i => Real.log (distance i))
      + Real.log (∑ j : Fin N, weight g j)
      - 1 * divergence p (normalise (fun i : Fin N => weight g i)) := by
  have hlog : ∑ i : Fin N, p i * Real.log (weight g i)
      = -g * mean p (fun i => Real.log (distance i)) := by
    have hterm : ∀ i ∈ (Finset.univ : Finset (Fin N)), p i * Real.log (weight g i)
        = -g * (p i * Real.log (distance i)) := by
      intro i _
      unfold weight
      rw [Real.log_exp]
      ring
    unfold mean
    rw [Finset.sum_congr rfl hterm, ← Finset.mul_sum]
  have hdiv : divergence p (normalise (fun i : Fin N => weight g i))
      = ∑ i, p i * Real.log (p i) - ∑ i : Fin N, p i * Real.log (weight g i)
        + Real.log (∑ j : Fin N, weight g j) :=
    divergence_normalise hN (weight_positive g N) hp
  rw [hdiv, hlog, entropy_eq]
  ring

/-- Among the distributions with the same mean of `log d`, `d^-g / Z` has the largest entropy, and
it alone. -/
theorem max_entropy : Statements.MaxEntropy 1 := by
  intro N g hN
  have key : ∀ m : Fin N → ℝ, m = normalise (fun i : Fin N => weight g i) →
      IsUniqueMaximiser
        (fun p : Fin N → ℝ => IsDistribution p ∧
          mean p (fun i : Fin N => Real.log (distance i))
            = mean m (fun i : Fin N => Real.log (distance i)))
        (fun p : Fin N → ℝ => 1 * entropy p) m := by
    intro m hm
    have hdistribution : IsDistribution m := by
      rw [hm]
      exact normalise_distribution hN (weight_positive g N)
    have hpositive : IsPositive m := by
      rw [hm]
      exact normalise_positive hN (weight_positive g N)
    have hvalue : ∀ p : Fin N → ℝ, (IsDistribution p ∧
          mean p (fun i : Fin N => Real.log (distance i))
            = mean m (fun i : Fin N => Real.log (distance i))) →
        1 * entropy p = g * mean m (fun i : Fin N => Real.log (distance i))
          + Real.log (∑ j : Fin N, weight g j) - 1 * divergence p m := by
      intro p hp
      have h : entropy p = g * mean p (fun i : Fin N => Real.log (distance i))
          + Real.log (∑ j : Fin N, weight g j)
          - 1 * divergence p (normalise (fun i : Fin N => weight g i)) :=
        entropy_eq_divergence g hN hp.1
      rw [← hm, hp.2] at h
      rw [one_mul, h]
    exact isUniqueMaximiser_of_divergence 1
      (g * mean m (fun i : Fin N => Real.log (distance i))
        + Real.log (∑ j : Fin N, weight g j)) one_pos ⟨hdistribution, rfl⟩ (fun _ hp => hp.1)
      hpositive hvalue
  exact key (fun i : Fin N => prob g N i) (prob_eq_normalise g N)

/-- What maximises a functional and its negative is the only point. -/
theorem eq_of_maximises_both {n : ℕ} {C : (Fin n → ℝ) → Prop} {F G : (Fin n → ℝ) → ℝ}
    {m p : Fin n → ℝ} (hF : IsUniqueMaximiser C F m) (hG : IsUniqueMaximiser C G m)
    (hFG : ∀ q, G q = -F q) (hp : C p) : p = m := by
  have h1 : F p ≤ F m := (hF.2 p hp).1
  have h2 : G p ≤ G m := (hG.2 p hp).1
  rw [hFG m, hFG p] at h2
  exact (hF.2 p hp).2 (by linarith)

theorem sum_range_three (f : ℕ → ℝ) : ∑ i ∈ Finset.range 3, f i = f 0 + f 1 + f 2 := by
  simp only [Finset.sum_range_succ, Finset.sum_range_zero, zero_add]

/-- The uniform distribution on three states, moved along the direction that changes neither the
sum nor the mean of `log d`. -/
noncomputable def moved (i : ℕ) : ℝ :=
  if i = 0 then 1 / 3 + (Real.log 2 - Real.log 3) / 8
  else if i = 1 then 1 / 3 + Real.log 3 / 8
  else 1 / 3 - Real.log 2 / 8

theorem moved_zero : moved 0 = 1 / 3 + (Real.log 2 - Real.log 3) / 8 := by
  unfold moved
  exact if_pos rfl

theorem moved_one : moved 1 = 1 / 3 + Real.log 3 / 8 := by
  have h : ¬ ((1 : ℕ) = 0) := by decide
  unfold moved
  rw [if_neg h]
  exact if_pos rfl

theorem moved_two : moved 2 = 1 / 3 - Real.log 2 / 8 := by
  have h : ¬ ((2 : ℕ) = 0) := by decide
  have h' : ¬ ((2 : ℕ) = 1) := by decide
  unfold moved
  rw [if_neg h]
  exact if_neg h'

theorem prob_zero_three (i : ℕ) : prob 0 3 i = 1 / 3 := by
  have hw : ∀ j : ℕ, weight 0 j = 1 := by
    intro j
    unfold weight
    rw [neg_zero, zero_mul, Real.exp_zero]
  have hZ : Z 0 3 = 3 := by
    unfold Z
    rw [sum_range_three (weight 0), hw 0, hw 1, hw 2]
    norm_num
  unfold prob
  rw [hw i, hZ]

theorem log_distance_zero : Real.log (distance 0) = 0 := by
  have h : distance 0 = 1 := by
    unfold distance
    norm_num
  rw [h, Real.log_one]

theorem log_distance_one : Real.log (distance 1) = Real.log 2 := by
  have h : distance 1 = 2 := by
    unfold distance
    norm_num
  rw [h]

theorem log_distance_two : Real.log (distance 2) = Real.log 3 := by
  have h : distance 2 = 3 := by
    unfold distance
    norm_num
  rw [h]

/-- The mean of `log d` over three states, written out. -/
theorem mean_log_three (f : ℕ → ℝ) :
    mean (fun i : Fin 3 => f i) (fun i : Fin 3 => Real.log (distance i))
      = f 1 * Real.log 2 + f 2 * Real.log 3 := by
  have h1 : ∑ i ∈ Finset.range 3, f i * Real.log (distance i)
      = ∑ i : Fin 3, f i * Real.log (distance i) :=
    Finset.sum_range (fun i => f i * Real.log (distance i))
  have h2 : ∑ i ∈ Finset.range 3, f i * Real.log (distance i)
      = f 0 * Real.log (distance 0) + f 1 * Real.log (distance 1) + f 2 * Real.log (distance 2) :=
    sum_range_three (fun i => f i * Real.log (distance i))
  have h3 : mean (fun i : Fin 3 => f i) (fun i : Fin 3 => Real.log (distance i))
      = f 0 * Real.log (distance 0) + f 1 * Real.log (distance 1) + f 2 * Real.log (distance 2) := by
    unfold mean
    exact h1.symm.trans h2
  rw [h3, log_distance_zero, log_distance_one, log_distance_two]
  ring

/-- Not so with the sign of the entropy reversed: at `N = 3`, `g = 0` the uniform distribution would
have both the largest and the smallest entropy, and so be the only one with its mean. -/
theorem max_entropy_not_minus : ¬ Statements.MaxEntropy (-1) := by
  intro h
  have h13 : 1 ≤ 3 := by omega
  have hlog2 : 0 < Real.log 2 := Real.log_pos one_lt_two
  have hlog3 : 0 < Real.log 3 := Real.log_pos (by norm_num)
  have hlog2' : Real.log 2 ≤ 2 - 1 := Real.log_le_sub_one_of_pos (by norm_num)
  have hlog3' : Real.log 3 ≤ 3 - 1 := Real.log_le_sub_one_of_pos (by norm_num)
  have hnonneg : ∀ i : Fin 3, 0 ≤ moved i := by
    intro i
    have hlt : (i : ℕ) < 3 := i.isLt
    have hi : (i : ℕ) = 0 ∨ (i : ℕ) = 1 ∨ (i : ℕ) = 2 := by omega
    rcases hi with hi | hi | hi
    · rw [hi, moved_zero]
      linarith
    · rw [hi, moved_one]
      linarith
    · rw [hi, moved_two]
      linarith
  have hsum : ∑ i : Fin 3, moved i = 1 := by
    have e : ∑ i ∈ Finset.range 3, moved i = ∑ i : Fin 3, moved i := Finset.sum_range moved
    rw [← e, sum_range_three moved, moved_zero, moved_one, moved_two]
    ring
  have hmean : mean (fun i : Fin 3 => moved i) (fun i : Fin 3 => Real.log (distance i))
      = mean (fun i : Fin 3 => prob 0 3 i) (fun i : Fin 3 => Real.log (distance i)) := by
    rw [mean_log_three moved, mean_log_three (prob 0 3), moved_one, moved_two,
      prob_zero_three 1, prob_zero_three 2]
    ring
  have hF : IsUniqueMaximiser
      (fun p : Fin 3 → ℝ => IsDistribution p ∧
        mean p (fun i : Fin 3 => Real.log (distance i))
          = mean (fun i : Fin 3 => prob 0 3 i) (fun i : Fin 3 => Real.log (distance i)))
      (fun p : Fin 3 → ℝ => 1 * entropy p) (fun i : Fin 3 => prob 0 3 i) :=
    max_entropy 3 0 h13
  have hG : IsUniqueMaximiser
      (fun p : Fin 3 → ℝ => IsDistribution p ∧
        mean p (fun i : Fin 3 => Real.log (distance i))
          = mean (fun i : Fin 3 => prob 0 3 i) (fun i : Fin 3 => Real.log (distance i)))
      (fun p : Fin 3 → ℝ => -1 * entropy p) (fun i : Fin 3 => prob 0 3 i) :=
    h 3 0 h13
  have hFG : ∀ q : Fin 3 → ℝ, -1 * entropy q = -(1 * entropy q) := by
    intro q
    ring
  have hpm : (fun i : Fin 3 => moved i) = fun i : Fin 3 => prob 0 3 i :=
    eq_of_maximises_both hF hG hFG ⟨⟨hnonneg, hsum⟩, hmean⟩
  have h1 : moved 1 = prob 0 3 1 := congrFun hpm ⟨1, by omega⟩
  rw [moved_one, prob_zero_three 1] at h1
  linarith

end Ledger
