import Mathlib.Algebra.BigOperators.Fin
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.Ring
import Ledger.Definitions

/-!
# Distributions on two states: the witnesses of the controls
-/

namespace Ledger

/-- Mass `a` on the first of two states, `1 - a` on the second. -/
noncomputable def coin (a : ℝ) (i : Fin 2) : ℝ := if i = 0 then a else 1 - a

theorem coin_zero (a : ℝ) : coin a 0 = a := by
  unfold coin
  exact if_pos rfl

theorem coin_one (a : ℝ) : coin a 1 = 1 - a := by
  unfold coin
  exact if_neg (by decide)

theorem coin_distribution {a : ℝ} (h0 : 0 ≤ a) (h1 : a ≤ 1) : IsDistribution (coin a) := by
  have hzero : 0 ≤ coin a 0 := by
    rw [coin_zero]
    exact h0
  have hone : 0 ≤ coin a 1 := by
    rw [coin_one]
    linarith
  have hall : ∀ i : Fin 2, 0 ≤ coin a i := Fin.forall_fin_two.mpr ⟨hzero, hone⟩
  have hsum : ∑ i, coin a i = 1 := by
    rw [Fin.sum_univ_two, coin_zero, coin_one]
    ring
  exact ⟨hall, hsum⟩

theorem coin_positive {a : ℝ} (h0 : 0 < a) (h1 : a < 1) : IsPositive (coin a) := by
  have hzero : 0 < coin a 0 := by
    rw [coin_zero]
    exact h0
  have hone : 0 < coin a 1 := by
    rw [coin_one]
    linarith
  have hall : ∀ i : Fin 2, 0 < coin a i := Fin.forall_fin_two.mpr ⟨hzero, hone⟩
  exact hall

end Ledger
