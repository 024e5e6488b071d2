(** * Without a softmax, attention may be bracketed the other way

    Role: proves [Statements.LinearAttentionReassociates prefix_state] and refutes
    one state for all rows.

    Idea: multiplication of matrices is associative; and row i of the causal form
    is row i of the plain one over the first i + 1 tokens. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Matrices.
Local Open Scope R_scope.

(** The running state is a prefix sum. *)
Lemma prefix_state_sum (n : nat) (K V : matrix) (i a c : nat) :
  prefix_state n K V i a c = Sum (S i) (fun j => K j a * V j c).
Proof.
  induction i as [|i IH]; [simpl; lra|]. cbn [prefix_state]. now rewrite IH.
Qed.

(** A sum over n indices that vanishes after i is the sum up to i. *)
Local Lemma Sum_causal (n i : nat) (f : nat -> R) : (i < n)%nat ->
  Sum n (fun j => if causal_mask i j then f j else 0) = Sum (S i) f.
Proof.
  intros Hi. replace n with (S i + (n - S i))%nat by lia. rewrite Sum_split.
  rewrite (Sum_ext (S i) _ f); [rewrite (Sum_ext (n - S i) _ (fun _ => 0))|].
  - rewrite Sum_zero. lra.
  - intros j _. unfold causal_mask. rewrite (proj2 (Nat.leb_gt _ _)) by lia. reflexivity.
  - intros j Hj. unfold causal_mask. rewrite (proj2 (Nat.leb_le _ _)) by lia. reflexivity.
Qed.

Local Lemma causal_reassociates (n d : nat) (Q K V : matrix) (i c : nat) : (i < n)%nat ->
  causal_linear_attention n d Q K V i c = matmul d Q (prefix_state n K V i) i c.
Proof.
  intros Hi. unfold causal_linear_attention.
  rewrite (Sum_ext n _ (fun j => if causal_mask i j then
    matmul d Q (transpose K) i j * V j c else 0))
    by (intros; destruct causal_mask; lra).
  rewrite Sum_causal by assumption.
  change (matmul (S i) (matmul d Q (transpose K)) V i c =
    matmul d Q (prefix_state n K V i) i c).
  rewrite matmul_assoc. unfold matmul. apply Sum_ext. intros a _.
  now rewrite prefix_state_sum.
Qed.

(** (Q K^T) V = Q (K^T V), and row by row in the causal form with prefix sums. *)
Theorem linear_attention_reassociation : LinearAttentionReassociates prefix_state.
Proof.
  intros n d Q K V i c Hi. split; [apply matmul_assoc|now apply causal_reassociates].
Qed.

(** One state K^T V for every row of the causal form is refuted: two tokens, all
    entries 1. *)
Theorem linear_attention_reassociation_not_total :
  ~ LinearAttentionReassociates total_state.
Proof.
  intros H. pose (ones := (fun _ _ => 1) : matrix).
  destruct (H 2%nat 1%nat ones ones ones 0%nat 0%nat ltac:(lia)) as [_ E].
  unfold causal_linear_attention, total_state, causal_mask, matmul, transpose, ones in E.
  simpl in E. lra.
Qed.
