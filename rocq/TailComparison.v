(** * Comparison of a series with a primitive, for terms that are not monotone

    Role: the estimate behind [LogSeries].

    Idea: let - f be the derivative of G, and let W fall at least as fast as f moves.
    Then f x - (G x - G (x + 1)) is at most W x - W (x + 1) in absolute value; both
    sides telescope, so the series of f over 1, 2, 3, ... converges to within W 1 of
    G 1. No integral is used. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions.
From Ledger Require Import Sums.
Local Open Scope R_scope.

Lemma dist_S i : dist (S i) = dist i + 1.
Proof. unfold dist. rewrite (S_INR (S i)). reflexivity. Qed.

Lemma dist_ge_1 i : 1 <= dist i.
Proof. unfold dist. apply (le_INR 1). lia. Qed.

Local Lemma mean_value f df x y : (forall t, 1 <= t -> is_derive f t (df t)) -> 1 <= x <= y ->
  exists c, x <= c <= y /\ f y - f x = df c * (y - x).
Proof.
  intros Hf [H1 Hxy].
  destruct (MVT_gen f x y df) as (c & Hc & E).
  - intros t. rewrite Rmin_left, Rmax_right by lra. intros Ht. apply Hf. lra.
  - intros t. rewrite Rmin_left, Rmax_right by lra. intros Ht.
    apply continuity_pt_filterlim, (ex_derive_continuous f). exists (df t). apply Hf. lra.
  - rewrite Rmin_left, Rmax_right in Hc by lra. exists c. split; assumption.
Qed.

(** ** The comparison *)

Section Comparison.

Variables f df G W dW : R -> R.
Hypothesis f_derive : forall x, 1 <= x -> is_derive f x (df x).
Hypothesis G_derive : forall x, 1 <= x -> is_derive G x (- f x).
Hypothesis W_derive : forall x, 1 <= x -> is_derive W x (dW x).
Hypothesis f_slow : forall x, 1 <= x -> Rabs (df x) <= - dW x.
Hypothesis f_pos : forall x, 1 <= x -> 0 <= f x.
Hypothesis G_pos : forall x, 1 <= x -> 0 <= G x.
Hypothesis W_pos : forall x, 1 <= x -> 0 <= W x.
Hypothesis G_vanishes : is_lim_seq (fun n => G (dist n)) 0.

(** f moves no more than W falls. *)
Local Lemma moves_less x y : 1 <= x <= y -> Rabs (f y - f x) <= W x - W y.
Proof.
  intros H.
  assert (Hp : forall t, 1 <= t -> is_derive (fun u => W u + f u) t (dW t + df t))
    by (intros t Ht; apply (is_derive_plus W f); auto).
  assert (Hm : forall t, 1 <= t -> is_derive (fun u => W u - f u) t (dW t - df t))
    by (intros t Ht; apply (is_derive_minus W f); auto).
  destruct (mean_value _ _ x y Hp H) as (c & Hc & Ec).
  destruct (mean_value _ _ x y Hm H) as (d & Hd & Ed).
  assert (Sc := f_slow c ltac:(lra)). assert (Sd := f_slow d ltac:(lra)).
  apply Rabs_le_between in Sc. apply Rabs_le_between in Sd.
  assert ((dW c + df c) * (y - x) <= 0) by (apply Rmult_le_0_r; lra).
  assert ((dW d - df d) * (y - x) <= 0) by (apply Rmult_le_0_r; lra).
  apply Rabs_le. lra.
Qed.

(** One term against one step of the primitive. *)
Local Lemma one_step x : 1 <= x -> Rabs (f x - (G x - G (x + 1))) <= W x - W (x + 1).
Proof.
  intros Hx. destruct (mean_value G _ x (x + 1) G_derive ltac:(lra)) as (c & Hc & E).
  replace (f x - (G x - G (x + 1))) with (- (f c - f x)) by lra.
  rewrite Rabs_Ropp. apply Rle_trans with (W x - W c); [apply moves_less; lra|].
  assert (H := moves_less c (x + 1) ltac:(lra)).
  assert (P := Rabs_pos (f (x + 1) - f c)). lra.
Qed.

Local Lemma partial_sums n :
  Rabs (Sum n (fun i => f (dist i)) - (G 1 - G (dist n))) <= W 1 - W (dist n).
Proof.
  induction n as [|n IH].
  - change (dist 0) with 1. simpl. replace (0 - (G 1 - G 1)) with 0 by ring.
    rewrite Rabs_R0. lra.
  - assert (H := one_step (dist n) (dist_ge_1 n)). rewrite <- dist_S in H.
    apply Rabs_le_between in IH. apply Rabs_le_between in H.
    apply Rabs_le. simpl Sum. lra.
Qed.

Local Lemma series_exists : exists l : R, is_lim_seq (fun n => Sum n (fun i => f (dist i))) l.
Proof.
  apply (ex_finite_lim_seq_incr _ (G 1 + W 1)).
  - intros n. simpl. assert (H := f_pos (dist n) (dist_ge_1 n)). lra.
  - intros n. assert (H := partial_sums n). apply Rabs_le_between in H.
    assert (HG := G_pos (dist n) (dist_ge_1 n)).
    assert (HW := W_pos (dist n) (dist_ge_1 n)). lra.
Qed.

(** The series of f over 1, 2, 3, ... converges, to at least its first term and to within W 1
    of G 1. *)
Theorem tail_comparison :
  exists l : R, is_series (fun i => f (dist i)) l /\ f 1 <= l /\ Rabs (l - G 1) <= W 1.
Proof.
  destruct series_exists as (l & Hl). exists l. split; [|split].
  - now apply is_series_Sum.
  - replace (f 1) with (Sum 1 (fun i => f (dist i))) by (simpl; unfold dist; simpl; ring).
    apply (is_lim_seq_incr_compare (fun n => Sum n (fun i => f (dist i))) l Hl).
    intros n. simpl. assert (H := f_pos (dist n) (dist_ge_1 n)). lra.
  - assert (Hg : is_lim_seq (fun n => Sum n (fun i => f (dist i)) + G (dist n)) (l + 0))
      by (apply is_lim_seq_plus'; assumption).
    rewrite Rplus_0_r in Hg.
    assert (Hb : forall n,
        G 1 - W 1 <= Sum n (fun i => f (dist i)) + G (dist n) <= G 1 + W 1).
    { intros n. assert (H := partial_sums n). apply Rabs_le_between in H.
      assert (HW := W_pos (dist n) (dist_ge_1 n)). lra. }
    assert (Lo := is_lim_seq_le _ _ _ _ (fun n => proj1 (Hb n)) (is_lim_seq_const _) Hg).
    assert (Hi := is_lim_seq_le _ _ _ _ (fun n => proj2 (Hb n)) Hg (is_lim_seq_const _)).
    simpl in Lo, Hi. apply Rabs_le. lra.
Qed.

End Comparison.
