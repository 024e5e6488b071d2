(** * Matrices: linearity and products

    Role: what the modules on attention, weights and residual streams need of
    [matvec], [matmul] and the unit matrix.

    Idea: exchange of two sums. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions.
From Ledger Require Import Sums.
Local Open Scope R_scope.

(** Summation against a row of the unit matrix picks one entry. *)
Lemma Sum_unit (n : nat) (f : nat -> R) (i : nat) : (i < n)%nat ->
  Sum n (fun j => unit_matrix i j * f j) = f i.
Proof.
  intros Hi. rewrite <- (Sum_pick n f i Hi). apply Sum_ext. intros j _.
  unfold unit_matrix. destruct (Nat.eq_dec j i) as [->|Hne].
  - rewrite Nat.eqb_refl. ring.
  - rewrite (proj2 (Nat.eqb_neq i j)) by auto. ring.
Qed.

(** A matrix acts linearly. *)
Lemma matvec_plus (n : nat) (W : matrix) (x y : vector) (i : nat) :
  matvec n W (fun j => x j + y j) i = matvec n W x i + matvec n W y i.
Proof. unfold matvec. rewrite <- Sum_plus. apply Sum_ext. intros; ring. Qed.

(** Acting with a product is acting twice. *)
Lemma matvec_matmul (n m : nat) (A B : matrix) (x : vector) (i : nat) :
  matvec n (matmul m A B) x i = matvec m A (matvec n B x) i.
Proof.
  unfold matvec, matmul.
  rewrite (Sum_ext n _ (fun j => Sum m (fun k => A i k * B k j * x j)))
    by (intros; symmetry; apply Sum_scal_r).
  rewrite Sum_swap. apply Sum_ext. intros k _.
  rewrite <- Sum_scal. apply Sum_ext. intros; ring.
Qed.

(** Multiplication is associative. *)
Lemma matmul_assoc (n m : nat) (A B C : matrix) (i j : nat) :
  matmul n (matmul m A B) C i j = matmul m A (matmul n B C) i j.
Proof. exact (matvec_matmul n m A B (fun k => C k j) i). Qed.
