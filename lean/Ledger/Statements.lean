import Mathlib.Analysis.Calculus.Deriv.Basic
import Mathlib.MeasureTheory.Integral.IntervalIntegral.Basic
import Mathlib.Topology.Algebra.InfiniteSum.Defs
import Ledger.Definitions

/-!
# The locked statements: one predicate for each claim

What is proved or refuted elsewhere is a predicate of this file at an argument, and nothing else.
The argument is the one constant, sign, set or function of the claim that could have been
different: the claim is the predicate at the right value, and a control is the same predicate at a
wrong one, so that a refutation cannot be about something else.

Existence stands inside the statement (`HasDerivAt`, `HasSum`, `Filter.Tendsto`,
`IntervalIntegrable`); the total functions `deriv` and `tsum`, which return a junk value where
there is no derivative or sum, are never used, and an integral is written only beside a proof that
its integrand is integrable.
-/

namespace Ledger.Statements

/-- fisher-heat-capacity. For every `N ≥ 1` and every real `g` (`g > 0` for the temperature), with
all derivatives existing:
* the score `∂_g log p(d)` exists at every `d`, and the mean of its square under `p`, times `g^k`,
  is the heat capacity;
* `log Z` has a derivative everywhere, this has a derivative at `g`, and the heat capacity is `g^2`
  times that;
* `τ ↦ E[log d]` at exponent `1/τ` has the heat capacity as its derivative at `τ = 1/g`.

The claim is `k = 2`; `k` enters the equation of the Fisher information only. -/
def FisherHeatCapacity (k : ℕ) : Prop :=
  ∀ (N : ℕ) (g : ℝ), 1 ≤ N →
    (∃ score : ℕ → ℝ,
      (∀ i ∈ Finset.range N, HasDerivAt (fun x : ℝ => Real.log (prob x N i)) (score i) g) ∧
      (∑ i ∈ Finset.range N, prob g N i * score i ^ 2) * g ^ k = heatCapacity g N) ∧
    (∃ (z₁ : ℝ → ℝ) (z₂ : ℝ),
      (∀ x : ℝ, HasDerivAt (fun y : ℝ => Real.log (Z y N)) (z₁ x) x) ∧
      HasDerivAt z₁ z₂ g ∧
      heatCapacity g N = g ^ 2 * z₂) ∧
    (0 < g → HasDerivAt (fun τ : ℝ => meanLog (1 / τ) N) (heatCapacity g N) (1 / g))

/-- heat-capacity-at-gamma-one. `C_V(1; N) / (log N)^2` tends to `c` as `N` tends to infinity.
The claim is `c = 1/12`. -/
def HeatCapacityLimit (c : ℝ) : Prop :=
  Filter.Tendsto (fun N : ℕ => heatCapacity 1 N / Real.log (N : ℝ) ^ 2) Filter.atTop (nhds c)

/-- p-series-threshold. The sum of `d^-g` over all `d ≥ 1` converges exactly when `g` is `over` 1;
and for every `D ≥ 1` and `g > 1` the tail `t`, the sum over `d = D+1, D+2, …`, exists and
`(D + near)^(1-g) / (g-1) ≤ t ≤ (D + far)^(1-g) / (g-1)`.
The claim is: `over = exceeds`, `near = 1`, `far = 0`. -/
def PSeriesThreshold (over : ℝ → ℝ → Prop) (near far : ℕ) : Prop :=
  (∀ g : ℝ, (∃ l : ℝ, HasSum (weight g) l) ↔ over g 1) ∧
  (∀ (D : ℕ) (g : ℝ), 1 ≤ D → 1 < g →
    ∃ t : ℝ, HasSum (fun i : ℕ => weight g (D + i)) t ∧
      ((D : ℝ) + (near : ℝ)) ^ (1 - g) / (g - 1) ≤ t ∧
      t ≤ ((D : ℝ) + (far : ℝ)) ^ (1 - g) / (g - 1))

/-- continuum-moments. `N > 1` real, density `1 / (x log N)` on `[1, N]`: the `k`-th moment of
`log x` is `(log N)^k / (k + 1)` for every `k`, and the variance is `v * (log N)^2`; `v = 1/12`. -/
def ContinuumMoments (v : ℝ) : Prop :=
  ∀ N : ℝ, 1 < N →
    (∀ k : ℕ,
      IntervalIntegrable (fun x : ℝ => Real.log x ^ k / (x * Real.log N))
        MeasureTheory.volume 1 N ∧
      (∫ x in (1 : ℝ)..N, Real.log x ^ k / (x * Real.log N)) = Real.log N ^ k / ((k : ℝ) + 1)) ∧
    ∃ μ : ℝ,
      (IntervalIntegrable (fun x : ℝ => Real.log x / (x * Real.log N))
        MeasureTheory.volume 1 N ∧
      (∫ x in (1 : ℝ)..N, Real.log x / (x * Real.log N)) = μ) ∧
      (IntervalIntegrable (fun x : ℝ => (Real.log x - μ) ^ 2 / (x * Real.log N))
        MeasureTheory.volume 1 N ∧
      (∫ x in (1 : ℝ)..N, (Real.log x - μ) ^ 2 / (x * Real.log N)) = v * Real.log N ^ 2)

/-- softmax-free-energy. At every temperature `τ > 0` the softmax of `-E / τ` is the unique
minimiser on the simplex of mean energy less `s * τ * entropy` (`0 log 0 = 0`); `s = 1`. -/
def SoftmaxFreeEnergy (s : ℝ) : Prop :=
  ∀ (n : ℕ) (τ : ℝ) (E : Fin n → ℝ), 1 ≤ n → 0 < τ →
    IsUniqueMinimiser IsDistribution (fun p => mean p E - s * τ * entropy p) (softmax τ E)

/-- max-entropy. Among the distributions on `1, …, N` whose mean of `log d` is that of `d^-g / Z`,
that one has the largest `s * entropy`, and it alone; `s = 1`. -/
def MaxEntropy (s : ℝ) : Prop :=
  ∀ (N : ℕ) (g : ℝ), 1 ≤ N →
    IsUniqueMaximiser
      (fun p : Fin N → ℝ => IsDistribution p ∧
        mean p (fun i => Real.log (distance i))
          = mean (fun i : Fin N => prob g N i) (fun i => Real.log (distance i)))
      (fun p => s * entropy p) (fun i : Fin N => prob g N i)

/-- kl-optimum. For `β > 0` and a reference without zeros, mean reward less `β` times the
divergence from the reference is largest at the reference reweighted by `exp (r / (s * β))`, and
there alone; `s = 1`. -/
def KLOptimum (s : ℝ) : Prop :=
  ∀ (n : ℕ) (β : ℝ) (r ref : Fin n → ℝ), 1 ≤ n → 0 < β →
    IsDistribution ref → IsPositive ref →
    IsUniqueMaximiser IsDistribution (regularisedReward β r ref) (reweighted (s * β) r ref)

/-- dpo-margin. The optimal policy `π` exists, is unique, has no zeros, and
`s * β * (log (π/ref)(y₁) - log (π/ref)(y₂)) = r y₁ - r y₂`; `s = 1`. -/
def DPOMargin (s : ℝ) : Prop :=
  ∀ (n : ℕ) (β : ℝ) (r ref : Fin n → ℝ), 1 ≤ n → 0 < β →
    IsDistribution ref → IsPositive ref →
    ∃ policy : Fin n → ℝ,
      IsUniqueMaximiser IsDistribution (regularisedReward β r ref) policy ∧
      IsPositive policy ∧
      ∀ y₁ y₂ : Fin n,
        s * β * (Real.log (policy y₁ / ref y₁) - Real.log (policy y₂ / ref y₂)) = r y₁ - r y₂

/-- speculative-exact. Any vocabulary of `n ≥ 1` tokens, target `p`, draft `q` (either may have
zeros, `p = q` included): the output law is the target, and the probability of keeping the drafted
token is `1 - TV(p, q)`, the sum of `min(p, q)`; `residual = positivePart`. -/
def SpeculativeExact (residual : ℝ → ℝ → ℝ) : Prop :=
  ∀ (n : ℕ) (p q fallback : Fin n → ℝ), 1 ≤ n →
    IsDistribution p → IsDistribution q → IsDistribution fallback →
    (∀ y, speculativeLaw residual p q fallback y = p y) ∧
    acceptanceProbability p q = 1 - totalVariation p q ∧
    acceptanceProbability p q = ∑ x, min (p x) (q x)

/-- rope-relative. For any number of planes, each with its own frequency, the score of a rotated
query and a rotated key is a function of `m + s * n`; `s = -1`. -/
def RopeScoreIsFunctionOf (s : ℝ) : Prop :=
  ∀ (planes : ℕ) (w : Fin planes → ℝ) (q k : Fin planes → ℝ × ℝ),
    ∃ f : ℝ → ℝ, ∀ m n : ℝ, ropeScore w q k m n = f (m + s * n)

/-- rope-slowest-wavelength. For `θ > 1` and `d_h = 2 * planes` the largest wavelength is
`2π θ^(1 - c/d_h)`, and all of them are below `2πθ`; `c = 2`. -/
def RopeSlowestWavelength (c : ℝ) : Prop :=
  ∀ (θ : ℝ) (planes : ℕ), 1 < θ → 0 < planes →
    (∃ i : ℕ, i < planes ∧
      ropeWavelength θ planes i = 2 * Real.pi * θ ^ (1 - c / (2 * (planes : ℝ)))) ∧
    (∀ i : ℕ, i < planes →
      ropeWavelength θ planes i ≤ 2 * Real.pi * θ ^ (1 - c / (2 * (planes : ℝ)))) ∧
    (∀ i : ℕ, i < planes → ropeWavelength θ planes i < 2 * Real.pi * θ)

/-- rope-no-exact-alias. No whole number `r ≠ 0` of steps of frequency `w` is a whole number of
turns; `w = 1`, and `halfPi` is a frequency that has an alias. -/
def NoExactAlias (w : ℝ) : Prop :=
  ∀ r k : ℤ, r ≠ 0 → (r : ℝ) * w ≠ 2 * Real.pi * (k : ℝ)

/-- attention-permutation. With `mask = fullMask` (no mask), permuting the tokens permutes the
outputs of a softmax head without positions. -/
def AttentionPermutes (mask : ℕ → ℕ → Bool) : Prop :=
  ∀ (n d dk dv : ℕ) (Wq Wk : Fin d → Fin dk → ℝ) (Wv : Fin d → Fin dv → ℝ)
    (X : Fin n → Fin d → ℝ) (σ : Equiv.Perm (Fin n)) (i : Fin n) (c : Fin dv),
    attentionHead mask Wq Wk Wv (fun j => X (σ j)) i c = attentionHead mask Wq Wk Wv X (σ i) c

/-- cfg-at-one. Guidance of strength `s` returns the conditional prediction, whatever the
unconditional one; `s = 1`. -/
def GuidanceIsConditional (s : ℝ) : Prop :=
  ∀ (n : ℕ) (u c : Fin n → ℝ), guided s u c = c

/-- lora-merge. The merged weight acts as base plus adapter scaled by `α/r`, for all sizes, ranks
`r ≥ 1`, weights and inputs; `scaling = alphaOverR`. -/
def LoraMerge (scaling : ℝ → ℕ → ℝ) : Prop :=
  ∀ (n k r : ℕ) (α : ℝ) (W₀ : Matrix (Fin k) (Fin n) ℝ) (B : Matrix (Fin k) (Fin r) ℝ)
    (A : Matrix (Fin r) (Fin n) ℝ) (x : Fin n → ℝ), 1 ≤ r →
    (W₀ + scaling α r • (B * A)).mulVec x = W₀.mulVec x + (α / (r : ℝ)) • B.mulVec (A.mulVec x)

/-- linear-collapse. Two layers with `act` between are the single layer `W₂ W₁`;
`act = noActivation`. -/
def LinearCollapse (act : ℝ → ℝ) : Prop :=
  ∀ (a b c : ℕ) (W₂ : Matrix (Fin c) (Fin b) ℝ) (W₁ : Matrix (Fin b) (Fin a) ℝ) (x : Fin a → ℝ),
    twoLayers act W₂ W₁ x = (W₂ * W₁).mulVec x

/-- linear-collapse, weaker, and so a stronger control: two layers with `act` between are some
single layer; `act = noActivation`. -/
def SomeMatrixSuffices (act : ℝ → ℝ) : Prop :=
  ∀ (a b c : ℕ) (W₂ : Matrix (Fin c) (Fin b) ℝ) (W₁ : Matrix (Fin b) (Fin a) ℝ),
    ∃ W : Matrix (Fin c) (Fin a) ℝ, ∀ x : Fin a → ℝ, twoLayers act W₂ W₁ x = W.mulVec x

/-- nu-receipt-audit. `(-1/(2p)) * (2p) = -1` singles out the set `D` among the `p ≠ 0`;
`D = nonzero`, so that it holds at `p = π` says nothing about `π`. -/
def NuReceipt (D : ℝ → Prop) : Prop :=
  ∀ p : ℝ, p ≠ 0 → (-1 / (2 * p) * (2 * p) = -1 ↔ D p)

end Ledger.Statements
