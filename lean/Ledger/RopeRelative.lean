import Mathlib.Tactic.Linarith
import Mathlib.Tactic.LinearCombination
import Mathlib.Tactic.NormNum
import Mathlib.Tactic.Ring
import Ledger.Statements

/-!
# The RoPE score depends on positions through their difference only

Plane by plane, the scalar product of a pair turned by `a` and a pair turned by `b` is a function of
`a - b`; with `a = m w_i` and `b = n w_i` this is `(m - n) w_i`.
-/

namespace Ledger

theorem rope_fst {planes : ℕ} (w : Fin planes → ℝ) (m : ℝ) (x : Fin planes → ℝ × ℝ)
    (i : Fin planes) :
    (rope w m x i).1 = Real.cos (m * w i) * (x i).1 - Real.sin (m * w i) * (x i).2 := rfl

theorem rope_snd {planes : ℕ} (w : Fin planes → ℝ) (m : ℝ) (x : Fin planes → ℝ × ℝ)
    (i : Fin planes) :
    (rope w m x i).2 = Real.sin (m * w i) * (x i).1 + Real.cos (m * w i) * (x i).2 := rfl

/-- One plane. -/
theorem plane_score (a b : ℝ) (x y : ℝ × ℝ) :
    (Real.cos a * x.1 - Real.sin a * x.2) * (Real.cos b * y.1 - Real.sin b * y.2)
        + (Real.sin a * x.1 + Real.cos a * x.2) * (Real.sin b * y.1 + Real.cos b * y.2)
      = Real.cos (a - b) * (x.1 * y.1 + x.2 * y.2)
        + Real.sin (a - b) * (x.1 * y.2 - x.2 * y.1) := by
  rw [Real.cos_sub, Real.sin_sub]
  ring

/-- The score of a query and a key whose positions differ by `t`. -/
noncomputable def relativeScore {planes : ℕ} (w : Fin planes → ℝ) (q k : Fin planes → ℝ × ℝ)
    (t : ℝ) : ℝ :=
  ∑ i, (Real.cos (t * w i) * ((q i).1 * (k i).1 + (q i).2 * (k i).2)
    + Real.sin (t * w i) * ((q i).1 * (k i).2 - (q i).2 * (k i).1))

theorem ropeScore_eq {planes : ℕ} (w : Fin planes → ℝ) (q k : Fin planes → ℝ × ℝ) (m n : ℝ) :
    ropeScore w q k m n = relativeScore w q k (m - n) := by
  have hterm : ∀ i ∈ (Finset.univ : Finset (Fin planes)),
      (rope w m q i).1 * (rope w n k i).1 + (rope w m q i).2 * (rope w n k i).2
        = Real.cos ((m - n) * w i) * ((q i).1 * (k i).1 + (q i).2 * (k i).2)
          + Real.sin ((m - n) * w i) * ((q i).1 * (k i).2 - (q i).2 * (k i).1) := by
    intro i _
    have e : (m - n) * w i = m * w i - n * w i := sub_mul m n (w i)
    rw [rope_fst w m q i, rope_snd w m q i, rope_fst w n k i, rope_snd w n k i, e]
    exact plane_score (m * w i) (n * w i) (q i) (k i)
  unfold ropeScore planeDot relativeScore
  exact Finset.sum_congr rfl hterm

/-- For any number of planes, each with its own frequency, the score depends on `m - n`. -/
theorem rope_relative : Statements.RopeScoreIsFunctionOf (-1) := by
  intro planes w q k
  refine ⟨relativeScore w q k, fun m n => ?_⟩
  have e : m + -1 * n = m - n := by ring
  rw [e]
  exact ropeScore_eq w q k m n

/-- One plane, query and key both the first unit vector. -/
theorem ropeScore_witness (w m n : ℝ) :
    ropeScore (fun _ : Fin 1 => w) (fun _ => ((1 : ℝ), (0 : ℝ))) (fun _ => ((1 : ℝ), (0 : ℝ))) m n
      = Real.cos ((m - n) * w) := by
  have h1 : relativeScore (fun _ : Fin 1 => w) (fun _ => ((1 : ℝ), (0 : ℝ)))
        (fun _ => ((1 : ℝ), (0 : ℝ))) (m - n)
      = ∑ _i : Fin 1, (Real.cos ((m - n) * w) * ((1 : ℝ) * 1 + 0 * 0)
        + Real.sin ((m - n) * w) * ((1 : ℝ) * 0 - 0 * 1)) := rfl
  have h2 : ∑ _i : Fin 1, (Real.cos ((m - n) * w) * ((1 : ℝ) * 1 + 0 * 0)
        + Real.sin ((m - n) * w) * ((1 : ℝ) * 0 - 0 * 1))
      = Real.cos ((m - n) * w) * ((1 : ℝ) * 1 + 0 * 0)
        + Real.sin ((m - n) * w) * ((1 : ℝ) * 0 - 0 * 1) := Fin.sum_univ_one _
  rw [ropeScore_eq, h1, h2]
  ring

/-- No other combination will do: if the score is a function of `m + s * n`, then `s = -1`. -/
theorem rope_score_only_difference {s : ℝ} (h : Statements.RopeScoreIsFunctionOf s) : s = -1 := by
  by_contra hs
  have hs1 : s + 1 ≠ 0 := by
    intro h0
    exact hs (by linarith)
  have hinv : (s + 1) * (s + 1)⁻¹ = 1 := mul_inv_cancel₀ hs1
  obtain ⟨f, hf⟩ := h 1 (fun _ => Real.pi * (s + 1)⁻¹) (fun _ => ((1 : ℝ), (0 : ℝ)))
    (fun _ => ((1 : ℝ), (0 : ℝ)))
  have h0 : Real.cos ((0 - 0) * (Real.pi * (s + 1)⁻¹)) = f (0 + s * 0) :=
    (ropeScore_witness (Real.pi * (s + 1)⁻¹) 0 0).symm.trans (hf 0 0)
  have h1 : Real.cos ((s - -1) * (Real.pi * (s + 1)⁻¹)) = f (s + s * -1) :=
    (ropeScore_witness (Real.pi * (s + 1)⁻¹) s (-1)).symm.trans (hf s (-1))
  have e0 : (0 - 0) * (Real.pi * (s + 1)⁻¹) = 0 := by ring
  have e1 : (s - -1) * (Real.pi * (s + 1)⁻¹) = Real.pi := by
    linear_combination Real.pi * hinv
  have e2 : s + s * -1 = 0 + s * 0 := by ring
  rw [e0, Real.cos_zero] at h0
  rw [e1, e2, Real.cos_pi, ← h0] at h1
  norm_num at h1

/-- The score is not, in general, a function of `m + n`. -/
theorem rope_relative_not_sum : ¬ Statements.RopeScoreIsFunctionOf 1 := by
  intro h
  have h1 : (1 : ℝ) = -1 := rope_score_only_difference h
  norm_num at h1

end Ledger
