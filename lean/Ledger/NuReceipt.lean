import Mathlib.Tactic.Linarith
import Ledger.Statements

/-!
# What the identity of the ν receipt shows

`(-1/(2p)) * (2p) = -1` holds for every `p` but 0, so that it holds at `p = π` says nothing
about `π`.
-/

namespace Ledger

theorem receipt_identity (p : ℝ) (hp : p ≠ 0) : -1 / (2 * p) * (2 * p) = -1 :=
  div_mul_cancel₀ (-1) (mul_ne_zero two_ne_zero hp)

/-- The identity singles out the numbers other than 0: that is, nothing. -/
theorem nu_receipt_nonzero : Statements.NuReceipt nonzero := by
  intro p hp
  exact ⟨fun _ => hp, fun _ => receipt_identity p hp⟩

/-- Any set that the identity singles out has every `p ≠ 0` in it. -/
theorem nu_receipt_everything {D : ℝ → Prop} (h : Statements.NuReceipt D) (p : ℝ) (hp : p ≠ 0) :
    D p :=
  (h p hp).mp (receipt_identity p hp)

/-- The identity does not single out `π`: 1 is a solution too, and 1 is not `π`. -/
theorem nu_receipt_not_only_pi : ¬ Statements.NuReceipt only_pi := by
  intro h
  have h0 : only_pi 1 := nu_receipt_everything h 1 one_ne_zero
  have h1 : (1 : ℝ) = Real.pi := h0
  have h2 : (2 : ℝ) ≤ Real.pi := Real.two_le_pi
  linarith

end Ledger
