import Ledger.Gibbs
import Ledger.Statements
import Ledger.TwoStates

/-!
# The KL-regularised optimum, and the DPO margin

With `m` the reference reweighted by `exp(r/β)`, normalised by `S`, mean reward less `β` times the
divergence from the reference is `β log S - β * divergence p m` for every distribution `p`.
-/

namespace Ledger

theorem reweighted_weight_positive {n : ℕ} (β : ℝ) (r : Fin n → ℝ) {ref : Fin n → ℝ}
    (hpos : IsPositive ref) : IsPositive (fun i => ref i * Real.exp (r i / β)) :=
  fun i => mul_pos (hpos i) (Real.exp_pos (r i / β))

theorem log_reweighted_weight {n : ℕ} (β : ℝ) (r : Fin n → ℝ) {ref : Fin n → ℝ}
    (hpos : IsPositive ref) (i : Fin n) :
    Real.log (ref i * Real.exp (r i / β)) = Real.log (ref i) + r i / β := by
  rw [Real.log_mul (hpos i).ne' (Real.exp_pos (r i / β)).ne', Real.log_exp]

theorem regularisedReward_eq {n : ℕ} (hn : 1 ≤ n) {β : ℝ} (hβ : 0 < β) (r : Fin n → ℝ)
    {ref : Fin n → ℝ} (hpos : IsPositive ref) {p : Fin n → ℝ} (hp : IsDistribution p) :
    regularisedReward β r ref p
      = β * Real.log (∑ j, ref j * Real.exp (r j / β))
        - β * divergence p (reweighted β r ref) := by
  have hinv : β * β⁻¹ = 1 := mul_inv_cancel₀ hβ.ne'
  have hlog : ∑ i, p i * Real.log (ref i * Real.exp (r i / β))
      = ∑ i, p i * Real.log (ref i) + β⁻¹ * mean p r := by
    have hterm : ∀ i ∈ Finset.univ, p i * Real.log (ref i * Real.exp (r i / β))
        = p i * Real.log (ref i) + β⁻¹ * (p i * r i) := by
      intro i _
      rw [log_reweighted_weight β r hpos i]
      ring
    unfold mean
    rw [Finset.sum_congr rfl hterm, Finset.sum_add_distrib, ← Finset.mul_sum]
  have hdiv : divergence p (reweighted β r ref)
      = ∑ i, p i * Real.log (p i) - ∑ i, p i * Real.log (ref i * Real.exp (r i / β))
        + Real.log (∑ j, ref j * Real.exp (r j / β)) :=
    divergence_normalise hn (reweighted_weight_positive β r hpos) hp
  unfold regularisedReward
  rw [hdiv, hlog, relativeEntropy_eq p hpos]
  linear_combination (-mean p r) * hinv

theorem reweighted_isUniqueMaximiser {n : ℕ} (hn : 1 ≤ n) {β : ℝ} (hβ : 0 < β)
    (r : Fin n → ℝ) {ref : Fin n → ℝ} (hpos : IsPositive ref) :
    IsUniqueMaximiser IsDistribution (regularisedReward β r ref) (reweighted β r ref) :=
  isUniqueMaximiser_of_divergence β (β * Real.log (∑ j, ref j * Real.exp (r j / β))) hβ
    (normalise_distribution hn (reweighted_weight_positive β r hpos)) (fun _ hp => hp)
    (normalise_positive hn (reweighted_weight_positive β r hpos))
    (fun _ hp => regularisedReward_eq hn hβ r hpos hp)

/-- The optimum is the reference reweighted by `exp(r/β)`, and it is unique. -/
theorem kl_optimum : Statements.KLOptimum 1 := by
  intro n β r ref hn hβ _ hpos
  have e : 1 * β = β := one_mul β
  rw [e]
  exact reweighted_isUniqueMaximiser hn hβ r hpos

/-- Two unique maximisers of one functional are the same. -/
theorem eq_of_isUniqueMaximiser {n : ℕ} {C : (Fin n → ℝ) → Prop} {F : (Fin n → ℝ) → ℝ}
    {m₁ m₂ : Fin n → ℝ} (h₁ : IsUniqueMaximiser C F m₁) (h₂ : IsUniqueMaximiser C F m₂) :
    m₁ = m₂ := by
  have ha : F m₁ ≤ F m₂ := (h₂.2 m₁ h₁.1).1
  have hb : F m₂ ≤ F m₁ := (h₁.2 m₂ h₂.1).1
  exact (h₂.2 m₁ h₁.1).2 (le_antisymm ha hb)

/-- The logarithm of the optimum over the reference, up to a constant, is `r/β`. -/
theorem log_reweighted {n : ℕ} (hn : 1 ≤ n) (β : ℝ) (r : Fin n → ℝ) {ref : Fin n → ℝ}
    (hpos : IsPositive ref) (i : Fin n) :
    Real.log (reweighted β r ref i / ref i)
      = r i / β - Real.log (∑ j, ref j * Real.exp (r j / β)) := by
  have hw : IsPositive (fun j => ref j * Real.exp (r j / β)) :=
    reweighted_weight_positive β r hpos
  have hm : 0 < reweighted β r ref i := normalise_positive hn hw i
  have hlog : Real.log (reweighted β r ref i)
      = Real.log (ref i * Real.exp (r i / β)) - Real.log (∑ j, ref j * Real.exp (r j / β)) :=
    log_normalise hn hw i
  rw [Real.log_div hm.ne' (hpos i).ne', hlog, log_reweighted_weight β r hpos i]
  ring

theorem reweighted_margin {n : ℕ} (hn : 1 ≤ n) {β : ℝ} (hβ : 0 < β) (r : Fin n → ℝ)
    {ref : Fin n → ℝ} (hpos : IsPositive ref) (y₁ y₂ : Fin n) :
    β * (Real.log (reweighted β r ref y₁ / ref y₁) - Real.log (reweighted β r ref y₂ / ref y₂))
      = r y₁ - r y₂ := by
  have hinv : β * β⁻¹ = 1 := mul_inv_cancel₀ hβ.ne'
  rw [log_reweighted hn β r hpos y₁, log_reweighted hn β r hpos y₂]
  linear_combination (r y₁ - r y₂) * hinv

/-- The margin identity of DPO. -/
theorem dpo_margin : Statements.DPOMargin 1 := by
  intro n β r ref hn hβ _ hpos
  refine ⟨reweighted β r ref, reweighted_isUniqueMaximiser hn hβ r hpos,
    normalise_positive hn (reweighted_weight_positive β r hpos), fun y₁ y₂ => ?_⟩
  have e : 1 * β = β := one_mul β
  rw [e]
  exact reweighted_margin hn hβ r hpos y₁ y₂

/-- A fair coin as reference, a reward of 1 for the first state: the data of both controls. -/
theorem fair_distribution : IsDistribution (coin (1 / 2)) :=
  coin_distribution (by norm_num) (by norm_num)

theorem fair_positive : IsPositive (coin (1 / 2)) :=
  coin_positive (by norm_num) (by norm_num)

/-- The margin has the sign of `β`, not the other. -/
theorem dpo_margin_not_minus : ¬ Statements.DPOMargin (-1) := by
  intro h
  have h12 : 1 ≤ 2 := by omega
  obtain ⟨policy, hmax, _, hmargin⟩ :=
    h 2 1 (coin 1) (coin (1 / 2)) h12 one_pos fair_distribution fair_positive
  have hm : policy = reweighted 1 (coin 1) (coin (1 / 2)) :=
    eq_of_isUniqueMaximiser hmax (reweighted_isUniqueMaximiser h12 one_pos (coin 1) fair_positive)
  have hwrong : -1 * 1 * (Real.log (policy 0 / coin (1 / 2) 0)
      - Real.log (policy 1 / coin (1 / 2) 1)) = coin 1 0 - coin 1 1 := hmargin 0 1
  have hright : 1 * (Real.log (policy 0 / coin (1 / 2) 0)
      - Real.log (policy 1 / coin (1 / 2) 1)) = coin 1 0 - coin 1 1 := by
    rw [hm]
    exact reweighted_margin h12 one_pos (coin 1) fair_positive 0 1
  rw [coin_zero 1, coin_one 1] at hwrong hright
  linarith

/-- The optimum is not the reference reweighted by `exp(-r/β)`. -/
theorem kl_optimum_not_minus : ¬ Statements.KLOptimum (-1) := by
  intro h
  have h12 : 1 ≤ 2 := by omega
  have hminus : IsUniqueMaximiser IsDistribution (regularisedReward 1 (coin 1) (coin (1 / 2)))
      (reweighted (-1 * 1) (coin 1) (coin (1 / 2))) :=
    h 2 1 (coin 1) (coin (1 / 2)) h12 one_pos fair_distribution fair_positive
  have hplus : IsUniqueMaximiser IsDistribution (regularisedReward 1 (coin 1) (coin (1 / 2)))
      (reweighted 1 (coin 1) (coin (1 / 2))) :=
    reweighted_isUniqueMaximiser h12 one_pos (coin 1) fair_positive
  have hm : reweighted (-1 * 1) (coin 1) (coin (1 / 2)) = reweighted 1 (coin 1) (coin (1 / 2)) :=
    eq_of_isUniqueMaximiser hminus hplus
  have hright : Real.log (reweighted 1 (coin 1) (coin (1 / 2)) 0 / coin (1 / 2) 0)
      - Real.log (reweighted 1 (coin 1) (coin (1 / 2)) 1 / coin (1 / 2) 1)
      = coin 1 0 / 1 - coin 1 1 / 1 := by
    rw [log_reweighted h12 1 (coin 1) fair_positive 0,
      log_reweighted h12 1 (coin 1) fair_positive 1]
    ring
  have hwrong : Real.log (reweighted (-1 * 1) (coin 1) (coin (1 / 2)) 0 / coin (1 / 2) 0)
      - Real.log (reweighted (-1 * 1) (coin 1) (coin (1 / 2)) 1 / coin (1 / 2) 1)
      = coin 1 0 / (-1 * 1) - coin 1 1 / (-1 * 1) := by
    rw [log_reweighted h12 (-1 * 1) (coin 1) fair_positive 0,
      log_reweighted h12 (-1 * 1) (coin 1) fair_positive 1]
    ring
  rw [hm, hright, coin_zero, coin_one] at hwrong
  norm_num at hwrong

end Ledger
