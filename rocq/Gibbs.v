(** * The Gibbs inequality, and what it gives about reweighted distributions

    Role: the one lemma behind [SoftmaxFreeEnergy], [MaxEntropy] and [KLOptimum].

    Idea. [gibbs]: relative entropy is at least 0, and 0 only between equal
    distributions; the first may have zeros. Term by term p ln (p/q) >= p - q, since
    ln x <= x - 1. [relative_entropy_reweighted]: if m is q reweighted by exp h, then
    the divergence of p from m is that from q, less the mean of h, plus a constant.
    Free energy, entropy under a constraint and regularised reward are each this
    identity read for one q and one h. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions.
From Ledger Require Import Sums.
Local Open Scope R_scope.

Local Lemma ln_lt_sub1 x : 0 < x -> x <> 1 -> ln x < x - 1.
Proof.
  intros Hx H1. assert (Hl : ln x <> 0).
  { intros H. apply H1. rewrite <- (exp_ln x Hx), H. apply exp_0. }
  generalize (exp_ineq1 (ln x) Hl). rewrite exp_ln by assumption. lra.
Qed.

(** The inequality for one term: strict unless p = q. *)
Local Lemma xlnxy_gt p q : 0 <= p -> 0 < q -> p <> q -> p - q < xlnxy p q.
Proof.
  intros Hp Hq npq. unfold xlnxy. destruct (Req_EM_T p 0) as [->|ne]; [lra|].
  assert (Hx : 0 < q / p) by (apply Rdiv_lt_0_compat; lra).
  assert (H : ln (q / p) < q / p - 1).
  { apply ln_lt_sub1; [assumption|]. intros H. apply npq.
    replace q with (q / p * p) by (field; lra). rewrite H. ring. }
  apply (Rmult_lt_compat_l p) in H; [|lra].
  replace (p * (q / p - 1)) with (q - p) in H by (field; lra).
  replace (p / q) with (/ (q / p)) by (field; lra).
  rewrite ln_Rinv by assumption. lra.
Qed.

Local Lemma xlnxy_refl q : 0 < q -> xlnxy q q = 0.
Proof.
  intros Hq. unfold xlnxy. destruct (Req_EM_T q 0); [reflexivity|].
  replace (q / q) with 1 by (field; lra). rewrite ln_1. ring.
Qed.

Local Lemma xlnxy_ge p q : 0 <= p -> 0 < q -> p - q <= xlnxy p q.
Proof.
  intros Hp Hq. destruct (Req_dec p q) as [->|npq].
  - rewrite xlnxy_refl by assumption. lra.
  - apply Rlt_le, xlnxy_gt; assumption.
Qed.

(** Relative entropy to a distribution without zeros is at least 0, and it is 0 if and only if
    the two distributions are equal. *)
Theorem gibbs n p q : distribution n p -> distribution n q -> all_positive n q ->
  0 <= relative_entropy n p q /\ (relative_entropy n p q = 0 <-> agree n p q).
Proof.
  intros [Hp Sp] [_ Sq] Hq.
  assert (Hle : forall i, (i < n)%nat -> p i - q i <= xlnxy (p i) (q i))
    by (intros; apply xlnxy_ge; auto).
  assert (HS : Sum n (fun i => p i - q i) = 0) by (rewrite Sum_minus; lra).
  unfold relative_entropy. repeat split.
  - rewrite <- HS. apply Sum_le, Hle.
  - intros H0 i Hi. destruct (Req_dec (p i) (q i)) as [|npq]; [assumption|].
    assert (He := Sum_eq_terms _ _ _ Hle (eq_trans HS (eq_sym H0)) i Hi).
    assert (Hg := xlnxy_gt _ _ (Hp i Hi) (Hq i Hi) npq). simpl in He. lra.
  - intros Ha. rewrite (Sum_ext _ _ (fun _ => 0 * 0)).
    + rewrite Sum_scal. ring.
    + intros i Hi. rewrite (Ha i Hi), xlnxy_refl by auto. ring.
Qed.

(** ** Positive weights, normalised *)

(** Only n >= 1 states carry a distribution. *)
Lemma distribution_nonempty n p : distribution n p -> (1 <= n)%nat.
Proof. intros [_ Sp]. destruct n; [simpl in Sp; lra|lia]. Qed.

Lemma normalise_positive n w : (1 <= n)%nat -> all_positive n w -> all_positive n (normalise n w).
Proof. intros Hn Hw i Hi. apply Rdiv_lt_0_compat; [auto|apply Sum_pos; auto]. Qed.

Lemma normalise_distribution n w :
  (1 <= n)%nat -> all_positive n w -> distribution n (normalise n w).
Proof.
  intros Hn Hw. split.
  - intros i Hi. apply Rlt_le, normalise_positive; auto.
  - unfold normalise, Rdiv. rewrite Sum_scal_r. apply Rinv_r.
    apply Rgt_not_eq, Sum_pos; auto.
Qed.

Local Lemma xlnxy_reweighted p q h c : 0 <= p -> 0 < q -> 0 < c ->
  xlnxy p (q * exp h / c) = xlnxy p q - p * h + p * ln c.
Proof.
  intros Hp Hq Hc. unfold xlnxy. destruct (Req_EM_T p 0) as [->|ne]; [ring|].
  assert (He := exp_pos h).
  replace (p / (q * exp h / c)) with (p / q * (c * exp (- h)))
    by (rewrite exp_Ropp; field; lra).
  rewrite ln_mult, ln_mult, ln_exp; try apply exp_pos; try assumption; [ring| |].
  - apply Rdiv_lt_0_compat; lra.
  - apply Rmult_lt_0_compat; [assumption|apply exp_pos].
Qed.

(** The divergence of p from q reweighted by exp h is its divergence from q, less the mean of
    h under p, plus the logarithm of the normalising sum. *)
Lemma relative_entropy_reweighted n p q h :
  (1 <= n)%nat -> distribution n p -> all_positive n q ->
  let w := fun i => q i * exp (h i) in
  relative_entropy n p (normalise n w) =
  relative_entropy n p q - mean n p h + ln (Sum n w).
Proof.
  intros Hn [Hp Sp] Hq w. unfold relative_entropy, mean, normalise.
  rewrite <- (Rmult_1_l (ln (Sum n w))), <- Sp, <- Sum_scal_r, <- Sum_minus, <- Sum_plus.
  apply Sum_ext. intros i Hi. apply xlnxy_reweighted; auto. apply Sum_pos; [assumption|].
  intros j Hj. apply Rmult_lt_0_compat; [auto|apply exp_pos].
Qed.

(** The same with every q i = 1, where the divergence from q is minus the entropy. *)
Lemma relative_entropy_exp n p h : (1 <= n)%nat -> distribution n p ->
  let w := fun i => exp (h i) in
  relative_entropy n p (normalise n w) = - entropy n p - mean n p h + ln (Sum n w).
Proof.
  intros Hn Hp w. assert (Hw : Sum n w = Sum n (fun i => 1 * exp (h i)))
    by (apply Sum_ext; intros; unfold w; ring).
  transitivity (relative_entropy n p (normalise n (fun i => 1 * exp (h i)))).
  - apply Sum_ext. intros i _. unfold normalise. rewrite <- Hw, Rmult_1_l. reflexivity.
  - rewrite relative_entropy_reweighted; [|assumption|assumption|intros i _; lra].
    rewrite <- Hw. f_equal. f_equal. unfold entropy. rewrite Ropp_involutive.
    apply Sum_ext. intros i _. unfold xlnxy, xlnx, Rdiv. rewrite Rinv_1, Rmult_1_r.
    reflexivity.
Qed.

(** ** From the divergence to the optimum *)

(** A functional that is a constant less b > 0 times the divergence from m, for every p that
    satisfies C, is largest at m, and there alone. *)
Lemma maximiser_of_divergence n (C : vector -> Prop) F m b k :
  (forall p, C p -> distribution n p) -> C m -> all_positive n m -> 0 < b ->
  (forall p, C p -> F p = k - b * relative_entropy n p m) ->
  unique_maximiser n C F m.
Proof.
  intros HC Hm Hpos Hb HF. split; [assumption|]. intros p Hp.
  destruct (gibbs n p m) as [Hge Heq]; auto.
  destruct (gibbs n m m) as [_ [_ Hmm]]; auto.
  rewrite (HF p Hp), (HF m Hm), Hmm by (intros i _; reflexivity). split.
  - apply (Rmult_le_compat_l b) in Hge; lra.
  - intros H. apply Heq. apply (Rmult_eq_reg_l b); lra.
Qed.

Lemma unique_maximiser_agree n C F m m' :
  unique_maximiser n C F m -> unique_maximiser n C F m' -> agree n m m'.
Proof.
  intros [Cm Hm] [Cm' Hm']. apply (Hm' m Cm).
  apply Rle_antisym; [apply (Hm' m Cm)|apply (Hm m' Cm')].
Qed.

(** A minimiser of F is a maximiser of - F. *)
Lemma minimiser_of_maximiser n C F G m : (forall p, G p = - F p) ->
  unique_maximiser n C F m -> unique_minimiser n C G m.
Proof.
  intros HG [Cm Hm]. split; [assumption|]. intros p Hp. rewrite !HG.
  destruct (Hm p Hp) as [H1 H2]. split; [lra|]. intros H; apply H2; lra.
Qed.

(** ** Two steps from a distribution without zeros, in opposite directions *)

(** If v has sum 0 and m no zeros, then m + t v and m - t v are distributions for some t > 0. *)
Lemma two_steps n m v : distribution n m -> all_positive n m -> Sum n v = 0 ->
  exists t, 0 < t /\ distribution n (fun i => m i + t * v i) /\
                    distribution n (fun i => m i - t * v i).
Proof.
  intros [_ Sm] Hm Sv.
  assert (Ht : exists t, 0 < t /\ forall i, (i < n)%nat -> t * Rabs (v i) <= m i).
  { clear Sm Sv. induction n as [|n IH]; [exists 1; split; [lra|intros; lia]|].
    destruct IH as (t & Ht & H); [intros i Hi; apply Hm; lia|].
    assert (Hv := Rabs_pos (v n)). assert (Hmn := Hm n (Nat.lt_succ_diag_r n)).
    set (u := m n / (1 + Rabs (v n))).
    assert (Hu : 0 < u) by (apply Rdiv_lt_0_compat; lra).
    exists (Rmin t u). split; [apply Rmin_pos; assumption|]. intros i Hi.
    destruct (Nat.eq_dec i n) as [->|ne].
    - apply Rle_trans with (u * (1 + Rabs (v n))); [|right; unfold u; field; lra].
      apply Rmult_le_compat; try lra; [apply Rlt_le, Rmin_pos; assumption|apply Rmin_r].
    - apply Rle_trans with (t * Rabs (v i)); [|apply H; lia].
      apply Rmult_le_compat_r; [apply Rabs_pos|apply Rmin_l]. }
  destruct Ht as (t & Ht & H). exists t. split; [assumption|].
  split; split; try (rewrite ?Sum_plus, ?Sum_minus, Sum_scal, Sm, Sv; ring);
    intros i Hi; specialize (H i Hi); generalize (Rle_abs (v i)) (Rle_abs (- v i));
    rewrite Rabs_Ropp; intros H1 H2;
    apply (Rmult_le_compat_l t) in H1; apply (Rmult_le_compat_l t) in H2; lra.
Qed.
