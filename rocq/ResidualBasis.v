(** * A residual stream without normalisation has no preferred basis

    Role: proves [Statements.ResidualBasisChange on_hidden] and refutes a
    non-linearity on the coordinates of the stream.

    Idea: the rebased blocks keep the invariant "new stream = P (old stream)";
    reading with Win Q sees Q P = 1, so the hidden units are the same numbers as
    before. *)

From Coq Require Import Reals List FunctionalExtensionality Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Matrices.
Local Open Scope R_scope.

Local Lemma matrix_ext : forall A B : matrix, (forall i j, A i j = B i j) -> A = B.
Proof.
  intros A B H. apply functional_extensionality. intros i.
  apply functional_extensionality, H.
Qed.

Local Lemma each_token_matmul : forall n m A B X,
  each_token n (matmul m A B) X = each_token m A (each_token n B X).
Proof. intros. apply matrix_ext. intros t i. apply matvec_matmul. Qed.

(** What is read through [W Q] from the stream [P r] is what [W] reads from [r]. *)
Local Lemma read_back : forall d P Q W r, inverse_pair d P Q ->
  each_token d (matmul d W Q) (each_token d P r) = each_token d W r.
Proof.
  intros d P Q W r H. rewrite each_token_matmul. apply matrix_ext. intros t i.
  unfold each_token at 1. apply Sum_ext. intros j Hj. f_equal.
  unfold each_token. rewrite <- matvec_matmul.
  transitivity (Sum d (fun k => unit_matrix j k * r t k)); [|apply Sum_unit, Hj].
  apply Sum_ext. intros k Hk. f_equal. apply (H j k Hj Hk).
Qed.

(** One block keeps the invariant. *)
Local Lemma rebased_block : forall d P Q b r, inverse_pair d P Q ->
  run_block on_hidden d (rebase d P Q b) (each_token d P r) =
  each_token d P (run_block on_hidden d b r).
Proof.
  intros d P Q b r H. apply matrix_ext. intros t i. unfold run_block. simpl.
  rewrite read_back, each_token_matmul by exact H.
  unfold each_token at 5. rewrite matvec_plus. reflexivity.
Qed.

Local Lemma rebased_blocks : forall d P Q blocks r, inverse_pair d P Q ->
  fold_left (fun r b => run_block on_hidden d b r) (map (rebase d P Q) blocks)
    (each_token d P r) =
  each_token d P (fold_left (fun r b => run_block on_hidden d b r) blocks r).
Proof.
  intros d P Q blocks. induction blocks as [|b rest IH]; intros r H; [reflexivity|].
  simpl. rewrite rebased_block by exact H. apply IH, H.
Qed.

(** An invertible change of basis, with the weights changed along, leaves the function. *)
Theorem residual_basis_change : ResidualBasisChange on_hidden.
Proof.
  intros n d P Q E U blocks X H t i. unfold network.
  rewrite (each_token_matmul n d P E), rebased_blocks, read_back by exact H. reflexivity.
Qed.

(** ** Control *)

(** One coordinate, one block with weights 1, and a ReLU. *)
Local Definition minus_one : matrix := fun _ _ => -1.
Local Definition relu_block : residual_block :=
  {| width := 1; read_weights := unit_matrix; write_weights := unit_matrix;
     phi := fun h t i => relu (h t i) |}.

Local Lemma minus_one_inverse : inverse_pair 1 minus_one minus_one.
Proof.
  intros i j Hi Hj. replace i with 0%nat by lia. replace j with 0%nat by lia.
  unfold matmul, minus_one, unit_matrix. simpl. lra.
Qed.

(** A ReLU on the stream is refuted, since it sees the basis: at input 1 the block
    gives 1 + relu 1 = 2, and with the sign of the coordinate turned,
    -(-1 + -relu (-1)) = 1. *)
Theorem residual_basis_change_not_on_stream : ~ ResidualBasisChange on_stream.
Proof.
  intros H.
  pose proof (H 1%nat 1%nat minus_one minus_one unit_matrix unit_matrix
    (cons relu_block nil) (fun _ _ => 1) minus_one_inverse 0%nat 0%nat) as E.
  unfold network, run_block, each_token, matvec in E. simpl in E.
  unfold matmul, minus_one, unit_matrix, relu in E. simpl in E.
  rewrite (Rmax_left 0), (Rmax_right 0) in E by lra. lra.
Qed.
