(** * Arithmetic of weights: guidance at strength 1, LoRA merged, two layers as one

    Role: proves [Statements.GuidanceIsConditional 1], [Statements.LoraMerge
    alpha_over_r] and [Statements.LinearCollapse no_activation]; refutes any other
    strength or scaling, and the ReLU.

    Idea: each follows from the linearity of sums. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Matrices.
Local Open Scope R_scope.

(** ** Classifier-free guidance *)

(** Guidance of strength 1 returns the conditional prediction. *)
Theorem cfg_at_one : GuidanceIsConditional 1.
Proof. intros u c i. unfold guided. ring. Qed.

(** No other strength does: at u = 0 and c = 1 the result is the strength. *)
Theorem cfg_at_one_unique (s : R) : s <> 1 -> ~ GuidanceIsConditional s.
Proof.
  intros Hs H. specialize (H (fun _ => 0) (fun _ => 1) 0%nat). unfold guided in H. lra.
Qed.

(** The strength 2 is refuted. *)
Theorem cfg_at_one_not_2 : ~ GuidanceIsConditional 2.
Proof. apply cfg_at_one_unique. lra. Qed.

(** ** LoRA *)

Local Lemma merged_weight_acts (n r : nat) (scale : R) (W0 B A : matrix) (x : vector)
    (i : nat) :
  matvec n (merged_weight r scale W0 B A) x i =
  matvec n W0 x i + scale * matvec r B (matvec n A x) i.
Proof.
  rewrite <- matvec_matmul. unfold matvec, merged_weight.
  rewrite <- Sum_scal, <- Sum_plus. apply Sum_ext. intros. ring.
Qed.

(** The weight merged with alpha/r acts as base plus adapter. *)
Theorem lora_merge : LoraMerge alpha_over_r.
Proof. intros n r alpha W0 B A x i _. apply merged_weight_acts. Qed.

(** No other scaling does: weights of which only the first entry is not 0. *)
Theorem lora_merge_unique (scaling : R -> nat -> R) : LoraMerge scaling ->
  forall (alpha : R) (r : nat), (0 < r)%nat -> scaling alpha r = alpha / INR r.
Proof.
  intros H alpha r Hr.
  pose proof (H 1%nat r alpha unit_matrix unit_matrix unit_matrix (fun _ => 1) 0%nat Hr) as E.
  rewrite merged_weight_acts in E.
  replace (matvec r unit_matrix (matvec 1 unit_matrix (fun _ => 1)) 0%nat) with 1 in E.
  - lra.
  - unfold matvec at 1. rewrite Sum_unit by assumption.
    unfold matvec, unit_matrix. simpl. lra.
Qed.

(** Merging without the scaling is refuted. *)
Theorem lora_merge_not_unscaled : ~ LoraMerge no_scaling.
Proof.
  intros H. pose proof (lora_merge_unique _ H 2 1%nat ltac:(lia)) as E.
  unfold no_scaling in E. simpl in E. lra.
Qed.

(** ** Two linear layers *)

(** Two layers with nothing between are the layer W2 W1, so one matrix. *)
Theorem linear_collapse : LinearCollapse no_activation.
Proof.
  assert (E : forall n h W2 W1 x i,
    two_layers no_activation n h W2 W1 x i = matvec n (matmul h W2 W1) x i)
    by (intros; symmetry; apply matvec_matmul).
  split; [|exact E]. intros n h W2 W1. exists (matmul h W2 W1). apply E.
Qed.

(** A ReLU between is refuted: relu x = w x fails at 1 or -1, whatever w is. *)
Theorem linear_collapse_not_relu : ~ LinearCollapse relu.
Proof.
  intros [H _]. destruct (H 1%nat 1%nat unit_matrix unit_matrix) as [W E].
  pose proof (E (fun _ => 1) 0%nat) as E1. pose proof (E (fun _ => -1) 0%nat) as E2.
  unfold two_layers, matvec, unit_matrix, relu in E1, E2. simpl in E1, E2.
  rewrite Rmax_right in E1 by lra. rewrite Rmax_left in E2 by lra. lra.
Qed.
