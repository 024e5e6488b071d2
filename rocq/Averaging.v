(** * Averaging with positive weights contracts, and its symbol lies in the unit disc

    Role: proves [Statements.AveragingContracts 1] and refutes every c < 1, in each
    of its two parts, so 1/2.

    Idea: each new entry is a mean that gives weight to the largest and to the
    smallest old entry, so it lies strictly between them. For the symbol, the square
    of a mean is at most the mean of the square, and cos^2 + sin^2 = 1. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Gibbs.
Local Open Scope R_scope.

(** ** The largest and the smallest entry *)

Local Lemma largest_ge n x i : (i < n)%nat -> x i <= largest n x.
Proof.
  induction n as [|n IH]; intros Hi; [lia|]. simpl.
  destruct (Nat.eq_dec i n) as [->|ne]; [apply Rmax_r|].
  apply Rle_trans with (2 := Rmax_l _ _). apply IH. lia.
Qed.

Local Lemma largest_attained n x : (1 <= n)%nat ->
  exists k, (k < n)%nat /\ largest n x = x k.
Proof.
  induction n as [|[|n] IH]; intros Hn; [lia| |].
  - exists 0%nat. split; [lia|]. simpl. apply Rmax_left. lra.
  - destruct IH as (k & Hk & E); [lia|].
    change (largest (S (S n)) x) with (Rmax (largest (S n) x) (x (S n))).
    unfold Rmax. destruct (Rle_dec (largest (S n) x) (x (S n))).
    + exists (S n). split; [lia|reflexivity].
    + exists k. split; [lia|exact E].
Qed.

Local Lemma smallest_opp n x : smallest n x = - largest n (fun i => - x i).
Proof.
  induction n as [|n IH]; simpl; [ring|]. rewrite IH. unfold Rmin, Rmax.
  destruct (Rle_dec _ _), (Rle_dec _ _); lra.
Qed.

(** ** The range *)

(** A mean with positive weights is below the largest entry, unless all entries are
    equal. *)
Local Lemma mean_lt_bound n p x b j : distribution n p -> all_positive n p ->
  (forall i, (i < n)%nat -> x i <= b) -> (j < n)%nat -> x j < b -> Sum n (fun i => p i * x i) < b.
Proof.
  intros [Hp Sp] Hpos Hb Hj Hlt.
  assert (H : p j * (b - x j) <= Sum n (fun i => p i * (b - x i))).
  { apply (Sum_ge_term n (fun i => p i * (b - x i))); [|assumption].
    intros i Hi. apply Rmult_le_pos; [auto|]. specialize (Hb i Hi). lra. }
  assert (0 < p j * (b - x j)) by (apply Rmult_lt_0_compat; [auto|lra]).
  rewrite (Sum_ext _ (fun i => p i * (b - x i)) (fun i => p i * b - p i * x i)) in H
    by (intros; ring).
  rewrite Sum_minus, Sum_scal_r, Sp in H. lra.
Qed.

(** Every entry after averaging is below the largest before. *)
Local Lemma averaged_lt_largest N A x i : row_stochastic N A ->
  (forall i, (i < N)%nat -> all_positive N (A i)) ->
  (exists j k, (j < N)%nat /\ (k < N)%nat /\ x j <> x k) -> (i < N)%nat ->
  matvec N A x i < largest N x.
Proof.
  intros HA Hpos (j & k & Hj & Hk & ne) Hi.
  assert (Hb : forall l, (l < N)%nat -> x l <= largest N x)
    by (intros; apply largest_ge; lia).
  assert (Bj := Hb j Hj). assert (Bk := Hb k Hk).
  destruct (Rlt_dec (x j) (largest N x)) as [L|L].
  - apply mean_lt_bound with j; auto.
  - apply mean_lt_bound with k; auto. lra.
Qed.

Local Lemma averaged_opp N A x i : matvec N A (fun j => - x j) i = - matvec N A x i.
Proof.
  unfold matvec. rewrite <- (Rmult_1_l (Sum N (fun j => A i j * x j))), Ropp_mult_distr_l.
  rewrite <- Sum_scal. apply Sum_ext. intros; ring.
Qed.

(** And above the smallest: the same for - x. *)
Local Lemma averaged_gt_smallest N A x i : row_stochastic N A ->
  (forall i, (i < N)%nat -> all_positive N (A i)) ->
  (exists j k, (j < N)%nat /\ (k < N)%nat /\ x j <> x k) -> (i < N)%nat ->
  smallest N x < matvec N A x i.
Proof.
  intros HA Hpos (j & k & Hj & Hk & ne) Hi. rewrite smallest_opp.
  assert (H : matvec N A (fun l => - x l) i < largest N (fun l => - x l)).
  { apply averaged_lt_largest; auto. exists j, k. repeat split; try assumption. lra. }
  rewrite averaged_opp in H. lra.
Qed.

(** A row-stochastic matrix with positive entries shrinks the range of every vector
    that is not constant. *)
Theorem range_contracts : RangeContracts 1.
Proof.
  intros N A x HA Hpos Hx. rewrite Rmult_1_l.
  assert (HN : (1 <= N)%nat) by (destruct Hx as (j & _ & Hj & _); lia).
  unfold range. rewrite (smallest_opp _ (matvec N A x)).
  destruct (largest_attained N (matvec N A x) HN) as (k & Hk & ->).
  destruct (largest_attained N (fun i => - matvec N A x i) HN) as (l & Hl & ->).
  generalize (averaged_lt_largest N A x k HA Hpos Hx Hk).
  generalize (averaged_gt_smallest N A x l HA Hpos Hx Hl). lra.
Qed.

(** ** The symbol *)

(** The square of a mean is at most the mean of the square. *)
Local Lemma mean_sq_le n p x : distribution n p -> mean n p x ^ 2 <= mean n p (fun i => x i ^ 2).
Proof.
  intros [Hp Sp]. set (m := mean n p x).
  assert (H : 0 <= Sum n (fun i => p i * (x i - m) ^ 2)).
  { apply Sum_nonneg. intros i Hi. apply Rmult_le_pos; [auto|apply pow2_ge_0]. }
  replace (Sum n (fun i => p i * (x i - m) ^ 2)) with
    (mean n p (fun i => x i ^ 2) - m ^ 2) in H; [lra|].
  transitivity (mean n p (fun i => x i ^ 2) - (2 * m) * m + m ^ 2 * Sum n p);
    [rewrite Sp; ring|].
  unfold m at 2. unfold mean. rewrite <- !Sum_scal, <- Sum_minus, <- Sum_plus.
  apply Sum_ext. intros; ring.
Qed.

(** The symbol of every distribution on 1..N lies in the unit disc. *)
Lemma symbol_in_disc_of_distribution n p x : distribution n p ->
  mean n p (fun i => cos (x i)) ^ 2 + mean n p (fun i => sin (x i)) ^ 2 <= 1.
Proof.
  intros Hp. assert (Hc := mean_sq_le n p (fun i => cos (x i)) Hp).
  assert (Hs := mean_sq_le n p (fun i => sin (x i)) Hp).
  enough (mean n p (fun i => cos (x i) ^ 2) + mean n p (fun i => sin (x i) ^ 2) = 1) by lra.
  destruct Hp as [_ Sp]. rewrite <- Sp. unfold mean. rewrite <- Sum_plus. apply Sum_ext.
  intros i _. rewrite <- Rmult_plus_distr_l, Rplus_comm.
  replace (sin (x i) ^ 2 + cos (x i) ^ 2) with 1; [ring|].
  rewrite <- (sin2_cos2 (x i)). unfold Rsqr. ring.
Qed.

(** The symbol of d^-g / Z on 1..N is at most 1 in absolute value. *)
Theorem symbol_within : SymbolWithin 1.
Proof.
  intros N g t HN. rewrite <- sqrt_1. apply sqrt_le_1_alt.
  apply symbol_in_disc_of_distribution, (normalise_distribution N (weight g) HN).
  intros i _. apply exp_pos.
Qed.

(** Averaging contracts, and its symbol is at most 1 in absolute value. *)
Theorem averaging_contracts : AveragingContracts 1.
Proof. split; [exact range_contracts|exact symbol_within]. Qed.

(** ** Controls: nothing below 1 will do, in either part *)

(** Rows (1 - e, e) and (e, 1 - e); e = 1/10 is the witness (0.9, 0.1), (0.1, 0.9). *)
Local Definition sticky (e : R) : matrix :=
  fun i j => if Nat.eq_dec i j then 1 - e else e.

Local Lemma sticky_rows e : 0 < e < 1 ->
  row_stochastic 2 (sticky e) /\ forall i, (i < 2)%nat -> all_positive 2 (sticky e i).
Proof.
  intros He. assert (P : forall i j, 0 < sticky e i j)
    by (intros i j; unfold sticky; destruct (Nat.eq_dec i j); lra).
  split; [|intros i _ j _; apply P]. intros i Hi. split; [intros j _; apply Rlt_le, P|].
  destruct i as [|[|i]]; [| |lia]; unfold sticky; simpl; lra.
Qed.

(** It takes (0, 1) to (e, 1 - e), from range 1 to range 1 - 2 e. *)
Local Lemma sticky_range e : 0 < e < 1 / 2 ->
  range 2 INR = 1 /\ range 2 (matvec 2 (sticky e) INR) = 1 - 2 * e.
Proof.
  intros He. unfold range, matvec, sticky. simpl. unfold Rmax, Rmin.
  split; repeat destruct (Rle_dec _ _); lra.
Qed.

(** No c < 1 bounds the range. *)
Theorem range_contracts_least (c : R) : c < 1 -> ~ RangeContracts c.
Proof.
  intros Hc H. pose proof (Rmax_l 0 c). pose proof (Rmax_r 0 c).
  assert (Hm : Rmax 0 c < 1) by (apply Rmax_lub_lt; lra).
  set (e := (1 - Rmax 0 c) / 4). assert (He : 0 < e < 1 / 2) by (unfold e; lra).
  destruct (sticky_rows e) as [HA Hpos]; [lra|]. destruct (sticky_range e He) as [R0 R1].
  specialize (H 2%nat (sticky e) INR HA Hpos). rewrite R0, R1 in H.
  enough (1 - 2 * e < c * 1) by (unfold e in *; lra).
  apply H. exists 0%nat, 1%nat. repeat split; try lia. simpl. lra.
Qed.

(** No c < 1 bounds the symbol: at t = 0 it is 1. *)
Theorem symbol_within_least (c : R) : c < 1 -> ~ SymbolWithin c.
Proof.
  intros Hc H. specialize (H 1%nat 0 0 (le_n 1)).
  destruct (normalise_distribution 1 (weight 0) (le_n 1)) as [_ S1];
    [intros i _; apply exp_pos|].
  change (normalise 1 (weight 0)) with (prob 0 1) in S1.
  unfold mean in H. simpl in H, S1. rewrite !Rmult_0_r, cos_0, sin_0 in H.
  replace (prob 0 1 0) with 1 in H by lra.
  replace (((0 + 1 * 1) * ((0 + 1 * 1) * 1) + (0 + 1 * 0) * ((0 + 1 * 0) * 1)))
    with 1 in H by ring. rewrite sqrt_1 in H. lra.
Qed.

(** Half the range, and half the disc, are refuted. *)
Theorem averaging_contracts_not_half : ~ AveragingContracts (1 / 2).
Proof. intros [H _]. revert H. apply range_contracts_least. lra. Qed.
