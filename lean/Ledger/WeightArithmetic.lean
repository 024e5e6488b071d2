import Mathlib.Data.Matrix.Mul
import Mathlib.Tactic.Linarith
import Mathlib.Tactic.NormNum
import Mathlib.Tactic.Ring
import Ledger.Statements

/-!
# Guidance, merged adapters, layers without an activation

Three identities of linear algebra, each with the variant that fails: another guidance strength, the
scaling left out, a ReLU between the layers. The witnesses have one coordinate.
-/

namespace Ledger

/-! ## Classifier-free guidance -/

/-- Guidance of strength 1 returns the conditional prediction. -/
theorem cfg_at_one : Statements.GuidanceIsConditional 1 := by
  intro n u c
  funext i
  unfold guided
  ring

/-- No other strength does. -/
theorem cfg_only_one {s : ℝ} (h : Statements.GuidanceIsConditional s) : s = 1 := by
  have h1 : guided s (fun _ : Fin 1 => (0 : ℝ)) (fun _ : Fin 1 => (1 : ℝ))
      = fun _ : Fin 1 => (1 : ℝ) := h 1 (fun _ => (0 : ℝ)) (fun _ => (1 : ℝ))
  have h2 : (0 : ℝ) + s * (1 - 0) = 1 := congrFun h1 0
  linarith

theorem cfg_not_at_two : ¬ Statements.GuidanceIsConditional 2 := by
  intro h
  have h1 : (2 : ℝ) = 1 := cfg_only_one h
  norm_num at h1

/-! ## LoRA -/

/-- The merged weight acts as base plus scaled adapter. -/
theorem lora_merge : Statements.LoraMerge alphaOverR := by
  intro n k r α W₀ B A x _
  change (W₀ + (α / (r : ℝ)) • (B * A)).mulVec x
    = W₀.mulVec x + (α / (r : ℝ)) • B.mulVec (A.mulVec x)
  have e1 : (W₀ + (α / (r : ℝ)) • (B * A)).mulVec x
      = W₀.mulVec x + ((α / (r : ℝ)) • (B * A)).mulVec x :=
    Matrix.add_mulVec W₀ ((α / (r : ℝ)) • (B * A)) x
  have e2 : ((α / (r : ℝ)) • (B * A)).mulVec x = (α / (r : ℝ)) • (B * A).mulVec x :=
    Matrix.smul_mulVec (α / (r : ℝ)) (B * A) x
  have e3 : B.mulVec (A.mulVec x) = (B * A).mulVec x := Matrix.mulVec_mulVec x B A
  rw [e3, ← e2]
  exact e1

/-- Not so without the scaling: all matrices the unit matrix of one row, `α = 2`, `r = 1`. -/
theorem lora_merge_not_unscaled : ¬ Statements.LoraMerge noScaling := by
  intro h
  have h1 : ((0 : Matrix (Fin 1) (Fin 1) ℝ)
        + noScaling 2 1 • ((1 : Matrix (Fin 1) (Fin 1) ℝ) * (1 : Matrix (Fin 1) (Fin 1) ℝ))).mulVec
          (fun _ => (1 : ℝ))
      = (0 : Matrix (Fin 1) (Fin 1) ℝ).mulVec (fun _ => (1 : ℝ))
        + ((2 : ℝ) / ((1 : ℕ) : ℝ)) • (1 : Matrix (Fin 1) (Fin 1) ℝ).mulVec
            ((1 : Matrix (Fin 1) (Fin 1) ℝ).mulVec (fun _ => (1 : ℝ))) :=
    h 1 1 1 2 0 1 1 (fun _ => (1 : ℝ)) (le_refl 1)
  have hone : (1 : Matrix (Fin 1) (Fin 1) ℝ).mulVec (fun _ => (1 : ℝ)) = fun _ => (1 : ℝ) :=
    Matrix.one_mulVec (fun _ => (1 : ℝ))
  have hzero : (0 : Matrix (Fin 1) (Fin 1) ℝ).mulVec (fun _ => (1 : ℝ)) = 0 :=
    Matrix.zero_mulVec (fun _ => (1 : ℝ))
  have hmul : (1 : Matrix (Fin 1) (Fin 1) ℝ) * (1 : Matrix (Fin 1) (Fin 1) ℝ) = 1 :=
    Matrix.one_mul (1 : Matrix (Fin 1) (Fin 1) ℝ)
  have hmerged : ((0 : Matrix (Fin 1) (Fin 1) ℝ)
        + noScaling 2 1 • (1 : Matrix (Fin 1) (Fin 1) ℝ)).mulVec (fun _ => (1 : ℝ))
      = (0 : Matrix (Fin 1) (Fin 1) ℝ).mulVec (fun _ => (1 : ℝ))
        + noScaling 2 1 • (1 : Matrix (Fin 1) (Fin 1) ℝ).mulVec (fun _ => (1 : ℝ)) :=
    (Matrix.add_mulVec (0 : Matrix (Fin 1) (Fin 1) ℝ)
      (noScaling 2 1 • (1 : Matrix (Fin 1) (Fin 1) ℝ)) (fun _ => (1 : ℝ))).trans
      (congrArg (fun v : Fin 1 → ℝ => (0 : Matrix (Fin 1) (Fin 1) ℝ).mulVec (fun _ => (1 : ℝ)) + v)
        (Matrix.smul_mulVec (noScaling 2 1) (1 : Matrix (Fin 1) (Fin 1) ℝ) (fun _ => (1 : ℝ))))
  rw [hmul, hmerged, hzero, hone, hone] at h1
  have h2 : (0 : ℝ) + 1 * 1 = 0 + 2 / ((1 : ℕ) : ℝ) * 1 := by
    have h3 := congrFun h1 0
    first
      | exact h3
      | (simp only [Pi.add_apply, Pi.zero_apply, Pi.smul_apply, smul_eq_mul, noScaling] at h3
         linarith)
  norm_num at h2

/-! ## Layers without an activation -/

/-- Two layers without an activation are the single layer `W₂ W₁`. -/
theorem linear_collapse : Statements.LinearCollapse noActivation := by
  intro a b c W₂ W₁ x
  change W₂.mulVec (W₁.mulVec x) = (W₂ * W₁).mulVec x
  exact Matrix.mulVec_mulVec x W₂ W₁

theorem some_matrix_of_collapse {act : ℝ → ℝ} (h : Statements.LinearCollapse act) :
    Statements.SomeMatrixSuffices act := by
  intro a b c W₂ W₁
  exact ⟨W₂ * W₁, fun x => h a b c W₂ W₁ x⟩

theorem some_matrix_suffices : Statements.SomeMatrixSuffices noActivation :=
  some_matrix_of_collapse linear_collapse

theorem relu_one : relu 1 = 1 := by
  unfold relu
  exact max_eq_right zero_le_one

theorem relu_neg_one : relu (-1) = 0 := by
  unfold relu
  exact max_eq_left (by norm_num)

/-- One coordinate, both layers the unit matrix. -/
theorem twoLayers_relu (x : Fin 1 → ℝ) :
    twoLayers relu (1 : Matrix (Fin 1) (Fin 1) ℝ) (1 : Matrix (Fin 1) (Fin 1) ℝ) x
      = fun k => relu (x k) := by
  have h : (1 : Matrix (Fin 1) (Fin 1) ℝ).mulVec x = x := Matrix.one_mulVec x
  unfold twoLayers
  rw [h]
  exact Matrix.one_mulVec (fun k => relu (x k))

/-- With a ReLU between, no single matrix does: it would be odd. -/
theorem some_matrix_not_relu : ¬ Statements.SomeMatrixSuffices relu := by
  intro h
  obtain ⟨W, hW⟩ := h 1 1 1 (1 : Matrix (Fin 1) (Fin 1) ℝ) (1 : Matrix (Fin 1) (Fin 1) ℝ)
  have hpos : (fun _ : Fin 1 => relu 1) = W.mulVec (fun _ : Fin 1 => (1 : ℝ)) :=
    (twoLayers_relu (fun _ : Fin 1 => (1 : ℝ))).symm.trans (hW (fun _ : Fin 1 => (1 : ℝ)))
  have hneg : (fun k : Fin 1 => relu ((-(fun _ : Fin 1 => (1 : ℝ))) k))
      = W.mulVec (-(fun _ : Fin 1 => (1 : ℝ))) :=
    (twoLayers_relu (-(fun _ : Fin 1 => (1 : ℝ)))).symm.trans (hW (-(fun _ : Fin 1 => (1 : ℝ))))
  have hodd : W.mulVec (-(fun _ : Fin 1 => (1 : ℝ))) = -(W.mulVec (fun _ : Fin 1 => (1 : ℝ))) :=
    Matrix.mulVec_neg (fun _ : Fin 1 => (1 : ℝ)) W
  rw [hodd] at hneg
  have h1 : relu 1 = W.mulVec (fun _ : Fin 1 => (1 : ℝ)) 0 := congrFun hpos 0
  have h2 : relu (-1) = -(W.mulVec (fun _ : Fin 1 => (1 : ℝ)) 0) := by
    have h3 := congrFun hneg 0
    first
      | exact h3
      | (simp only [Pi.neg_apply] at h3
         exact h3)
  rw [← h1, relu_one, relu_neg_one] at h2
  norm_num at h2

theorem linear_collapse_not_relu : ¬ Statements.LinearCollapse relu :=
  fun h => some_matrix_not_relu (some_matrix_of_collapse h)

end Ledger
