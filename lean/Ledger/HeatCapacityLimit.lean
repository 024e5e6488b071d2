import Mathlib.Analysis.Normed.Group.Continuity
import Mathlib.Analysis.SpecialFunctions.Log.Basic
import Mathlib.Order.Filter.AtTopBot.Archimedean
import Mathlib.Order.Filter.AtTopBot.Group
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.LinearCombination
import Mathlib.Tactic.NormNum
import Mathlib.Tactic.Ring
import Mathlib.Topology.Algebra.GroupWithZero
import Mathlib.Topology.Algebra.Order.Field
import Ledger.LogStep
import Ledger.Moments
import Ledger.Statements

/-!
# At `g = 1` the heat capacity grows as `(log N)^2 / 12`

With `a_i = log(i+1)` and `1/(i+2) ≤ a_(i+1) - a_i ≤ 1/(i+1)`, induction on `N` bounds the moments:
`M_0` is `log N` up to 1, `M_1` is `(log N)^2/2` up to `(log N)/2`, `M_2` is `(log N)^3/3` up to
`(log N)^2`. So `Var(log d)/(log N)^2` tends to `1/3 - (1/2)^2 = 1/12`. No integral is needed.
-/

namespace Ledger

/-! ## One step of the logarithms of the distances -/

theorem one_le_distance (i : ℕ) : 1 ≤ distance i := by
  have h : (0 : ℝ) ≤ (i : ℝ) := Nat.cast_nonneg i
  unfold distance
  linarith

theorem distance_succ (i : ℕ) : distance (i + 1) = distance i + 1 := by
  unfold distance
  rw [Nat.cast_add_one]

theorem log_distance_nonneg (i : ℕ) : 0 ≤ Real.log (distance i) :=
  Real.log_nonneg (one_le_distance i)

theorem log_distance_start : Real.log (distance 0) = 0 := by
  have h : distance 0 = 1 := by
    unfold distance
    norm_num
  rw [h, Real.log_one]

theorem weight_one (i : ℕ) : weight 1 i = (distance i)⁻¹ := by
  unfold weight
  rw [neg_one_mul, Real.exp_neg, Real.exp_log (distance_pos i)]

theorem weight_start : weight 1 0 = 1 := by
  have h : distance 0 = 1 := by
    unfold distance
    norm_num
  rw [weight_one, h, inv_one]

theorem weight_one_succ_le (i : ℕ) :
    weight 1 (i + 1) ≤ Real.log (distance (i + 1)) - Real.log (distance i) := by
  rw [weight_one, distance_succ]
  exact le_log_step (distance_pos i)

theorem log_step_le_weight_one (i : ℕ) :
    Real.log (distance (i + 1)) - Real.log (distance i) ≤ weight 1 i := by
  rw [weight_one, distance_succ]
  exact log_step_le (distance_pos i)

theorem log_distance_step_nonneg (i : ℕ) :
    0 ≤ Real.log (distance (i + 1)) - Real.log (distance i) :=
  le_trans (weight_pos 1 (i + 1)).le (weight_one_succ_le i)

theorem log_distance_step_le_one (i : ℕ) :
    Real.log (distance (i + 1)) - Real.log (distance i) ≤ 1 := by
  have h : weight 1 i ≤ 1 := by
    rw [weight_one]
    exact inv_le_one_of_one_le₀ (one_le_distance i)
  exact le_trans (log_step_le_weight_one i) h

/-! ## The algebra of one step, from `a` to `b`, with a weight `w` -/

theorem step_one_lower {a b w : ℝ} (ha : 0 ≤ a) (hab : 0 ≤ b - a) (h1 : b - a ≤ 1)
    (hw : b - a ≤ w) : (b ^ 2 - b) / 2 ≤ (a ^ 2 - a) / 2 + a * w := by
  have hs : (b - a) * (b - a) ≤ (b - a) * 1 := mul_le_mul_of_nonneg_left h1 hab
  have ht : a * (b - a) ≤ a * w := mul_le_mul_of_nonneg_left hw ha
  linarith

theorem step_one_upper {a b w : ℝ} (hb : 0 ≤ b) (hab : 0 ≤ b - a) (h1 : b - a ≤ 1)
    (hw : w ≤ b - a) : (a ^ 2 + a) / 2 + b * w ≤ (b ^ 2 + b) / 2 := by
  have hs : (b - a) * (b - a) ≤ (b - a) * 1 := mul_le_mul_of_nonneg_left h1 hab
  have ht : b * w ≤ b * (b - a) := mul_le_mul_of_nonneg_left hw hb
  linarith

theorem step_two_lower {a b w : ℝ} (ha : 0 ≤ a) (hb : 0 ≤ b) (hab : 0 ≤ b - a)
    (h1 : b - a ≤ 1) (hw : b - a ≤ w) :
    b ^ 3 / 3 - b ^ 2 ≤ a ^ 3 / 3 - a ^ 2 + a ^ 2 * w := by
  have hsum : 0 ≤ b + 2 * a := by linarith
  have hsum' : 0 ≤ 2 * b + a := by linarith
  have hs : (b - a) * (b - a) ≤ (b - a) * 1 := mul_le_mul_of_nonneg_left h1 hab
  have hs2 : (b - a) * (b - a) * (b + 2 * a) ≤ (b - a) * 1 * (b + 2 * a) :=
    mul_le_mul_of_nonneg_right hs hsum
  have hp : 0 ≤ (b - a) * (2 * b + a) := mul_nonneg hab hsum'
  have ht : a ^ 2 * (b - a) ≤ a ^ 2 * w := mul_le_mul_of_nonneg_left hw (sq_nonneg a)
  linarith

theorem step_two_upper {a b w : ℝ} (ha : 0 ≤ a) (hb : 0 ≤ b) (hab : 0 ≤ b - a)
    (h1 : b - a ≤ 1) (hw : w ≤ b - a) :
    a ^ 3 / 3 + a ^ 2 + b ^ 2 * w ≤ b ^ 3 / 3 + b ^ 2 := by
  have hsum : 0 ≤ b + 2 * a := by linarith
  have hsum' : 0 ≤ 2 * b + a := by linarith
  have hs : (b - a) * (b - a) ≤ (b - a) * 1 := mul_le_mul_of_nonneg_left h1 hab
  have hs2 : (b - a) * (b - a) * (2 * b + a) ≤ (b - a) * 1 * (2 * b + a) :=
    mul_le_mul_of_nonneg_right hs hsum'
  have hp : 0 ≤ (b - a) * (b + 2 * a) := mul_nonneg hab hsum
  have ht : b ^ 2 * w ≤ b ^ 2 * (b - a) := mul_le_mul_of_nonneg_left hw (sq_nonneg b)
  linarith

/-! ## Bounds on the moments, by induction -/

theorem le_Z_one (n : ℕ) : Real.log (distance n) ≤ Z 1 n := by
  unfold Z
  induction n with
  | zero =>
    rw [Finset.sum_range_zero]
    exact log_distance_start.le
  | succ n ih =>
    have h := log_step_le_weight_one n
    rw [Finset.sum_range_succ]
    linarith

theorem Z_one_le (n : ℕ) : Z 1 (n + 1) ≤ Real.log (distance n) + 1 := by
  unfold Z
  induction n with
  | zero =>
    have h0 := log_distance_nonneg 0
    rw [Finset.sum_range_succ, Finset.sum_range_zero, weight_start]
    linarith
  | succ n ih =>
    have h := weight_one_succ_le n
    rw [Finset.sum_range_succ]
    linarith

theorem logMoment_succ (k : ℕ) (g : ℝ) (n : ℕ) :
    logMoment k g (n + 1) = logMoment k g n + Real.log (distance n) ^ k * weight g n := by
  unfold logMoment
  exact Finset.sum_range_succ _ n

theorem logMoment_zero (k : ℕ) (g : ℝ) : logMoment k g 0 = 0 := by
  unfold logMoment
  rw [Finset.sum_range_zero]

/-- The moment over `1, …, n` grows with `n`. -/
theorem logMoment_le_succ (k n : ℕ) : logMoment k 1 n ≤ logMoment k 1 (n + 1) := by
  have h : 0 ≤ Real.log (distance n) ^ k * weight 1 n :=
    mul_nonneg (pow_nonneg (log_distance_nonneg n) k) (weight_pos 1 n).le
  rw [logMoment_succ]
  linarith

theorem le_logMoment_one (n : ℕ) :
    (Real.log (distance n) ^ 2 - Real.log (distance n)) / 2 ≤ logMoment 1 1 n := by
  induction n with
  | zero =>
    rw [logMoment_zero, log_distance_start]
    norm_num
  | succ n ih =>
    have h := step_one_lower (log_distance_nonneg n) (log_distance_step_nonneg n)
      (log_distance_step_le_one n) (log_step_le_weight_one n)
    rw [logMoment_succ, pow_one]
    linarith

theorem logMoment_one_le (n : ℕ) :
    logMoment 1 1 (n + 1) ≤ (Real.log (distance n) ^ 2 + Real.log (distance n)) / 2 := by
  induction n with
  | zero =>
    rw [logMoment_succ, logMoment_zero, log_distance_start]
    norm_num
  | succ n ih =>
    have h := step_one_upper (log_distance_nonneg (n + 1)) (log_distance_step_nonneg n)
      (log_distance_step_le_one n) (weight_one_succ_le n)
    rw [logMoment_succ, pow_one]
    linarith

theorem le_logMoment_two (n : ℕ) :
    Real.log (distance n) ^ 3 / 3 - Real.log (distance n) ^ 2 ≤ logMoment 2 1 n := by
  induction n with
  | zero =>
    rw [logMoment_zero, log_distance_start]
    norm_num
  | succ n ih =>
    have h := step_two_lower (log_distance_nonneg n) (log_distance_nonneg (n + 1))
      (log_distance_step_nonneg n) (log_distance_step_le_one n) (log_step_le_weight_one n)
    rw [logMoment_succ]
    linarith

theorem logMoment_two_le (n : ℕ) :
    logMoment 2 1 (n + 1) ≤ Real.log (distance n) ^ 3 / 3 + Real.log (distance n) ^ 2 := by
  induction n with
  | zero =>
    rw [logMoment_succ, logMoment_zero, log_distance_start]
    norm_num
  | succ n ih =>
    have h := step_two_upper (log_distance_nonneg n) (log_distance_nonneg (n + 1))
      (log_distance_step_nonneg n) (log_distance_step_le_one n) (weight_one_succ_le n)
    rw [logMoment_succ]
    linarith

/-! ## From bounds to limits -/

/-- If `f` is `c L^(k+1)` up to `L^k`, and `L` tends to infinity, then `f / L^(k+1)` tends
to `c`. -/
theorem tendsto_div_pow {f L : ℕ → ℝ} {c : ℝ} (k : ℕ)
    (hL : Filter.Tendsto L Filter.atTop Filter.atTop)
    (hb : ∀ n, |f n - c * L n ^ (k + 1)| ≤ L n ^ k) :
    Filter.Tendsto (fun n => f n / L n ^ (k + 1)) Filter.atTop (nhds c) := by
  have hinv : Filter.Tendsto (fun n => (L n)⁻¹) Filter.atTop (nhds 0) :=
    tendsto_inv_atTop_zero.comp hL
  have hev : ∀ᶠ n : ℕ in Filter.atTop, ‖f n / L n ^ (k + 1) - c‖ ≤ (L n)⁻¹ := by
    refine (hL.eventually_gt_atTop 0).mono (fun n hn => ?_)
    have hpos : 0 < L n ^ (k + 1) := pow_pos hn (k + 1)
    have hcancel : (L n)⁻¹ * L n = 1 := inv_mul_cancel₀ hn.ne'
    have e1 : f n / L n ^ (k + 1) - c = (f n - c * L n ^ (k + 1)) / L n ^ (k + 1) := by
      rw [sub_div, mul_div_cancel_right₀ c hpos.ne']
    have e2 : (L n)⁻¹ * L n ^ (k + 1) = L n ^ k := by
      rw [pow_succ]
      linear_combination (L n ^ k) * hcancel
    have e3 : ‖(f n - c * L n ^ (k + 1)) / L n ^ (k + 1)‖
        = |(f n - c * L n ^ (k + 1)) / L n ^ (k + 1)| :=
      Real.norm_eq_abs ((f n - c * L n ^ (k + 1)) / L n ^ (k + 1))
    have e4 : |(f n - c * L n ^ (k + 1)) / L n ^ (k + 1)|
        = |f n - c * L n ^ (k + 1)| / |L n ^ (k + 1)| :=
      abs_div (f n - c * L n ^ (k + 1)) (L n ^ (k + 1))
    have e5 : |L n ^ (k + 1)| = L n ^ (k + 1) := abs_of_pos hpos
    have hbound : |f n - c * L n ^ (k + 1)| ≤ (L n)⁻¹ * L n ^ (k + 1) := by
      rw [e2]
      exact hb n
    rw [e1, e3, e4, e5]
    exact (div_le_iff₀ hpos).mpr hbound
  have hzero : Filter.Tendsto (fun n => f n / L n ^ (k + 1) - c) Filter.atTop (nhds 0) :=
    squeeze_zero_norm' hev hinv
  exact tendsto_sub_nhds_zero_iff.mp hzero

theorem tendsto_log_distance :
    Filter.Tendsto (fun n : ℕ => Real.log (distance n)) Filter.atTop Filter.atTop := by
  have hcast : Filter.Tendsto (fun n : ℕ => (n : ℝ)) Filter.atTop Filter.atTop :=
    tendsto_natCast_atTop_atTop
  have hdist : Filter.Tendsto (fun n : ℕ => (n : ℝ) + 1) Filter.atTop Filter.atTop :=
    Filter.tendsto_atTop_add_const_right Filter.atTop (1 : ℝ) hcast
  have hlog : Filter.Tendsto (fun n : ℕ => Real.log ((n : ℝ) + 1)) Filter.atTop Filter.atTop :=
    Real.tendsto_log_atTop.comp hdist
  exact hlog

theorem tendsto_Z_one :
    Filter.Tendsto (fun n : ℕ => Z 1 (n + 1) / Real.log (distance n) ^ 1)
      Filter.atTop (nhds 1) := by
  have hb : ∀ n : ℕ, |Z 1 (n + 1) - 1 * Real.log (distance n) ^ (0 + 1)|
      ≤ Real.log (distance n) ^ 0 := by
    intro n
    have hlow : Real.log (distance n) ≤ Z 1 (n + 1) := by
      have h := le_Z_one (n + 1)
      have h' := log_distance_step_nonneg n
      linarith
    have hup := Z_one_le n
    have e1 : Real.log (distance n) ^ (0 + 1) = Real.log (distance n) :=
      pow_one (Real.log (distance n))
    have e0 : Real.log (distance n) ^ 0 = 1 := pow_zero (Real.log (distance n))
    rw [e1, e0]
    exact abs_le.mpr ⟨by linarith, by linarith⟩
  exact tendsto_div_pow 0 tendsto_log_distance hb

theorem tendsto_logMoment_one :
    Filter.Tendsto (fun n : ℕ => logMoment 1 1 (n + 1) / Real.log (distance n) ^ 2)
      Filter.atTop (nhds (1 / 2)) := by
  have hb : ∀ n : ℕ, |logMoment 1 1 (n + 1) - 1 / 2 * Real.log (distance n) ^ (1 + 1)|
      ≤ Real.log (distance n) ^ 1 := by
    intro n
    have hlow := le_trans (le_logMoment_one n) (logMoment_le_succ 1 n)
    have hup := logMoment_one_le n
    have hnonneg := log_distance_nonneg n
    have e2 : Real.log (distance n) ^ (1 + 1) = Real.log (distance n) ^ 2 := rfl
    have e1 : Real.log (distance n) ^ 1 = Real.log (distance n) := pow_one (Real.log (distance n))
    rw [e2, e1]
    exact abs_le.mpr ⟨by linarith, by linarith⟩
  exact tendsto_div_pow 1 tendsto_log_distance hb

theorem tendsto_logMoment_two :
    Filter.Tendsto (fun n : ℕ => logMoment 2 1 (n + 1) / Real.log (distance n) ^ 3)
      Filter.atTop (nhds (1 / 3)) := by
  have hb : ∀ n : ℕ, |logMoment 2 1 (n + 1) - 1 / 3 * Real.log (distance n) ^ (2 + 1)|
      ≤ Real.log (distance n) ^ 2 := by
    intro n
    have hlow := le_trans (le_logMoment_two n) (logMoment_le_succ 2 n)
    have hup := logMoment_two_le n
    have e3 : Real.log (distance n) ^ (2 + 1) = Real.log (distance n) ^ 3 := rfl
    rw [e3]
    exact abs_le.mpr ⟨by linarith, by linarith⟩
  exact tendsto_div_pow 2 tendsto_log_distance hb

/-! ## The heat capacity -/

theorem heatCapacity_algebra (m₁ m₂ z : ℝ) {l : ℝ} (hl : l ≠ 0) :
    m₂ / l ^ 3 / (z / l ^ 1) - (m₁ / l ^ 2 / (z / l ^ 1)) ^ 2
      = 1 ^ 2 * (m₂ / z - (m₁ / z) ^ 2) / l ^ 2 := by
  have hinv : l * l⁻¹ = 1 := mul_inv_cancel₀ hl
  rw [div_div_div_eq, div_div_div_eq]
  linear_combination
    (m₂ * z⁻¹ * l⁻¹ ^ 2 - m₁ ^ 2 * z⁻¹ ^ 2 * l⁻¹ ^ 2 * (l * l⁻¹ + 1)) * hinv

/-- `C_V(1; N) / (log N)^2` tends to `1/12`. -/
theorem heat_capacity_limit : Statements.HeatCapacityLimit (1 / 12) := by
  have hratio2 : Filter.Tendsto
      (fun n : ℕ => logMoment 2 1 (n + 1) / Real.log (distance n) ^ 3
        / (Z 1 (n + 1) / Real.log (distance n) ^ 1)) Filter.atTop (nhds (1 / 3 / 1)) :=
    tendsto_logMoment_two.div tendsto_Z_one one_ne_zero
  have hratio1 : Filter.Tendsto
      (fun n : ℕ => logMoment 1 1 (n + 1) / Real.log (distance n) ^ 2
        / (Z 1 (n + 1) / Real.log (distance n) ^ 1)) Filter.atTop (nhds (1 / 2 / 1)) :=
    tendsto_logMoment_one.div tendsto_Z_one one_ne_zero
  have hlim : Filter.Tendsto
      (fun n : ℕ =>
        logMoment 2 1 (n + 1) / Real.log (distance n) ^ 3
            / (Z 1 (n + 1) / Real.log (distance n) ^ 1)
          - (logMoment 1 1 (n + 1) / Real.log (distance n) ^ 2
            / (Z 1 (n + 1) / Real.log (distance n) ^ 1)) ^ 2)
      Filter.atTop (nhds (1 / 3 / 1 - (1 / 2 / 1) ^ 2)) := hratio2.sub (hratio1.pow 2)
  have hval : (1 / 3 / 1 - (1 / 2 / 1) ^ 2 : ℝ) = 1 / 12 := by norm_num
  rw [hval] at hlim
  have heq : ∀ᶠ n : ℕ in Filter.atTop,
      logMoment 2 1 (n + 1) / Real.log (distance n) ^ 3
            / (Z 1 (n + 1) / Real.log (distance n) ^ 1)
          - (logMoment 1 1 (n + 1) / Real.log (distance n) ^ 2
            / (Z 1 (n + 1) / Real.log (distance n) ^ 1)) ^ 2
        = heatCapacity 1 (n + 1) / Real.log ((n + 1 : ℕ) : ℝ) ^ 2 := by
    refine (tendsto_log_distance.eventually_gt_atTop 0).mono (fun n hn => ?_)
    have hN : 1 ≤ n + 1 := by omega
    have ecast : ((n + 1 : ℕ) : ℝ) = distance n := by
      unfold distance
      exact Nat.cast_add_one n
    unfold heatCapacity
    rw [ecast, varLog_eq 1 hN]
    exact heatCapacity_algebra (logMoment 1 1 (n + 1)) (logMoment 2 1 (n + 1)) (Z 1 (n + 1)) hn.ne'
  have hshift : Filter.Tendsto
      (fun n : ℕ => heatCapacity 1 (n + 1) / Real.log ((n + 1 : ℕ) : ℝ) ^ 2)
      Filter.atTop (nhds (1 / 12)) := hlim.congr' heq
  have hall : Filter.Tendsto (fun N : ℕ => heatCapacity 1 N / Real.log (N : ℝ) ^ 2)
      Filter.atTop (nhds (1 / 12)) :=
    (Filter.tendsto_add_atTop_iff_nat
      (f := fun N : ℕ => heatCapacity 1 N / Real.log (N : ℝ) ^ 2) 1).mp hshift
  exact hall

/-- No other coefficient fits. -/
theorem heat_capacity_limit_unique {c : ℝ} (h : Statements.HeatCapacityLimit c) : c = 1 / 12 := by
  have h1 : Filter.Tendsto (fun N : ℕ => heatCapacity 1 N / Real.log (N : ℝ) ^ 2)
      Filter.atTop (nhds c) := h
  have h2 : Filter.Tendsto (fun N : ℕ => heatCapacity 1 N / Real.log (N : ℝ) ^ 2)
      Filter.atTop (nhds (1 / 12)) := heat_capacity_limit
  exact tendsto_nhds_unique h1 h2

/-- The coefficient is not `1/4`. -/
theorem heat_capacity_limit_not_quarter : ¬ Statements.HeatCapacityLimit (1 / 4) := by
  intro h
  have h1 : (1 / 4 : ℝ) = 1 / 12 := heat_capacity_limit_unique h
  norm_num at h1

/-- The coefficient is not `1/3`. -/
theorem heat_capacity_limit_not_third : ¬ Statements.HeatCapacityLimit (1 / 3) := by
  intro h
  have h1 : (1 / 3 : ℝ) = 1 / 12 := heat_capacity_limit_unique h
  norm_num at h1

end Ledger
