import Mathlib.Analysis.PSeries
import Mathlib.Analysis.SpecialFunctions.Pow.Asymptotics
import Mathlib.Order.Filter.AtTopBot.Archimedean
import Mathlib.Order.Filter.AtTopBot.Group
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.NormNum
import Mathlib.Tactic.Ring
import Mathlib.Topology.Algebra.InfiniteSum.NatInt
import Mathlib.Topology.Order.OrderClosed
import Ledger.LogStep
import Ledger.Moments
import Ledger.Statements

/-!
# The sum of `d^-g` converges exactly for `g > 1`, with two-sided bounds on its tail

The threshold is Mathlib's. For the tail, with `φ(x) = x^(1-g)/(g-1)` one step of the logarithm gives
`(x+1)^-g ≤ φ(x) - φ(x+1) ≤ x^-g`, and `φ` telescopes.
-/

namespace Ledger

/-! ## The threshold -/

theorem weight_eq_rpow (g : ℝ) (i : ℕ) : weight g i = ((i + 1 : ℕ) : ℝ) ^ (-g) := by
  have e : ((i + 1 : ℕ) : ℝ) = distance i := by
    unfold distance
    exact Nat.cast_add_one i
  unfold weight
  rw [e, Real.rpow_def_of_pos (distance_pos i), mul_comm (-g)]

theorem summable_weight_iff (g : ℝ) : Summable (weight g) ↔ 1 < g := by
  have hfun : weight g = fun i : ℕ => ((i + 1 : ℕ) : ℝ) ^ (-g) := funext (weight_eq_rpow g)
  have hshift : Summable (fun i : ℕ => ((i + 1 : ℕ) : ℝ) ^ (-g))
      ↔ Summable (fun n : ℕ => (n : ℝ) ^ (-g)) :=
    summable_nat_add_iff (f := fun n : ℕ => (n : ℝ) ^ (-g)) 1
  have hp : Summable (fun n : ℕ => (n : ℝ) ^ (-g)) ↔ -g < -1 := Real.summable_nat_rpow
  rw [hfun]
  refine hshift.trans (hp.trans ⟨fun h => ?_, fun h => ?_⟩)
  · linarith
  · linarith

/-! ## One step -/

theorem step_upper_algebra {A B w δ u E : ℝ} (hB : 0 < B) (hu : 0 < u) (hA : A = B * E)
    (hE : δ * u + 1 ≤ E) (hw : w ≤ δ) : B * w * u ≤ A - B := by
  have h1 : B * (δ * u + 1) ≤ B * E := mul_le_mul_of_nonneg_left hE hB.le
  have h2 : B * u * w ≤ B * u * δ := mul_le_mul_of_nonneg_left hw (mul_pos hB hu).le
  rw [hA]
  linarith

theorem step_lower_algebra {A B w δ u E : ℝ} (hA : 0 < A) (hu : 0 < u) (hB : B = A * E)
    (hE : 1 - δ * u ≤ E) (hw : δ ≤ w) : A - B ≤ A * w * u := by
  have h1 : A * (1 - δ * u) ≤ A * E := mul_le_mul_of_nonneg_left hE hA.le
  have h2 : A * u * δ ≤ A * u * w := mul_le_mul_of_nonneg_left hw (mul_pos hA hu).le
  rw [hB]
  linarith

/-- `x^-g = x^(1-g) / x`. -/
theorem exp_neg_mul_log {x : ℝ} (hx : 0 < x) (g : ℝ) :
    Real.exp (-g * Real.log x) = x ^ (1 - g) * x⁻¹ := by
  have e : -g * Real.log x = Real.log x * (1 - g) + -Real.log x := by ring
  rw [e, Real.exp_add, Real.exp_neg, Real.exp_log hx, Real.rpow_def_of_pos hx]

theorem rpow_step_upper {x g : ℝ} (hx : 0 < x) (hg : 1 < g) :
    Real.exp (-g * Real.log (x + 1)) ≤ x ^ (1 - g) / (g - 1) - (x + 1) ^ (1 - g) / (g - 1) := by
  have hx1 : 0 < x + 1 := by linarith
  have hu : 0 < g - 1 := by linarith
  have hA : x ^ (1 - g)
      = (x + 1) ^ (1 - g) * Real.exp ((Real.log (x + 1) - Real.log x) * (g - 1)) := by
    have e : Real.log x * (1 - g)
        = Real.log (x + 1) * (1 - g) + (Real.log (x + 1) - Real.log x) * (g - 1) := by ring
    rw [Real.rpow_def_of_pos hx, Real.rpow_def_of_pos hx1, e, Real.exp_add]
  have hE : (Real.log (x + 1) - Real.log x) * (g - 1) + 1
      ≤ Real.exp ((Real.log (x + 1) - Real.log x) * (g - 1)) := Real.add_one_le_exp _
  rw [exp_neg_mul_log hx1, ← sub_div, le_div_iff₀ hu]
  exact step_upper_algebra (Real.rpow_pos_of_pos hx1 (1 - g)) hu hA hE (le_log_step hx)

theorem rpow_step_lower {x g : ℝ} (hx : 0 < x) (hg : 1 < g) :
    x ^ (1 - g) / (g - 1) - (x + 1) ^ (1 - g) / (g - 1) ≤ Real.exp (-g * Real.log x) := by
  have hx1 : 0 < x + 1 := by linarith
  have hu : 0 < g - 1 := by linarith
  have hB : (x + 1) ^ (1 - g)
      = x ^ (1 - g) * Real.exp (-((Real.log (x + 1) - Real.log x) * (g - 1))) := by
    have e : Real.log (x + 1) * (1 - g)
        = Real.log x * (1 - g) + -((Real.log (x + 1) - Real.log x) * (g - 1)) := by ring
    rw [Real.rpow_def_of_pos hx, Real.rpow_def_of_pos hx1, e, Real.exp_add]
  have hE : 1 - (Real.log (x + 1) - Real.log x) * (g - 1)
      ≤ Real.exp (-((Real.log (x + 1) - Real.log x) * (g - 1))) := Real.one_sub_le_exp_neg _
  rw [exp_neg_mul_log hx, ← sub_div, div_le_iff₀ hu]
  exact step_lower_algebra (Real.rpow_pos_of_pos hx (1 - g)) hu hB hE (log_step_le hx)

/-! ## The tail -/

/-- `φ(D + i)`. -/
noncomputable def tailBound (D : ℕ) (g : ℝ) (i : ℕ) : ℝ :=
  ((D : ℝ) + (i : ℝ)) ^ (1 - g) / (g - 1)

theorem tailBound_nonneg (D : ℕ) {g : ℝ} (hg : 1 < g) (i : ℕ) : 0 ≤ tailBound D g i := by
  have hx : (0 : ℝ) ≤ (D : ℝ) + (i : ℝ) := add_nonneg (Nat.cast_nonneg D) (Nat.cast_nonneg i)
  have hu : 0 ≤ g - 1 := by linarith
  unfold tailBound
  exact div_nonneg (Real.rpow_nonneg hx (1 - g)) hu

theorem cast_add_pos {D : ℕ} (hD : 1 ≤ D) (i : ℕ) : (0 : ℝ) < (D : ℝ) + (i : ℝ) :=
  add_pos_of_pos_of_nonneg (Nat.cast_pos.mpr (by omega)) (Nat.cast_nonneg i)

theorem distance_add (D i : ℕ) : distance (D + i) = (D : ℝ) + (i : ℝ) + 1 := by
  unfold distance
  rw [Nat.cast_add]

theorem cast_add_succ (D i : ℕ) : (D : ℝ) + ((i + 1 : ℕ) : ℝ) = (D : ℝ) + (i : ℝ) + 1 := by
  rw [Nat.cast_add_one]
  ring

theorem weight_le_tailBound {D : ℕ} (hD : 1 ≤ D) {g : ℝ} (hg : 1 < g) (i : ℕ) :
    weight g (D + i) ≤ tailBound D g i - tailBound D g (i + 1) := by
  unfold weight tailBound
  rw [distance_add D i, cast_add_succ D i]
  exact rpow_step_upper (cast_add_pos hD i) hg

theorem tailBound_le_weight {D : ℕ} (hD : 1 ≤ D) {g : ℝ} (hg : 1 < g) (i : ℕ) :
    tailBound D g (i + 1) - tailBound D g (i + 1 + 1) ≤ weight g (D + i) := by
  have hpos : (0 : ℝ) < (D : ℝ) + (i : ℝ) + 1 := by
    have h := cast_add_pos hD i
    linarith
  unfold weight tailBound
  rw [distance_add D i, cast_add_succ D (i + 1), cast_add_succ D i]
  exact rpow_step_lower hpos hg

theorem sum_weight_le {D : ℕ} (hD : 1 ≤ D) {g : ℝ} (hg : 1 < g) (n : ℕ) :
    ∑ i ∈ Finset.range n, weight g (D + i) ≤ tailBound D g 0 - tailBound D g n := by
  induction n with
  | zero =>
    rw [Finset.sum_range_zero]
    exact (sub_self (tailBound D g 0)).ge
  | succ n ih =>
    have h := weight_le_tailBound hD hg n
    rw [Finset.sum_range_succ]
    linarith

theorem le_sum_weight {D : ℕ} (hD : 1 ≤ D) {g : ℝ} (hg : 1 < g) (n : ℕ) :
    tailBound D g 1 - tailBound D g (n + 1) ≤ ∑ i ∈ Finset.range n, weight g (D + i) := by
  induction n with
  | zero =>
    rw [Finset.sum_range_zero]
    exact (sub_self (tailBound D g 1)).le
  | succ n ih =>
    have h := tailBound_le_weight hD hg n
    rw [Finset.sum_range_succ]
    linarith

theorem tendsto_tailBound (D : ℕ) {g : ℝ} (hg : 1 < g) :
    Filter.Tendsto (fun n : ℕ => tailBound D g (n + 1)) Filter.atTop (nhds 0) := by
  have hu : 0 < g - 1 := by linarith
  have hpow : Filter.Tendsto (fun x : ℝ => x ^ (1 - g)) Filter.atTop (nhds 0) := by
    have h : Filter.Tendsto (fun x : ℝ => x ^ (-(g - 1))) Filter.atTop (nhds 0) :=
      tendsto_rpow_neg_atTop hu
    rw [neg_sub] at h
    exact h
  have hcast : Filter.Tendsto (fun n : ℕ => (n : ℝ)) Filter.atTop Filter.atTop :=
    tendsto_natCast_atTop_atTop
  have harg : Filter.Tendsto (fun n : ℕ => (D : ℝ) + (n : ℝ)) Filter.atTop Filter.atTop :=
    Filter.tendsto_atTop_add_const_left Filter.atTop (D : ℝ) hcast
  have hcomp : Filter.Tendsto (fun n : ℕ => ((D : ℝ) + (n : ℝ)) ^ (1 - g)) Filter.atTop (nhds 0) :=
    hpow.comp harg
  have hdiv : Filter.Tendsto (fun n : ℕ => ((D : ℝ) + (n : ℝ)) ^ (1 - g) / (g - 1)) Filter.atTop
      (nhds (0 / (g - 1))) := hcomp.div_const (g - 1)
  rw [zero_div] at hdiv
  have hbound : Filter.Tendsto (fun n : ℕ => tailBound D g n) Filter.atTop (nhds 0) := hdiv
  exact (Filter.tendsto_add_atTop_iff_nat (f := fun n : ℕ => tailBound D g n) 1).mpr hbound

theorem summable_tail (D : ℕ) {g : ℝ} (hg : 1 < g) :
    Summable (fun i : ℕ => weight g (D + i)) := by
  have hfun : (fun i : ℕ => weight g (D + i)) = fun i : ℕ => weight g (i + D) := by
    funext i
    rw [Nat.add_comm]
  rw [hfun]
  exact (summable_nat_add_iff (f := weight g) D).mpr ((summable_weight_iff g).mpr hg)

/-- The sum of `d^-g` converges exactly for `g > 1`, and for `D ≥ 1` its tail after `D` lies between
`(D+1)^(1-g)/(g-1)` and `D^(1-g)/(g-1)`. -/
theorem p_series_threshold : Statements.PSeriesThreshold exceeds 1 0 := by
  have hiff : ∀ g : ℝ, (∃ l : ℝ, HasSum (weight g) l) ↔ exceeds g 1 :=
    fun g => summable_weight_iff g
  refine ⟨hiff, fun D g hD hg => ?_⟩
  obtain ⟨t, ht⟩ := summable_tail D hg
  have hlim : Filter.Tendsto (fun n : ℕ => ∑ i ∈ Finset.range n, weight g (D + i))
      Filter.atTop (nhds t) := ht.tendsto_sum_nat
  have hlow : Filter.Tendsto (fun n : ℕ => tailBound D g 1 - tailBound D g (n + 1))
      Filter.atTop (nhds (tailBound D g 1 - 0)) :=
    (tendsto_tailBound D hg).const_sub (tailBound D g 1)
  have h1 : tailBound D g 1 - 0 ≤ t :=
    le_of_tendsto_of_tendsto' hlow hlim (fun n => le_sum_weight hD hg n)
  have hall : ∀ n : ℕ, ∑ i ∈ Finset.range n, weight g (D + i) ≤ tailBound D g 0 := by
    intro n
    have hn := sum_weight_le hD hg n
    have hpos := tailBound_nonneg D hg n
    linarith
  have h0 : t ≤ tailBound D g 0 := le_of_tendsto' hlim hall
  rw [sub_zero] at h1
  exact ⟨t, ht, h1, h0⟩

/-- The threshold is strict: at `g = 1` the sum diverges. -/
theorem p_series_not_at_one : ¬ Statements.PSeriesThreshold reaches 1 0 := by
  intro h
  have hone : reaches 1 1 := le_refl (1 : ℝ)
  have hsum : ∃ l : ℝ, HasSum (weight 1) l := (h.1 1).mpr hone
  exact lt_irrefl (1 : ℝ) ((summable_weight_iff 1).mp hsum)

/-- The bounds cannot be exchanged. -/
theorem p_series_not_exchanged : ¬ Statements.PSeriesThreshold exceeds 0 1 := by
  intro h
  obtain ⟨t, _, hlo, hhi⟩ := h.2 1 2 (le_refl 1) one_lt_two
  have h1 : (((1 : ℕ) : ℝ) + ((0 : ℕ) : ℝ)) ^ ((1 : ℝ) - 2) / ((2 : ℝ) - 1)
      ≤ (((1 : ℕ) : ℝ) + ((1 : ℕ) : ℝ)) ^ ((1 : ℝ) - 2) / ((2 : ℝ) - 1) := hlo.trans hhi
  have e1 : ((1 : ℕ) : ℝ) + ((0 : ℕ) : ℝ) = 1 := by norm_num
  have e2 : ((1 : ℕ) : ℝ) + ((1 : ℕ) : ℝ) = 2 := by norm_num
  have e3 : (1 : ℝ) - 2 = -1 := by norm_num
  have e4 : (2 : ℝ) - 1 = 1 := by norm_num
  rw [e1, e2, e3, e4, Real.one_rpow, Real.rpow_neg_one, div_one, div_one] at h1
  norm_num at h1

end Ledger
