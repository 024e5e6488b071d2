import Mathlib.Analysis.Calculus.Deriv.Add
import Mathlib.Analysis.Calculus.Deriv.Comp
import Mathlib.Analysis.Calculus.Deriv.Inv
import Mathlib.Analysis.Calculus.Deriv.Mul
import Mathlib.Analysis.SpecialFunctions.ExpDeriv
import Mathlib.Analysis.SpecialFunctions.Log.Deriv
import Ledger.Moments
import Ledger.Statements

/-!
# Fisher information and heat capacity

`∂_g log p(d) = E[log d] - log d`, so the Fisher information is `Var(log d)`; and
`∂_g log Z = -M_1/Z`, `∂_g (-M_1/Z) = ∂_g (-E[log d]) = Var(log d)`. With `C_V = g^2 Var(log d)`
the three parts of the claim follow, the last by the chain rule for `g = 1/τ`.
-/

namespace Ledger

/-- A derivative, for a function written in another way. -/
theorem hasDerivAt_of_eq {f h : ℝ → ℝ} {d x : ℝ} (e : f = h) (hd : HasDerivAt h d x) :
    HasDerivAt f d x := by
  subst e
  exact hd

theorem hasDerivAt_exponent (L g : ℝ) : HasDerivAt (fun x : ℝ => -x * L) (-1 * L) g :=
  (hasDerivAt_neg' g).mul_const L

theorem hasDerivAt_weight (g : ℝ) (i : ℕ) :
    HasDerivAt (fun x : ℝ => weight x i) (-Real.log (distance i) * weight g i) g := by
  have h : HasDerivAt (fun x : ℝ => Real.exp (-x * Real.log (distance i)))
      (Real.exp (-g * Real.log (distance i)) * (-1 * Real.log (distance i))) g :=
    (hasDerivAt_exponent (Real.log (distance i)) g).exp
  have e : Real.exp (-g * Real.log (distance i)) * (-1 * Real.log (distance i))
      = -Real.log (distance i) * weight g i := by
    unfold weight
    ring
  rw [e] at h
  exact h

theorem hasDerivAt_logMoment (k : ℕ) (g : ℝ) (N : ℕ) :
    HasDerivAt (fun x : ℝ => logMoment k x N) (-logMoment (k + 1) g N) g := by
  have hterm : ∀ i ∈ Finset.range N,
      HasDerivAt (fun x : ℝ => Real.log (distance i) ^ k * weight x i)
        (Real.log (distance i) ^ k * (-Real.log (distance i) * weight g i)) g :=
    fun i _ => (hasDerivAt_weight g i).const_mul (Real.log (distance i) ^ k)
  have h : HasDerivAt
      (fun x : ℝ => ∑ i ∈ Finset.range N, Real.log (distance i) ^ k * weight x i)
      (∑ i ∈ Finset.range N,
        Real.log (distance i) ^ k * (-Real.log (distance i) * weight g i)) g :=
    HasDerivAt.fun_sum hterm
  have e : ∑ i ∈ Finset.range N,
        Real.log (distance i) ^ k * (-Real.log (distance i) * weight g i)
      = -logMoment (k + 1) g N := by
    unfold logMoment
    rw [← Finset.sum_neg_distrib]
    refine Finset.sum_congr rfl (fun i _ => ?_)
    ring
  rw [e] at h
  exact h

theorem hasDerivAt_Z (g : ℝ) (N : ℕ) :
    HasDerivAt (fun x : ℝ => Z x N) (-logMoment 1 g N) g := by
  have hfun : (fun x : ℝ => Z x N) = fun x : ℝ => logMoment 0 x N :=
    funext (fun x => Z_eq_logMoment x N)
  have h : HasDerivAt (fun x : ℝ => logMoment 0 x N) (-logMoment 1 g N) g :=
    hasDerivAt_logMoment 0 g N
  exact hasDerivAt_of_eq hfun h

theorem hasDerivAt_log_Z (g : ℝ) {N : ℕ} (hN : 1 ≤ N) :
    HasDerivAt (fun x : ℝ => Real.log (Z x N)) (-logMoment 1 g N / Z g N) g :=
  (hasDerivAt_Z g N).log (Z_pos g hN).ne'

/-- The score: `∂_g log p(d) = E[log d] - log d`. -/
theorem hasDerivAt_log_prob (g : ℝ) {N : ℕ} (hN : 1 ≤ N) (i : ℕ) :
    HasDerivAt (fun x : ℝ => Real.log (prob x N i))
      (meanLog g N - Real.log (distance i)) g := by
  have hfun : (fun x : ℝ => Real.log (prob x N i))
      = fun x : ℝ => -x * Real.log (distance i) - Real.log (Z x N) := by
    funext x
    unfold prob
    rw [Real.log_div (weight_pos x i).ne' (Z_pos x hN).ne']
    unfold weight
    rw [Real.log_exp]
  have h : HasDerivAt (fun x : ℝ => -x * Real.log (distance i) - Real.log (Z x N))
      (-1 * Real.log (distance i) - -logMoment 1 g N / Z g N) g := by
    first
      | exact (hasDerivAt_exponent (Real.log (distance i)) g).fun_sub (hasDerivAt_log_Z g hN)
      | exact (hasDerivAt_exponent (Real.log (distance i)) g).sub (hasDerivAt_log_Z g hN)
  have e : -1 * Real.log (distance i) - -logMoment 1 g N / Z g N
      = meanLog g N - Real.log (distance i) := by
    rw [meanLog_eq]
    ring
  rw [e] at h
  exact hasDerivAt_of_eq hfun h

/-- The derivative of `-M_1/Z`, which gives both `∂²log Z` and `-∂E[log d]`. -/
theorem hasDerivAt_neg_mean (g : ℝ) {N : ℕ} (hN : 1 ≤ N) :
    HasDerivAt (fun x : ℝ => -logMoment 1 x N / Z x N) (varLog g N) g := by
  have hM : HasDerivAt (fun x : ℝ => logMoment 1 x N) (-logMoment 2 g N) g :=
    hasDerivAt_logMoment 1 g N
  have hN' : HasDerivAt (fun x : ℝ => -logMoment 1 x N) (-(-logMoment 2 g N)) g := by
    first
      | exact hM.fun_neg
      | exact hM.neg
  have h : HasDerivAt (fun x : ℝ => -logMoment 1 x N / Z x N)
      ((-(-logMoment 2 g N) * Z g N - -logMoment 1 g N * -logMoment 1 g N) / Z g N ^ 2) g :=
    hN'.fun_div (hasDerivAt_Z g N) (Z_pos g hN).ne'
  have hZ : Z g N * (Z g N)⁻¹ = 1 := mul_inv_cancel₀ (Z_pos g hN).ne'
  have e : (-(-logMoment 2 g N) * Z g N - -logMoment 1 g N * -logMoment 1 g N) / Z g N ^ 2
      = varLog g N := by
    rw [varLog_eq g hN]
    linear_combination (logMoment 2 g N * (Z g N)⁻¹) * hZ
  rw [e] at h
  exact h

theorem hasDerivAt_meanLog (g : ℝ) {N : ℕ} (hN : 1 ≤ N) :
    HasDerivAt (fun x : ℝ => meanLog x N) (-varLog g N) g := by
  have hfun : (fun x : ℝ => meanLog x N) = fun x : ℝ => -(-logMoment 1 x N / Z x N) := by
    funext x
    rw [meanLog_eq]
    ring
  have h : HasDerivAt (fun x : ℝ => -(-logMoment 1 x N / Z x N)) (-varLog g N) g := by
    first
      | exact (hasDerivAt_neg_mean g hN).fun_neg
      | exact (hasDerivAt_neg_mean g hN).neg
  exact hasDerivAt_of_eq hfun h

/-- Whatever the scores are, if they are the derivatives, the mean of their square is the variance
of `log d`. -/
theorem fisher_eq_varLog (g : ℝ) {N : ℕ} (hN : 1 ≤ N) (score : ℕ → ℝ)
    (hs : ∀ i ∈ Finset.range N,
      HasDerivAt (fun x : ℝ => Real.log (prob x N i)) (score i) g) :
    ∑ i ∈ Finset.range N, prob g N i * score i ^ 2 = varLog g N := by
  unfold varLog
  refine Finset.sum_congr rfl (fun i hi => ?_)
  have e : score i = meanLog g N - Real.log (distance i) :=
    (hs i hi).unique (hasDerivAt_log_prob g hN i)
  rw [e]
  ring

/-- `Fisher(g) * g^2 = C_V(g) = g^2 ∂² log Z`, and `C_V = dE/dτ` at `τ = 1/g`. -/
theorem fisher_heat_capacity : Statements.FisherHeatCapacity 2 := by
  intro N g hN
  refine ⟨⟨fun i => meanLog g N - Real.log (distance i), ?_, ?_⟩,
    ⟨fun x => -logMoment 1 x N / Z x N, varLog g N, ?_, ?_, ?_⟩, ?_⟩
  · intro i _
    exact hasDerivAt_log_prob g hN i
  · have h : ∑ i ∈ Finset.range N,
        prob g N i * (meanLog g N - Real.log (distance i)) ^ 2 = varLog g N :=
      fisher_eq_varLog g hN (fun i => meanLog g N - Real.log (distance i))
        (fun i _ => hasDerivAt_log_prob g hN i)
    have h' : varLog g N * g ^ 2 = heatCapacity g N := by
      unfold heatCapacity
      ring
    rw [← h']
    exact congrArg (fun t : ℝ => t * g ^ 2) h
  · intro x
    exact hasDerivAt_log_Z x hN
  · exact hasDerivAt_neg_mean g hN
  · rfl
  · intro hg
    have hne : 1 / g ≠ 0 := (div_pos one_pos hg).ne'
    have hfun : (fun τ : ℝ => 1 / τ) = fun τ : ℝ => τ⁻¹ := funext (fun τ => one_div τ)
    have hval : -((1 / g) ^ 2)⁻¹ = -(g ^ 2) := by
      rw [one_div, inv_pow, inv_inv]
    have hpower : HasDerivAt (fun τ : ℝ => τ⁻¹) (-((1 / g) ^ 2)⁻¹) (1 / g) := hasDerivAt_inv hne
    rw [hval] at hpower
    have hinv : HasDerivAt (fun τ : ℝ => 1 / τ) (-(g ^ 2)) (1 / g) :=
      hasDerivAt_of_eq hfun hpower
    have hy : g = 1 / (1 / g) := (one_div_one_div g).symm
    have hcomp : HasDerivAt ((fun x : ℝ => meanLog x N) ∘ fun τ : ℝ => 1 / τ)
        (-varLog g N * -(g ^ 2)) (1 / g) :=
      HasDerivAt.comp_of_eq (1 / g) (hasDerivAt_meanLog g hN) hinv hy
    have e : -varLog g N * -(g ^ 2) = heatCapacity g N := by
      unfold heatCapacity
      ring
    rw [e] at hcomp
    exact hcomp

/-- The stronger refutation: on two or more distances, with `g` neither 0 nor 1, the Fisher
information times `g` is never the heat capacity. -/
theorem fisher_times_g_ne (g : ℝ) {N : ℕ} (hN : 2 ≤ N) (hg0 : g ≠ 0) (hg1 : g ≠ 1)
    (score : ℕ → ℝ)
    (hs : ∀ i ∈ Finset.range N,
      HasDerivAt (fun x : ℝ => Real.log (prob x N i)) (score i) g) :
    (∑ i ∈ Finset.range N, prob g N i * score i ^ 2) * g ≠ heatCapacity g N := by
  have hN1 : 1 ≤ N := by omega
  rw [fisher_eq_varLog g hN1 score hs]
  unfold heatCapacity
  intro h
  have hV : varLog g N * g ≠ 0 := mul_ne_zero (varLog_pos g hN).ne' hg0
  have h1 : varLog g N * g * 1 = varLog g N * g * g := by
    linear_combination h
  exact hg1 (mul_left_cancel₀ hV h1).symm

/-- Only exponents `k` with `2^k = 4` fit, by the witness `N = 2`, `g = 2`. -/
theorem fisher_exponent {k : ℕ} (h : Statements.FisherHeatCapacity k) : (2 : ℝ) ^ k = 4 := by
  have h12 : 1 ≤ 2 := by omega
  obtain ⟨⟨score, hs, hf⟩, _, _⟩ := h 2 2 h12
  have hV : varLog 2 2 ≠ 0 := (varLog_pos 2 (le_refl 2)).ne'
  rw [fisher_eq_varLog 2 h12 score hs] at hf
  unfold heatCapacity at hf
  have h4 : varLog 2 2 * (2 : ℝ) ^ k = varLog 2 2 * 4 := by
    rw [hf]
    ring
  exact mul_left_cancel₀ hV h4

theorem fisher_heat_capacity_not_one : ¬ Statements.FisherHeatCapacity 1 := by
  intro h
  have h1 : (2 : ℝ) ^ 1 = 4 := fisher_exponent h
  norm_num at h1

theorem fisher_heat_capacity_not_four : ¬ Statements.FisherHeatCapacity 4 := by
  intro h
  have h1 : (2 : ℝ) ^ 4 = 4 := fisher_exponent h
  norm_num at h1

end Ledger
