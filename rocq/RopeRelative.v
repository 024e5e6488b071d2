(** * Rotary positions are relative

    Role: proves [Statements.RopeRelative (-1)] and refutes every other sign, so
    m + n.

    Idea: plane by plane, the scalar product of two turned pairs is
    u cos((m-n) w) + v sin((m-n) w), where u and v do not know the positions. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums.
Local Open Scope R_scope.

(** ** The score as a function of the difference of the positions *)

(** The score at the difference t. *)
Definition relative_score (planes : nat) (w : nat -> R) (q k : vector) (t : R) : R :=
  Sum planes (fun i =>
    (q (2 * i)%nat * k (2 * i)%nat + q (S (2 * i)%nat) * k (S (2 * i)%nat)) * cos (t * w i) +
    (q (2 * i)%nat * k (S (2 * i)%nat) - q (S (2 * i)%nat) * k (2 * i)%nat) * sin (t * w i)).

Local Lemma even_double (i : nat) : Nat.even (2 * i) = true.
Proof. apply Nat.even_spec. now exists i. Qed.

Local Lemma rope_even (w : nat -> R) (m : R) (x : vector) (i : nat) :
  rope w m x (2 * i)%nat =
  cos (m * w i) * x (2 * i)%nat - sin (m * w i) * x (S (2 * i)%nat).
Proof. unfold rope. now rewrite Nat.div2_double, even_double. Qed.

Local Lemma rope_odd (w : nat -> R) (m : R) (x : vector) (i : nat) :
  rope w m x (S (2 * i)%nat) =
  sin (m * w i) * x (2 * i)%nat + cos (m * w i) * x (S (2 * i)%nat).
Proof.
  unfold rope. now rewrite Nat.div2_succ_double, Nat.even_succ, <- Nat.negb_even, even_double.
Qed.

Local Lemma Sum_double (n : nat) (f : nat -> R) :
  Sum (2 * n)%nat f = Sum n (fun i => f (2 * i)%nat + f (S (2 * i)%nat)).
Proof.
  induction n as [|n IH]; [reflexivity|].
  replace (2 * S n)%nat with (S (S (2 * n)))%nat by lia.
  cbn [Sum]. rewrite IH. lra.
Qed.

(** The score of the turned vectors is [relative_score] at m - n, for real m and n. *)
Lemma rope_score_relative (planes : nat) (w : nat -> R) (q k : vector) (m n : R) :
  rope_score planes w q k m n = relative_score planes w q k (m - n).
Proof.
  unfold rope_score, dot, relative_score. rewrite Sum_double.
  apply Sum_ext. intros i _. rewrite !rope_even, !rope_odd.
  replace ((m - n) * w i) with (m * w i - n * w i) by ring.
  rewrite cos_minus, sin_minus. ring.
Qed.

(** The score of a rotated query at m and a rotated key at n is a function of m - n. *)
Theorem rope_relative : RopeRelative (-1).
Proof.
  intros planes w q k. exists (relative_score planes w q k). intros m n.
  rewrite rope_score_relative. f_equal. ring.
Qed.

(** ** Controls *)

(** One plane, query and key both the first unit vector. *)
Local Definition first_unit : vector := fun j => if Nat.eqb j 0 then 1 else 0.

Local Lemma rope_score_first_unit (w : nat -> R) (m n : R) :
  rope_score 1 w first_unit first_unit m n = cos ((m - n) * w 0%nat).
Proof.
  rewrite rope_score_relative. unfold relative_score, first_unit.
  cbn [Sum Nat.mul Nat.add Nat.eqb]. ring.
Qed.

(** No other combination will do: the score is a function of m + s n for no other s. *)
Theorem rope_relative_unique (s : R) : s <> -1 -> ~ RopeRelative s.
Proof.
  intros Hs H.
  destruct (H 1%nat (fun _ => PI / (s + 1)) first_unit first_unit) as [f Hf].
  pose proof (Hf 0 0) as H0. pose proof (Hf s (-1)) as H1.
  rewrite rope_score_first_unit in H0, H1. cbv beta in H0, H1.
  replace (s + s * -1) with (0 + s * 0) in H1 by ring.
  rewrite <- H0 in H1.
  replace ((s - -1) * (PI / (s + 1))) with PI in H1 by (field; lra).
  replace ((0 - 0) * (PI / (s + 1))) with 0 in H1 by ring.
  rewrite cos_PI, cos_0 in H1. lra.
Qed.

(** Nor will m + n on whole positions and with the frequency 1 of the first plane:
    positions (1, 1) and (2, 0) have the same sum and scores 1 and cos 2. *)
Theorem rope_score_not_of_sum : ~ exists f : nat -> R, forall m n : nat,
  rope_score 1 (fun _ => 1) first_unit first_unit (INR m) (INR n) = f (m + n)%nat.
Proof.
  intros [f H]. pose proof (H 1%nat 1%nat) as H0. pose proof (H 2%nat 0%nat) as H1.
  simpl (_ + _)%nat in H0, H1. rewrite <- H0, !rope_score_first_unit in H1.
  replace ((INR 1 - INR 1) * 1) with 0 in H1 by ring.
  replace ((INR 2 - INR 0) * 1) with 2 in H1 by (simpl; ring).
  assert (cos 2 < cos 0); [|lra].
  pose proof PI2_3_2. apply cos_decreasing_1; lra.
Qed.

(** That the score is a function of m + n is refuted. *)
Theorem rope_relative_not_sum : ~ RopeRelative 1.
Proof. apply rope_relative_unique. lra. Qed.
