import Mathlib.Algebra.BigOperators.Fin
import Mathlib.Analysis.SpecialFunctions.Log.Basic
import Mathlib.Analysis.SpecialFunctions.Pow.Real
import Mathlib.Analysis.SpecialFunctions.Trigonometric.Basic
import Mathlib.Data.Matrix.Mul

/-!
# The objects of the claims

The shared vocabulary of `Ledger.Statements`; no theorem here. A reader who knows these few
lines can read every claim.

A power `d^-g` is written `exp (-g * log d)`, so that it has a meaning and a derivative for every
real `g`; a sum over the distances `d = 1, …, N` is a sum over the indices `i = 0, …, N-1` with
`d = i + 1`, so that no subtraction of naturals occurs. A vector with `n` entries is a function on
`Fin n`. Every quotient and every logarithm that could meet a zero says here what it does there.
-/

namespace Ledger

/-! ## Attention at a distance: `p(d) = d^-g / Z` on `d = 1, …, N` -/

/-- The distance of index `i`: `d = i + 1`. -/
noncomputable def distance (i : ℕ) : ℝ := (i : ℝ) + 1

/-- The weight `d^-g` of index `i`. -/
noncomputable def weight (g : ℝ) (i : ℕ) : ℝ := Real.exp (-g * Real.log (distance i))

/-- The partition function `Z(g, N)`, the sum of `d^-g` over `d = 1, …, N`. -/
noncomputable def Z (g : ℝ) (N : ℕ) : ℝ := ∑ i ∈ Finset.range N, weight g i

/-- The probability `p(d) = d^-g / Z(g, N)` of index `i`. -/
noncomputable def prob (g : ℝ) (N i : ℕ) : ℝ := weight g i / Z g N

/-- The energy: the mean of `log d` under `p`. -/
noncomputable def meanLog (g : ℝ) (N : ℕ) : ℝ :=
  ∑ i ∈ Finset.range N, prob g N i * Real.log (distance i)

/-- The variance of `log d` under `p`. -/
noncomputable def varLog (g : ℝ) (N : ℕ) : ℝ :=
  ∑ i ∈ Finset.range N, prob g N i * (Real.log (distance i) - meanLog g N) ^ 2

/-- The heat capacity `C_V(g; N) = g^2 Var(log d)`. -/
noncomputable def heatCapacity (g : ℝ) (N : ℕ) : ℝ := g ^ 2 * varLog g N

/-! ## Distributions on finitely many states -/

/-- `p` is a distribution: no entry is negative, and the entries sum to 1. -/
def IsDistribution {n : ℕ} (p : Fin n → ℝ) : Prop := (∀ i, 0 ≤ p i) ∧ ∑ i, p i = 1

/-- No entry is 0 or negative. -/
def IsPositive {n : ℕ} (p : Fin n → ℝ) : Prop := ∀ i, 0 < p i

/-- The vector proportional to `w` with sum 1; used for positive `w` and `n ≥ 1` only. -/
noncomputable def normalise {n : ℕ} (w : Fin n → ℝ) (i : Fin n) : ℝ := w i / ∑ j, w j

/-- The mean of `f` under `p`. -/
noncomputable def mean {n : ℕ} (p f : Fin n → ℝ) : ℝ := ∑ i, p i * f i

/-- `m` satisfies `C`, nothing that satisfies `C` has a larger `F`, and nothing else has as large
a one. -/
def IsUniqueMaximiser {n : ℕ} (C : (Fin n → ℝ) → Prop) (F : (Fin n → ℝ) → ℝ)
    (m : Fin n → ℝ) : Prop :=
  C m ∧ ∀ p, C p → F p ≤ F m ∧ (F p = F m → p = m)

/-- `m` satisfies `C`, nothing that satisfies `C` has a smaller `F`, and nothing else has as small
a one. -/
def IsUniqueMinimiser {n : ℕ} (C : (Fin n → ℝ) → Prop) (F : (Fin n → ℝ) → ℝ)
    (m : Fin n → ℝ) : Prop :=
  C m ∧ ∀ p, C p → F m ≤ F p ∧ (F p = F m → p = m)

/-- `x log x`, and 0 at `x = 0`: said, and not left to the value that `log` has at 0. -/
noncomputable def xlogx (x : ℝ) : ℝ := if x = 0 then 0 else x * Real.log x

/-- The entropy of `p`. -/
noncomputable def entropy {n : ℕ} (p : Fin n → ℝ) : ℝ := -∑ i, xlogx (p i)

/-- `x log (x/y)`, and 0 at `x = 0`; used for `y > 0` only. -/
noncomputable def xlogxy (x y : ℝ) : ℝ := if x = 0 then 0 else x * Real.log (x / y)

/-- The divergence of `p` from `q`. -/
noncomputable def relativeEntropy {n : ℕ} (p q : Fin n → ℝ) : ℝ := ∑ i, xlogxy (p i) (q i)

/-- `exp (-E_i / τ)`, normalised: the softmax of `-E / τ`. -/
noncomputable def softmax {n : ℕ} (τ : ℝ) (E : Fin n → ℝ) : Fin n → ℝ :=
  normalise (fun i => Real.exp (-E i / τ))

/-- What a policy earns: its mean reward, less `β` times its divergence from the reference. -/
noncomputable def regularisedReward {n : ℕ} (β : ℝ) (r ref p : Fin n → ℝ) : ℝ :=
  mean p r - β * relativeEntropy p ref

/-- The reference reweighted by `exp (r / β)`. -/
noncomputable def reweighted {n : ℕ} (β : ℝ) (r ref : Fin n → ℝ) : Fin n → ℝ :=
  normalise (fun i => ref i * Real.exp (r i / β))

/-! ## Speculative decoding: a token is drawn from the draft `q`, then kept or replaced -/

/-- The probability of keeping a token, from its target and draft probabilities. A token of draft
probability 0 is never drawn; its entry is 1 and has no effect. -/
noncomputable def acceptance (p q : ℝ) : ℝ := if q = 0 then 1 else min 1 (p / q)

/-- The probability that the drafted token is kept. -/
noncomputable def acceptanceProbability {n : ℕ} (p q : Fin n → ℝ) : ℝ :=
  ∑ x, q x * acceptance (p x) (q x)

/-- What is drawn from after a rejection, before it is normalised. -/
noncomputable def positivePart (p q : ℝ) : ℝ := max (p - q) 0

/-- The wrong residual: the target itself. -/
def target (p _q : ℝ) : ℝ := p

/-- The law of the replacement. If the residual has no mass it cannot be normalised, and the law
is `fallback`, whatever that is. -/
noncomputable def replacement {n : ℕ} (residual : ℝ → ℝ → ℝ) (p q fallback : Fin n → ℝ)
    (y : Fin n) : ℝ :=
  if ∑ x, residual (p x) (q x) = 0 then fallback y
  else residual (p y) (q y) / ∑ x, residual (p x) (q x)

/-- The probability that the decoder puts out `y`: over every drafted `x`, it is kept and is `y`,
or it is rejected and its replacement is `y`. -/
noncomputable def speculativeLaw {n : ℕ} (residual : ℝ → ℝ → ℝ) (p q fallback : Fin n → ℝ)
    (y : Fin n) : ℝ :=
  ∑ x, q x * (acceptance (p x) (q x) * (if x = y then 1 else 0)
    + (1 - acceptance (p x) (q x)) * replacement residual p q fallback y)

/-- Half the sum of the absolute differences. -/
noncomputable def totalVariation {n : ℕ} (p q : Fin n → ℝ) : ℝ := 1 / 2 * ∑ x, |p x - q x|

/-! ## Rotary positions (RoPE) -/

/-- The vector `x` rotated for position `m`: plane `i` turns by the angle `m * w i`. -/
noncomputable def rope {planes : ℕ} (w : Fin planes → ℝ) (m : ℝ) (x : Fin planes → ℝ × ℝ)
    (i : Fin planes) : ℝ × ℝ :=
  (Real.cos (m * w i) * (x i).1 - Real.sin (m * w i) * (x i).2,
    Real.sin (m * w i) * (x i).1 + Real.cos (m * w i) * (x i).2)

/-- The scalar product of two vectors given plane by plane. -/
noncomputable def planeDot {planes : ℕ} (x y : Fin planes → ℝ × ℝ) : ℝ :=
  ∑ i, ((x i).1 * (y i).1 + (x i).2 * (y i).2)

/-- The score of query `q` at position `m` and key `k` at position `n`. -/
noncomputable def ropeScore {planes : ℕ} (w : Fin planes → ℝ) (q k : Fin planes → ℝ × ℝ)
    (m n : ℝ) : ℝ :=
  planeDot (rope w m q) (rope w n k)

/-- The frequency of plane `i`, `θ^(-2i/d_h)` with `d_h = 2 * planes`. -/
noncomputable def ropeFrequency (θ : ℝ) (planes i : ℕ) : ℝ :=
  θ ^ (-(2 * (i : ℝ) / (2 * (planes : ℝ))))

/-- The wavelength of plane `i`, `2π` over its frequency. -/
noncomputable def ropeWavelength (θ : ℝ) (planes i : ℕ) : ℝ :=
  2 * Real.pi / ropeFrequency θ planes i

/-! ## Attention without positions -/

/-- No mask: every position looks at every other. -/
def fullMask (_i _j : ℕ) : Bool := true

/-- The causal mask: position `i` looks at itself and at what stands before it. -/
def causalMask (i j : ℕ) : Bool := decide (j ≤ i)

/-- Entry `(i, c)` of attention over `n` tokens under a mask: `score i j` of token `i` for token
`j`, values `v`; masked pairs have weight 0 before the softmax divides. -/
noncomputable def attention {n dv : ℕ} (mask : ℕ → ℕ → Bool) (score : Fin n → Fin n → ℝ)
    (v : Fin n → Fin dv → ℝ) (i : Fin n) (c : Fin dv) : ℝ :=
  (∑ j : Fin n, (if mask i j = true then Real.exp (score i j) else 0) * v j c)
    / ∑ j : Fin n, (if mask i j = true then Real.exp (score i j) else 0)

/-- One head without positions: row `j` of `X` is token `j`; queries, keys and values are linear
in the token. -/
noncomputable def attentionHead {n d dk dv : ℕ} (mask : ℕ → ℕ → Bool)
    (Wq Wk : Fin d → Fin dk → ℝ) (Wv : Fin d → Fin dv → ℝ) (X : Fin n → Fin d → ℝ)
    (i : Fin n) (c : Fin dv) : ℝ :=
  attention mask
    (fun a b => (∑ e : Fin dk, (∑ f : Fin d, X a f * Wq f e) * (∑ f : Fin d, X b f * Wk f e))
      / Real.sqrt (dk : ℝ))
    (fun b e => ∑ f : Fin d, X b f * Wv f e) i c

/-! ## Weights -/

/-- Classifier-free guidance of strength `s`: `u` without and `c` with the condition. -/
noncomputable def guided {n : ℕ} (s : ℝ) (u c : Fin n → ℝ) (i : Fin n) : ℝ :=
  u i + s * (c i - u i)

/-- The scaling of a LoRA update of rank `r`. -/
noncomputable def alphaOverR (α : ℝ) (r : ℕ) : ℝ := α / (r : ℝ)

/-- The merge that leaves the scaling out. -/
noncomputable def noScaling (_α : ℝ) (_r : ℕ) : ℝ := 1

/-- Nothing between two layers. -/
def noActivation (x : ℝ) : ℝ := x

/-- The rectified linear unit. -/
noncomputable def relu (x : ℝ) : ℝ := max 0 x

/-- Two layers, `W₂ (act (W₁ x))`. -/
noncomputable def twoLayers {a b c : ℕ} (act : ℝ → ℝ) (W₂ : Matrix (Fin c) (Fin b) ℝ)
    (W₁ : Matrix (Fin b) (Fin a) ℝ) (x : Fin a → ℝ) : Fin c → ℝ :=
  W₂.mulVec (fun k => act (W₁.mulVec x k))

/-! ## Names for what an argument of a statement may be -/

/-- `a` is larger than `b`. -/
def exceeds (a b : ℝ) : Prop := b < a

/-- `a` is at least `b`. -/
def reaches (a b : ℝ) : Prop := b ≤ a

/-- The frequency that turns by a quarter turn a step. -/
noncomputable def halfPi : ℝ := Real.pi / 2

/-! ## What an identity shows -/

/-- Every number but zero. -/
def nonzero (p : ℝ) : Prop := p ≠ 0

/-- `π` alone. -/
def only_pi (p : ℝ) : Prop := p = Real.pi

end Ledger
