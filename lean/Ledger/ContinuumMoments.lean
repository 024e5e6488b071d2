import Mathlib.Analysis.Calculus.Deriv.Comp
import Mathlib.Analysis.Calculus.Deriv.Mul
import Mathlib.Analysis.Calculus.Deriv.Pow
import Mathlib.Analysis.SpecialFunctions.Log.Deriv
import Mathlib.MeasureTheory.Integral.IntervalIntegral.FundThmCalculus
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.LinearCombination
import Mathlib.Tactic.NormNum
import Mathlib.Tactic.Ring
import Ledger.Statements

/-!
# Moments of `log x` under the density `1 / (x log N)` on `[1, N]`

With `P' = p`, the function `P (log x) / log N` has the derivative `p (log x) / (x log N)`; the
fundamental theorem of calculus gives every moment and the variance from this one line.
-/

namespace Ledger

theorem continuum_integral {N : ℝ} (hN : 1 < N) (P p : ℝ → ℝ) (hP : ∀ y : ℝ, HasDerivAt P (p y) y)
    (hp : Continuous p) :
    IntervalIntegrable (fun x : ℝ => p (Real.log x) / (x * Real.log N))
      MeasureTheory.volume 1 N ∧
    (∫ x in (1 : ℝ)..N, p (Real.log x) / (x * Real.log N))
      = (P (Real.log N) - P 0) / Real.log N := by
  have hL : Real.log N ≠ 0 := (Real.log_pos hN).ne'
  have hx0 : ∀ x ∈ Set.uIcc (1 : ℝ) N, x ≠ 0 := by
    intro x hx
    rw [Set.uIcc_of_le hN.le] at hx
    have h1 : 1 ≤ x := hx.1
    have h0 : 0 < x := by linarith
    exact h0.ne'
  have hlog : ContinuousOn Real.log (Set.uIcc 1 N) :=
    Real.continuousOn_log.mono (fun x hx => Set.mem_compl_singleton_iff.mpr (hx0 x hx))
  have hnum : ContinuousOn (fun x : ℝ => p (Real.log x)) (Set.uIcc 1 N) :=
    hp.comp_continuousOn' hlog
  have hden : ContinuousOn (fun x : ℝ => x * Real.log N) (Set.uIcc 1 N) :=
    (continuous_mul_const (Real.log N)).continuousOn
  have hcont : ContinuousOn (fun x : ℝ => p (Real.log x) / (x * Real.log N)) (Set.uIcc 1 N) :=
    hnum.div₀ hden (fun x hx => mul_ne_zero (hx0 x hx) hL)
  have hint : IntervalIntegrable (fun x : ℝ => p (Real.log x) / (x * Real.log N))
      MeasureTheory.volume 1 N := hcont.intervalIntegrable
  have hderiv : ∀ x ∈ Set.uIcc 1 N, HasDerivAt (fun y : ℝ => P (Real.log y) / Real.log N)
      (p (Real.log x) / (x * Real.log N)) x := by
    intro x hx
    have h1 : HasDerivAt (P ∘ Real.log) (p (Real.log x) * x⁻¹) x :=
      (hP (Real.log x)).comp x (Real.hasDerivAt_log (hx0 x hx))
    have h2 : HasDerivAt (fun y : ℝ => P (Real.log y) / Real.log N)
        (p (Real.log x) * x⁻¹ / Real.log N) x := h1.div_const (Real.log N)
    have e : p (Real.log x) * x⁻¹ / Real.log N = p (Real.log x) / (x * Real.log N) := by ring
    rw [e] at h2
    exact h2
  have hftc : (∫ x in (1 : ℝ)..N, p (Real.log x) / (x * Real.log N))
      = P (Real.log N) / Real.log N - P (Real.log 1) / Real.log N :=
    intervalIntegral.integral_eq_sub_of_hasDerivAt
      (f := fun y : ℝ => P (Real.log y) / Real.log N)
      (f' := fun x : ℝ => p (Real.log x) / (x * Real.log N)) hderiv hint
  refine ⟨hint, ?_⟩
  rw [hftc, Real.log_one, sub_div]

/-- The `k`-th moment. -/
theorem continuum_moment {N : ℝ} (hN : 1 < N) (k : ℕ) :
    IntervalIntegrable (fun x : ℝ => Real.log x ^ k / (x * Real.log N))
      MeasureTheory.volume 1 N ∧
    (∫ x in (1 : ℝ)..N, Real.log x ^ k / (x * Real.log N))
      = Real.log N ^ k / ((k : ℝ) + 1) := by
  have hk : (k : ℝ) + 1 ≠ 0 := Nat.cast_add_one_ne_zero k
  have hP : ∀ y : ℝ, HasDerivAt (fun z : ℝ => z ^ (k + 1) / ((k : ℝ) + 1)) (y ^ k) y := by
    intro y
    have h1 : HasDerivAt (fun z : ℝ => z ^ (k + 1)) (((k + 1 : ℕ) : ℝ) * y ^ (k + 1 - 1)) y :=
      hasDerivAt_pow (k + 1) y
    have e1 : k + 1 - 1 = k := by omega
    rw [e1, Nat.cast_add_one] at h1
    have h2 : HasDerivAt (fun z : ℝ => z ^ (k + 1) / ((k : ℝ) + 1))
        (((k : ℝ) + 1) * y ^ k / ((k : ℝ) + 1)) y := h1.div_const ((k : ℝ) + 1)
    rw [mul_div_cancel_left₀ (y ^ k) hk] at h2
    exact h2
  have h : IntervalIntegrable (fun x : ℝ => Real.log x ^ k / (x * Real.log N))
        MeasureTheory.volume 1 N ∧
      (∫ x in (1 : ℝ)..N, Real.log x ^ k / (x * Real.log N))
        = (Real.log N ^ (k + 1) / ((k : ℝ) + 1) - 0 ^ (k + 1) / ((k : ℝ) + 1)) / Real.log N :=
    continuum_integral hN (fun z => z ^ (k + 1) / ((k : ℝ) + 1)) (fun z => z ^ k) hP (continuous_pow k)
  have hL : Real.log N * (Real.log N)⁻¹ = 1 := mul_inv_cancel₀ (Real.log_pos hN).ne'
  have h0 : (0 : ℝ) ^ (k + 1) = 0 := zero_pow (Nat.succ_ne_zero k)
  have e : (Real.log N ^ (k + 1) / ((k : ℝ) + 1) - 0 ^ (k + 1) / ((k : ℝ) + 1)) / Real.log N
      = Real.log N ^ k / ((k : ℝ) + 1) := by
    rw [h0, pow_succ]
    linear_combination (Real.log N ^ k / ((k : ℝ) + 1)) * hL
  rw [e] at h
  exact h

/-- The mean. -/
theorem continuum_mean {N : ℝ} (hN : 1 < N) :
    IntervalIntegrable (fun x : ℝ => Real.log x / (x * Real.log N)) MeasureTheory.volume 1 N ∧
    (∫ x in (1 : ℝ)..N, Real.log x / (x * Real.log N)) = Real.log N / 2 := by
  have hP : ∀ y : ℝ, HasDerivAt (fun z : ℝ => z * z / 2) y y := by
    intro y
    have h0 : HasDerivAt (fun z : ℝ => z) 1 y := hasDerivAt_id' y
    have h1 : HasDerivAt (fun z : ℝ => z * z) (1 * y + y * 1) y := by
      first
        | exact h0.fun_mul h0
        | exact h0.mul h0
    have h2 : HasDerivAt (fun z : ℝ => z * z / 2) ((1 * y + y * 1) / 2) y := h1.div_const 2
    have e : (1 * y + y * 1) / 2 = y := by ring
    rw [e] at h2
    exact h2
  have h : IntervalIntegrable (fun x : ℝ => Real.log x / (x * Real.log N))
        MeasureTheory.volume 1 N ∧
      (∫ x in (1 : ℝ)..N, Real.log x / (x * Real.log N))
        = (Real.log N * Real.log N / 2 - 0 * 0 / 2) / Real.log N :=
    continuum_integral hN (fun z => z * z / 2) (fun z => z) hP continuous_id'
  have hL : Real.log N * (Real.log N)⁻¹ = 1 := mul_inv_cancel₀ (Real.log_pos hN).ne'
  have e : (Real.log N * Real.log N / 2 - 0 * 0 / 2) / Real.log N = Real.log N / 2 := by
    linear_combination (Real.log N / 2) * hL
  rw [e] at h
  exact h

/-- The variance. -/
theorem continuum_variance {N : ℝ} (hN : 1 < N) :
    IntervalIntegrable (fun x : ℝ => (Real.log x - Real.log N / 2) ^ 2 / (x * Real.log N))
      MeasureTheory.volume 1 N ∧
    (∫ x in (1 : ℝ)..N, (Real.log x - Real.log N / 2) ^ 2 / (x * Real.log N))
      = 1 / 12 * Real.log N ^ 2 := by
  have hP : ∀ y : ℝ, HasDerivAt
      (fun z : ℝ => (z - Real.log N / 2) * (z - Real.log N / 2) * (z - Real.log N / 2) / 3)
      ((y - Real.log N / 2) ^ 2) y := by
    intro y
    have h1 : HasDerivAt (fun z : ℝ => z - Real.log N / 2) 1 y :=
      HasDerivAt.sub_const (Real.log N / 2) (hasDerivAt_id' y)
    have h2 : HasDerivAt (fun z : ℝ => (z - Real.log N / 2) * (z - Real.log N / 2))
        (1 * (y - Real.log N / 2) + (y - Real.log N / 2) * 1) y := by
      first
        | exact h1.fun_mul h1
        | exact h1.mul h1
    have h3 : HasDerivAt
        (fun z : ℝ => (z - Real.log N / 2) * (z - Real.log N / 2) * (z - Real.log N / 2))
        ((1 * (y - Real.log N / 2) + (y - Real.log N / 2) * 1) * (y - Real.log N / 2)
          + (y - Real.log N / 2) * (y - Real.log N / 2) * 1) y := by
      first
        | exact h2.fun_mul h1
        | exact h2.mul h1
    have h4 : HasDerivAt
        (fun z : ℝ => (z - Real.log N / 2) * (z - Real.log N / 2) * (z - Real.log N / 2) / 3)
        (((1 * (y - Real.log N / 2) + (y - Real.log N / 2) * 1) * (y - Real.log N / 2)
          + (y - Real.log N / 2) * (y - Real.log N / 2) * 1) / 3) y := h3.div_const 3
    have e : ((1 * (y - Real.log N / 2) + (y - Real.log N / 2) * 1) * (y - Real.log N / 2)
        + (y - Real.log N / 2) * (y - Real.log N / 2) * 1) / 3 = (y - Real.log N / 2) ^ 2 := by
      ring
    rw [e] at h4
    exact h4
  have hp : Continuous (fun z : ℝ => (z - Real.log N / 2) ^ 2) := by fun_prop
  have h : IntervalIntegrable (fun x : ℝ => (Real.log x - Real.log N / 2) ^ 2 / (x * Real.log N))
        MeasureTheory.volume 1 N ∧
      (∫ x in (1 : ℝ)..N, (Real.log x - Real.log N / 2) ^ 2 / (x * Real.log N))
        = ((Real.log N - Real.log N / 2) * (Real.log N - Real.log N / 2)
              * (Real.log N - Real.log N / 2) / 3
            - (0 - Real.log N / 2) * (0 - Real.log N / 2) * (0 - Real.log N / 2) / 3)
          / Real.log N :=
    continuum_integral hN
      (fun z => (z - Real.log N / 2) * (z - Real.log N / 2) * (z - Real.log N / 2) / 3)
      (fun z => (z - Real.log N / 2) ^ 2) hP hp
  have hL : Real.log N * (Real.log N)⁻¹ = 1 := mul_inv_cancel₀ (Real.log_pos hN).ne'
  have e : ((Real.log N - Real.log N / 2) * (Real.log N - Real.log N / 2)
              * (Real.log N - Real.log N / 2) / 3
            - (0 - Real.log N / 2) * (0 - Real.log N / 2) * (0 - Real.log N / 2) / 3)
          / Real.log N = 1 / 12 * Real.log N ^ 2 := by
    linear_combination (1 / 12 * Real.log N ^ 2) * hL
  rw [e] at h
  exact h

/-- `E[(log x)^k] = (log N)^k / (k + 1)`, and the variance is `(log N)^2 / 12`. -/
theorem continuum_moments : Statements.ContinuumMoments (1 / 12) := by
  intro N hN
  exact ⟨fun k => continuum_moment hN k,
    Real.log N / 2, continuum_mean hN, continuum_variance hN⟩

/-- Only one constant fits. -/
theorem continuum_only_twelfth {v : ℝ} (h : Statements.ContinuumMoments v) : v = 1 / 12 := by
  obtain ⟨_, μ, ⟨_, hμ⟩, _, hv⟩ := h 2 one_lt_two
  have hmean : (∫ x in (1 : ℝ)..2, Real.log x / (x * Real.log 2)) = Real.log 2 / 2 :=
    (continuum_mean one_lt_two).2
  have hvar : (∫ x in (1 : ℝ)..2, (Real.log x - Real.log 2 / 2) ^ 2 / (x * Real.log 2))
      = 1 / 12 * Real.log 2 ^ 2 := (continuum_variance one_lt_two).2
  have hμ2 : μ = Real.log 2 / 2 := hμ.symm.trans hmean
  rw [hμ2] at hv
  have hL : Real.log 2 ^ 2 ≠ 0 := pow_ne_zero 2 (Real.log_pos one_lt_two).ne'
  exact mul_right_cancel₀ hL (hv.symm.trans hvar)

/-- The variance is not `(log N)^2 / 4`. -/
theorem continuum_moments_not_quarter : ¬ Statements.ContinuumMoments (1 / 4) := by
  intro h
  have h1 : (1 / 4 : ℝ) = 1 / 12 := continuum_only_twelfth h
  norm_num at h1

end Ledger
