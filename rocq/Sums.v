(** * Finite sums: what every other proof module needs of [Sum]

    Role: the algebra of [Sum] (extensionality, linearity, order), its derivative
    in a parameter, and its reading as the partial sum of a series.

    Decision: [Sum] has its own few lemmas rather than those of [sum_f_R0] or
    [sum_n], whose upper bound is included: a sum over i < n may be empty. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions.
Local Open Scope R_scope.

(** Terms that agree below n have the same sum. *)
Lemma Sum_ext (n : nat) (f h : nat -> R) :
  (forall i, (i < n)%nat -> f i = h i) -> Sum n f = Sum n h.
Proof.
  induction n as [|n IH]; intros H; simpl; [reflexivity|].
  rewrite IH by (intros; apply H; lia). rewrite H by lia. reflexivity.
Qed.

(** The sum of a sum of terms. *)
Lemma Sum_plus (n : nat) (f h : nat -> R) :
  Sum n (fun i => f i + h i) = Sum n f + Sum n h.
Proof. induction n as [|n IH]; simpl; [|rewrite IH]; ring. Qed.

(** A constant factor comes out of a sum. *)
Lemma Sum_scal (n : nat) (c : R) (f : nat -> R) :
  Sum n (fun i => c * f i) = c * Sum n f.
Proof. induction n as [|n IH]; simpl; [|rewrite IH]; ring. Qed.

(** Terms in order have sums in order. *)
Lemma Sum_le (n : nat) (f h : nat -> R) :
  (forall i, (i < n)%nat -> f i <= h i) -> Sum n f <= Sum n h.
Proof.
  induction n as [|n IH]; intros H; simpl; [lra|].
  apply Rplus_le_compat; [apply IH; intros; apply H|apply H]; lia.
Qed.

(** Positive terms have a positive sum. *)
Lemma Sum_pos (n : nat) (f : nat -> R) :
  (1 <= n)%nat -> (forall i, (i < n)%nat -> 0 < f i) -> 0 < Sum n f.
Proof.
  induction n as [|[|n] IH]; intros Hn H; [lia| |].
  - simpl. specialize (H 0%nat ltac:(lia)). lra.
  - change (0 < Sum (S n) f + f (S n)).
    apply Rplus_lt_0_compat; [apply IH; [lia|]; intros; apply H|apply H]; lia.
Qed.

(** Non-negative terms whose sum is 0 are all 0. *)
Lemma Sum_eq_0 (n : nat) (f : nat -> R) :
  (forall i, (i < n)%nat -> 0 <= f i) -> Sum n f = 0 ->
  forall i, (i < n)%nat -> f i = 0.
Proof.
  induction n as [|n IH]; intros H E i Hi; [lia|]; simpl in E.
  assert (H0 : 0 <= Sum n f).
  { replace 0 with (Sum n (fun _ => 0)).
    - apply Sum_le; intros; apply H; lia.
    - clear. induction n; simpl; lra. }
  assert (Hn : 0 <= f n) by (apply H; lia).
  destruct (Nat.eq_dec i n) as [->|Hne]; [lra|].
  apply IH; [intros; apply H; lia|lra|lia].
Qed.

(** A telescoping sum. *)
Lemma Sum_telescope (n : nat) (a : nat -> R) :
  Sum n (fun i => a i - a (S i)) = a 0%nat - a n.
Proof. induction n as [|n IH]; simpl; [|rewrite IH]; ring. Qed.

(** A sum of differentiable terms has the sum of their derivatives. *)
Lemma Sum_is_derive (n : nat) (f df : nat -> R -> R) (x : R) :
  (forall i, (i < n)%nat -> is_derive (f i) x (df i x)) ->
  is_derive (fun t : R => Sum n (fun i => f i t)) x (Sum n (fun i => df i x)).
Proof.
  induction n as [|n IH]; intros H.
  - apply (is_derive_const (K := R_AbsRing) (V := R_NormedModule) 0 x).
  - apply (is_derive_plus (fun t : R => Sum n (fun i => f i t)) (f n)).
    + apply IH; intros; apply H; lia.
    + apply H; lia.
Qed.

(** The partial sum of a series up to the index n is the sum over i < n + 1. *)
Lemma sum_n_Sum (f : nat -> R) (n : nat) : sum_n f n = Sum (S n) f.
Proof.
  induction n as [|n IH].
  - rewrite sum_O. simpl. ring.
  - rewrite sum_Sn, IH. reflexivity.
Qed.

(** A series has the sum l exactly when its sums over i < n tend to l. *)
Lemma is_series_Sum (f : nat -> R) (l : R) :
  is_series f l <-> is_lim_seq (fun n => Sum n f) l.
Proof.
  rewrite (is_lim_seq_incr_1 (fun n => Sum n f)).
  split; intros H.
  - apply (is_lim_seq_ext (sum_n f)); [apply sum_n_Sum|exact H].
  - apply (is_lim_seq_ext (fun n => Sum (S n) f) (sum_n f) l);
      [intros; symmetry; apply sum_n_Sum|exact H].
Qed.
