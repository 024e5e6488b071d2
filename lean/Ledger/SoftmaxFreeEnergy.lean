import Ledger.Gibbs
import Ledger.Statements
import Ledger.TwoStates

/-!
# Softmax minimises the free energy

With `m = exp(-E/τ)/S`, the free energy `⟨E⟩ - τ * entropy` of a distribution `p` is
`τ * divergence p m - τ log S`; the Gibbs inequality gives the minimum and its uniqueness.
-/

namespace Ledger

theorem exp_weight_positive {n : ℕ} (τ : ℝ) (E : Fin n → ℝ) :
    IsPositive (fun i => Real.exp (-E i / τ)) :=
  fun i => Real.exp_pos (-E i / τ)

theorem free_energy_eq {n : ℕ} (hn : 1 ≤ n) {τ : ℝ} (hτ : 0 < τ) (E : Fin n → ℝ)
    {p : Fin n → ℝ} (hp : IsDistribution p) :
    mean p E - 1 * τ * entropy p
      = -(τ * Real.log (∑ j, Real.exp (-E j / τ))) + τ * divergence p (softmax τ E) := by
  have hinv : τ * τ⁻¹ = 1 := mul_inv_cancel₀ hτ.ne'
  have hlog : ∑ i, p i * Real.log (Real.exp (-E i / τ)) = -(τ⁻¹ * mean p E) := by
    have hterm : ∀ i ∈ Finset.univ, p i * Real.log (Real.exp (-E i / τ))
        = -τ⁻¹ * (p i * E i) := by
      intro i _
      rw [Real.log_exp]
      ring
    rw [Finset.sum_congr rfl hterm, ← Finset.mul_sum]
    unfold mean
    ring
  have hdiv : divergence p (softmax τ E)
      = ∑ i, p i * Real.log (p i) - ∑ i, p i * Real.log (Real.exp (-E i / τ))
        + Real.log (∑ j, Real.exp (-E j / τ)) :=
    divergence_normalise hn (exp_weight_positive τ E) hp
  rw [hdiv, hlog, entropy_eq]
  linear_combination (-mean p E) * hinv

/-- At every `τ > 0` softmax is the unique minimiser of `⟨E⟩ - τ * entropy`. -/
theorem softmax_free_energy : Statements.SoftmaxFreeEnergy 1 := by
  intro n τ E hn hτ
  exact isUniqueMinimiser_of_divergence τ (-(τ * Real.log (∑ j, Real.exp (-E j / τ)))) hτ
    (normalise_distribution hn (exp_weight_positive τ E)) (fun _ hp => hp)
    (normalise_positive hn (exp_weight_positive τ E))
    (fun _ hp => free_energy_eq hn hτ E hp)

/-- What minimises a functional and its negative is the only point. -/
theorem eq_of_minimises_both {n : ℕ} {C : (Fin n → ℝ) → Prop} {F G : (Fin n → ℝ) → ℝ}
    {m p : Fin n → ℝ} (hF : IsUniqueMinimiser C F m) (hG : IsUniqueMinimiser C G m)
    (hFG : ∀ q, G q = -F q) (hp : C p) : p = m := by
  have h1 : F m ≤ F p := (hF.2 p hp).1
  have h2 : G m ≤ G p := (hG.2 p hp).1
  rw [hFG m, hFG p] at h2
  exact (hF.2 p hp).2 (by linarith)

/-- Not so with the sign of the entropy reversed: for two states of equal energy the softmax would
have both the largest and the smallest entropy, and so be the only distribution. -/
theorem softmax_free_energy_not_minus : ¬ Statements.SoftmaxFreeEnergy (-1) := by
  intro h
  have h12 : 1 ≤ 2 := by omega
  have hF : IsUniqueMinimiser IsDistribution
      (fun p : Fin 2 → ℝ => mean p (fun _ => (0 : ℝ)) - 1 * 1 * entropy p)
      (softmax 1 (fun _ => (0 : ℝ))) :=
    softmax_free_energy 2 1 (fun _ => (0 : ℝ)) h12 one_pos
  have hG : IsUniqueMinimiser IsDistribution
      (fun p : Fin 2 → ℝ => mean p (fun _ => (0 : ℝ)) - -1 * 1 * entropy p)
      (softmax 1 (fun _ => (0 : ℝ))) :=
    h 2 1 (fun _ => (0 : ℝ)) h12 one_pos
  have hFG : ∀ q : Fin 2 → ℝ, mean q (fun _ => (0 : ℝ)) - -1 * 1 * entropy q
      = -(mean q (fun _ => (0 : ℝ)) - 1 * 1 * entropy q) := by
    intro q
    have hq : mean q (fun _ => (0 : ℝ)) = 0 := by
      unfold mean
      exact Finset.sum_eq_zero (fun i _ => mul_zero (q i))
    rw [hq]
    ring
  have h0 : coin 0 = softmax 1 (fun _ => (0 : ℝ)) :=
    eq_of_minimises_both hF hG hFG (coin_distribution le_rfl zero_le_one)
  have h1 : coin 1 = softmax 1 (fun _ => (0 : ℝ)) :=
    eq_of_minimises_both hF hG hFG (coin_distribution zero_le_one le_rfl)
  have h2 : coin 0 0 = coin 1 0 := congrFun (h0.trans h1.symm) 0
  rw [coin_zero, coin_zero] at h2
  exact zero_ne_one h2

end Ledger
