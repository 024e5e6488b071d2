import Mathlib.Algebra.BigOperators.Fin
import Mathlib.Logic.Equiv.Basic
import Mathlib.Tactic.NormNum
import Ledger.Statements
import Ledger.TwoStates

/-!
# Attention without mask and positions commutes with permutations of the tokens

Every sum over the tokens is a sum over the permuted tokens. With a causal mask the first token sees
itself alone, and exchanging two tokens shows the difference.
-/

namespace Ledger

/-- Without a mask attention is the mean of the values, weighted by the exponentials. -/
theorem attention_full {n dv : ℕ} (score : Fin n → Fin n → ℝ) (v : Fin n → Fin dv → ℝ)
    (i : Fin n) (c : Fin dv) :
    attention fullMask score v i c
      = (∑ j : Fin n, Real.exp (score i j) * v j c) / ∑ j : Fin n, Real.exp (score i j) := by
  have hmask : ∀ a b : ℕ, fullMask a b = true := fun _ _ => rfl
  have hnum : ∀ j ∈ (Finset.univ : Finset (Fin n)),
      (if fullMask i j = true then Real.exp (score i j) else 0) * v j c
        = Real.exp (score i j) * v j c := by
    intro j _
    rw [if_pos (hmask i j)]
  have hden : ∀ j ∈ (Finset.univ : Finset (Fin n)),
      (if fullMask i j = true then Real.exp (score i j) else 0) = Real.exp (score i j) := by
    intro j _
    rw [if_pos (hmask i j)]
  unfold attention
  rw [Finset.sum_congr rfl hnum, Finset.sum_congr rfl hden]

theorem attention_permute {n dv : ℕ} (score : Fin n → Fin n → ℝ) (v : Fin n → Fin dv → ℝ)
    (σ : Equiv.Perm (Fin n)) (i : Fin n) (c : Fin dv) :
    attention fullMask (fun a b => score (σ a) (σ b)) (fun b => v (σ b)) i c
      = attention fullMask score v (σ i) c := by
  have h1 : attention fullMask (fun a b => score (σ a) (σ b)) (fun b => v (σ b)) i c
      = (∑ j : Fin n, Real.exp (score (σ i) (σ j)) * v (σ j) c)
        / ∑ j : Fin n, Real.exp (score (σ i) (σ j)) :=
    attention_full (fun a b => score (σ a) (σ b)) (fun b => v (σ b)) i c
  have h2 : attention fullMask score v (σ i) c
      = (∑ j : Fin n, Real.exp (score (σ i) j) * v j c)
        / ∑ j : Fin n, Real.exp (score (σ i) j) := attention_full score v (σ i) c
  have hnum : ∑ j : Fin n, Real.exp (score (σ i) (σ j)) * v (σ j) c
      = ∑ j : Fin n, Real.exp (score (σ i) j) * v j c :=
    Equiv.sum_comp σ (fun j : Fin n => Real.exp (score (σ i) j) * v j c)
  have hden : ∑ j : Fin n, Real.exp (score (σ i) (σ j))
      = ∑ j : Fin n, Real.exp (score (σ i) j) :=
    Equiv.sum_comp σ (fun j : Fin n => Real.exp (score (σ i) j))
  rw [h1, h2, hnum, hden]

/-- Permuting the tokens permutes the outputs. -/
theorem attention_permutation : Statements.AttentionPermutes fullMask := by
  intro n d dk dv Wq Wk Wv X σ i c
  have h : attention fullMask
        (fun a b => (∑ e : Fin dk, (∑ f : Fin d, X (σ a) f * Wq f e)
          * (∑ f : Fin d, X (σ b) f * Wk f e)) / Real.sqrt (dk : ℝ))
        (fun b e => ∑ f : Fin d, X (σ b) f * Wv f e) i c
      = attention fullMask
        (fun a b => (∑ e : Fin dk, (∑ f : Fin d, X a f * Wq f e)
          * (∑ f : Fin d, X b f * Wk f e)) / Real.sqrt (dk : ℝ))
        (fun b e => ∑ f : Fin d, X b f * Wv f e) (σ i) c :=
    attention_permute
      (fun a b => (∑ e : Fin dk, (∑ f : Fin d, X a f * Wq f e)
        * (∑ f : Fin d, X b f * Wk f e)) / Real.sqrt (dk : ℝ))
      (fun b e => ∑ f : Fin d, X b f * Wv f e) σ i c
  unfold attentionHead
  exact h

/-- The head of the control: tokens of one coordinate, no query, the value the token itself. -/
noncomputable def causalHead (Y : Fin 2 → ℝ) (i : Fin 2) : ℝ :=
  attentionHead causalMask (fun (_ : Fin 1) (_ : Fin 0) => (0 : ℝ))
    (fun (_ : Fin 1) (_ : Fin 0) => (0 : ℝ)) (fun (_ : Fin 1) (_ : Fin 1) => (1 : ℝ))
    (fun (j : Fin 2) (_ : Fin 1) => Y j) i 0

theorem causalHead_eq (Y : Fin 2 → ℝ) (i : Fin 2) :
    causalHead Y i
      = (∑ j : Fin 2, (if causalMask i j = true then Real.exp 0 else 0) * Y j)
        / ∑ j : Fin 2, (if causalMask i j = true then Real.exp 0 else 0) := by
  have hunfold : causalHead Y i
      = attention causalMask (fun a b : Fin 2 =>
        (∑ _e : Fin 0, (∑ _f : Fin 1, Y a * (0 : ℝ)) * (∑ _f : Fin 1, Y b * (0 : ℝ)))
          / Real.sqrt ((0 : ℕ) : ℝ))
        (fun (b : Fin 2) (_ : Fin 1) => ∑ _f : Fin 1, Y b * (1 : ℝ)) i 0 := rfl
  have hscore : (fun a b : Fin 2 =>
      (∑ _e : Fin 0, (∑ _f : Fin 1, Y a * (0 : ℝ)) * (∑ _f : Fin 1, Y b * (0 : ℝ)))
        / Real.sqrt ((0 : ℕ) : ℝ)) = fun _ _ : Fin 2 => (0 : ℝ) := by
    funext a b
    rw [Fin.sum_univ_zero, zero_div]
  have hvalue : (fun (b : Fin 2) (_ : Fin 1) => ∑ _f : Fin 1, Y b * (1 : ℝ))
      = fun (b : Fin 2) (_ : Fin 1) => Y b := by
    funext b e
    rw [Fin.sum_univ_one, mul_one]
  have hplain : attention causalMask (fun a b : Fin 2 =>
        (∑ _e : Fin 0, (∑ _f : Fin 1, Y a * (0 : ℝ)) * (∑ _f : Fin 1, Y b * (0 : ℝ)))
          / Real.sqrt ((0 : ℕ) : ℝ))
        (fun (b : Fin 2) (_ : Fin 1) => ∑ _f : Fin 1, Y b * (1 : ℝ)) i 0
      = attention causalMask (fun _ _ : Fin 2 => (0 : ℝ)) (fun (b : Fin 2) (_ : Fin 1) => Y b)
        i 0 :=
    congrArg₂ (fun (S : Fin 2 → Fin 2 → ℝ) (V : Fin 2 → Fin 1 → ℝ) =>
      attention causalMask S V i 0) hscore hvalue
  have hsums : attention causalMask (fun _ _ : Fin 2 => (0 : ℝ))
        (fun (b : Fin 2) (_ : Fin 1) => Y b) i 0
      = (∑ j : Fin 2, (if causalMask i j = true then Real.exp 0 else 0) * Y j)
        / ∑ j : Fin 2, (if causalMask i j = true then Real.exp 0 else 0) := rfl
  exact hunfold.trans (hplain.trans hsums)

/-- The first token sees itself alone. -/
theorem causalHead_first (Y : Fin 2 → ℝ) : causalHead Y 0 = Y 0 := by
  have h00 : causalMask (0 : Fin 2) (0 : Fin 2) = true := by decide
  have h01 : ¬ (causalMask (0 : Fin 2) (1 : Fin 2) = true) := by decide
  have hnum : ∑ j : Fin 2, (if causalMask (0 : Fin 2) j = true then Real.exp 0 else 0) * Y j
      = Y 0 := by
    rw [Fin.sum_univ_two, if_pos h00, if_neg h01, Real.exp_zero, one_mul, zero_mul, add_zero]
  have hden : ∑ j : Fin 2, (if causalMask (0 : Fin 2) j = true then Real.exp 0 else 0) = 1 := by
    rw [Fin.sum_univ_two, if_pos h00, if_neg h01, Real.exp_zero, add_zero]
  rw [causalHead_eq, hnum, hden, div_one]

/-- The second token sees both. -/
theorem causalHead_second (Y : Fin 2 → ℝ) : causalHead Y 1 = (Y 0 + Y 1) / (1 + 1) := by
  have h10 : causalMask (1 : Fin 2) (0 : Fin 2) = true := by decide
  have h11 : causalMask (1 : Fin 2) (1 : Fin 2) = true := by decide
  have hnum : ∑ j : Fin 2, (if causalMask (1 : Fin 2) j = true then Real.exp 0 else 0) * Y j
      = Y 0 + Y 1 := by
    rw [Fin.sum_univ_two, if_pos h10, if_pos h11, Real.exp_zero, one_mul, one_mul]
  have hden : ∑ j : Fin 2, (if causalMask (1 : Fin 2) j = true then Real.exp 0 else 0)
      = 1 + 1 := by
    rw [Fin.sum_univ_two, if_pos h10, if_pos h11, Real.exp_zero]
  rw [causalHead_eq, hnum, hden]

/-- Not so with a causal mask. -/
theorem attention_not_causal : ¬ Statements.AttentionPermutes causalMask := by
  intro h
  have hswap : Equiv.swap (0 : Fin 2) 1 0 = 1 := Equiv.swap_apply_left 0 1
  have h1 : causalHead (fun j => coin 0 (Equiv.swap (0 : Fin 2) 1 j)) 0
      = causalHead (coin 0) (Equiv.swap (0 : Fin 2) 1 0) :=
    h 2 1 0 1 (fun _ _ => (0 : ℝ)) (fun _ _ => (0 : ℝ)) (fun _ _ => (1 : ℝ))
      (fun j _ => coin 0 j) (Equiv.swap (0 : Fin 2) 1) 0 0
  rw [hswap, causalHead_second] at h1
  have h2 : causalHead (fun j => coin 0 (Equiv.swap (0 : Fin 2) 1 j)) 0
      = coin 0 (Equiv.swap (0 : Fin 2) 1 0) :=
    causalHead_first (fun j => coin 0 (Equiv.swap (0 : Fin 2) 1 j))
  rw [hswap] at h2
  have h3 : coin 0 1 = (coin 0 0 + coin 0 1) / (1 + 1) := h2.symm.trans h1
  rw [coin_zero, coin_one] at h3
  norm_num at h3

end Ledger
