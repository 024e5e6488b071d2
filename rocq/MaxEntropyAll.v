(** * The power law has the largest entropy on all distances, for g > 1

    Role: proves [Statements.MaxEntropyAllDistances 1]; refutes s = -1.

    Idea: with log p = - g log d - log z, the terms of g m + log z, of the entropy of
    q and of 1 - 1 leave r = q log (q/p) - q + p >= 0 term by term, and r = 0 at
    q = p only. The entropy of q has terms that are not negative and sums bounded by
    the others, so it exists; the series of r is h - hq. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Moments LogBounds Gibbs NearOne.
Local Open Scope R_scope.

(** ** Series *)

(** An equation typed in Coquelicot's structures, as one of real numbers. *)
Local Ltac real := match goal with |- ?a = ?b => change (@eq R a b) end.

Local Lemma series_plus (a b : nat -> R) (x y : R) :
  is_series a x -> is_series b y -> is_series (fun i => a i + b i) (x + y).
Proof. exact (is_series_plus a b x y). Qed.

Local Lemma series_scal (c : R) (a : nat -> R) (x : R) :
  is_series a x -> is_series (fun i => c * a i) (c * x).
Proof. exact (is_series_scal c a x). Qed.

(** Terms that are not negative sum to at least every partial sum, ... *)
Local Lemma series_ge_partial (a : nat -> R) (x : R) (n : nat) :
  (forall i, 0 <= a i) -> is_series a x -> Sum n a <= x.
Proof.
  intros Ha Hx. apply is_series_Sum in Hx.
  apply (is_lim_seq_incr_compare (fun n => Sum n a) x Hx).
  intros k. simpl. specialize (Ha k). lra.
Qed.

(** ... and to at least each of them. *)
Local Lemma series_ge_term (a : nat -> R) (x : R) (k : nat) :
  (forall i, 0 <= a i) -> is_series a x -> a k <= x.
Proof.
  intros Ha Hx. apply Rle_trans with (Sum (S k) a); [apply Sum_ge_term; auto; lia|].
  now apply series_ge_partial.
Qed.

Local Lemma log_dist_nonneg (i : nat) : 0 <= ln (dist i).
Proof. rewrite <- ln_1. apply ln_le; [lra|apply (le_INR 1); lia]. Qed.

(** ** One competitor *)

Section Competitor.

Variables (g z m : R).
Hypothesis Hg : 1 < g.
Hypothesis Hz : is_series (weight g) z.
Let p : vector := fun i => weight g i / z.
Hypothesis Hm : is_series (fun i => p i * ln (dist i)) m.
Let h : R := g * m + ln z.

Local Lemma z_ge_1 : 1 <= z.
Proof.
  replace 1 with (weight g 0) by (unfold weight, dist; simpl; rewrite ln_1, Rmult_0_r; apply exp_0).
  apply (series_ge_term (weight g)); [intros; left; apply weight_pos|exact Hz].
Qed.

Local Lemma p_pos i : 0 < p i.
Proof. pose proof z_ge_1. apply Rdiv_lt_0_compat; [apply weight_pos|lra]. Qed.

Local Lemma p_sum : is_series p 1.
Proof.
  pose proof z_ge_1. replace 1 with (/ z * z) by (field; lra).
  apply (is_series_ext (fun i => / z * weight g i)); [intros; unfold p; real; field; lra|].
  now apply series_scal.
Qed.

Local Lemma log_p i : ln (p i) = - g * ln (dist i) - ln z.
Proof.
  pose proof z_ge_1. unfold p, Rdiv.
  rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; try apply weight_pos; lra).
  unfold weight. rewrite ln_exp. ring.
Qed.

(** q (g log d + log z) has the sum h for every q with the mean m. *)
Local Lemma cross_sum (q : vector) : is_series q 1 ->
  is_series (fun i => q i * ln (dist i)) m ->
  is_series (fun i => - (q i * ln (p i))) h.
Proof.
  intros Hq Hqm. unfold h. replace (ln z) with (ln z * 1) by ring.
  apply (is_series_ext (fun i => g * (q i * ln (dist i)) + ln z * q i)).
  - intros i. rewrite log_p. real. ring.
  - apply series_plus; now apply series_scal.
Qed.

Local Lemma p_entropy : is_series (fun i => - xlnx (p i)) h.
Proof.
  apply (is_series_ext (fun i => - (p i * ln (p i)))).
  - intros i. pose proof (p_pos i). unfold xlnx.
    destruct (Req_EM_T (p i) 0); [lra|reflexivity].
  - apply cross_sum; [apply p_sum|exact Hm].
Qed.

Variable q : vector.
Hypothesis q_nonneg : forall i, 0 <= q i.
Hypothesis q_sum : is_series q 1.
Hypothesis q_mean : is_series (fun i => q i * ln (dist i)) m.

Local Definition excess (i : nat) : R := xlnxy (q i) (p i) - q i + p i.

Local Lemma excess_nonneg i : 0 <= excess i.
Proof. pose proof (Gibbs.xlnxy_ge (q i) (p i) (q_nonneg i) (p_pos i)). unfold excess. lra. Qed.

Local Lemma excess_zero i : excess i = 0 -> q i = p i.
Proof.
  intros E. destruct (Req_dec (q i) (p i)) as [H|H]; [exact H|].
  pose proof (Gibbs.xlnxy_gt (q i) (p i) (q_nonneg i) (p_pos i) H). unfold excess in E. lra.
Qed.

Local Lemma split_terms i :
  - xlnx (q i) = - (q i * ln (p i)) + (p i + -1 * q i) + -1 * excess i.
Proof.
  unfold excess, xlnx, xlnxy. pose proof (p_pos i). pose proof (q_nonneg i).
  destruct (Req_EM_T (q i) 0) as [->|n]; [ring|].
  unfold Rdiv. rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; lra). ring.
Qed.

Local Lemma minus_xlnx_nonneg i : 0 <= - xlnx (q i).
Proof.
  pose proof (series_ge_term q 1 i q_nonneg q_sum). pose proof (q_nonneg i).
  unfold xlnx. destruct (Req_EM_T (q i) 0); [lra|].
  assert (ln (q i) <= 0) by (rewrite <- ln_1; apply ln_le; lra). nra.
Qed.

Local Lemma rest_sum : is_series (fun i => - (q i * ln (p i)) + (p i + -1 * q i)) h.
Proof.
  replace h with (h + (1 + -1 * 1)) by ring.
  apply series_plus; [now apply cross_sum|].
  apply series_plus; [apply p_sum|now apply series_scal].
Qed.

Local Lemma q_entropy : exists hq : R, is_series (fun i => - xlnx (q i)) hq.
Proof.
  set (u := fun n => Sum n (fun i => - xlnx (q i))).
  assert (cross_nonneg : forall i, 0 <= - (q i * ln (p i))).
  { intros i. rewrite log_p. pose proof (q_nonneg i). pose proof (log_dist_nonneg i).
    pose proof z_ge_1. assert (0 <= ln z) by (rewrite <- ln_1; apply ln_le; lra).
    assert (0 <= g * ln (dist i)) by (apply Rmult_le_pos; lra).
    replace (- (q i * (- g * ln (dist i) - ln z))) with (q i * (g * ln (dist i) + ln z)) by ring.
    apply Rmult_le_pos; lra. }
  destruct (ex_finite_lim_seq_incr u (h + 1)) as [hq Hq].
  - intros n. unfold u. simpl. pose proof (minus_xlnx_nonneg n). lra.
  - intros n. apply Rle_trans with
      (Sum n (fun i => - (q i * ln (p i)) + p i)).
    + apply Sum_le. intros i _. rewrite split_terms.
      pose proof (excess_nonneg i). pose proof (q_nonneg i). lra.
    + rewrite Sum_plus. apply Rplus_le_compat.
      * apply series_ge_partial; [exact cross_nonneg|now apply cross_sum].
      * apply series_ge_partial; [intros; left; apply p_pos|apply p_sum].
  - exists hq. now apply is_series_Sum.
Qed.

Local Lemma competitor : exists hq : R,
  is_series (fun i => - xlnx (q i)) hq /\ hq <= h /\ (hq = h -> forall i, q i = p i).
Proof.
  destruct q_entropy as [hq Hq]. exists hq.
  assert (He : is_series excess (h + -1 * hq)).
  { apply (is_series_ext (fun i => (- (q i * ln (p i)) + (p i + -1 * q i)) + -1 * - xlnx (q i))).
    - intros i. rewrite split_terms. real. ring.
    - apply series_plus; [apply rest_sum|now apply series_scal]. }
  split; [exact Hq|split].
  - pose proof (series_ge_term excess _ 0 excess_nonneg He). pose proof (excess_nonneg 0). lra.
  - intros E i. apply excess_zero.
    pose proof (series_ge_term excess _ i excess_nonneg He). pose proof (excess_nonneg i). lra.
Qed.

End Competitor.

Local Lemma statistics (g : R) : 1 < g -> exists z m : R,
  is_series (weight g) z /\ is_series (fun i => weight g i / z * ln (dist i)) m.
Proof.
  intros Hg. destruct mean_and_variance_near_one as (z & mean & variance & H & _).
  destruct (H g Hg) as (Hz & Hm & _). now exists (z g), (mean g).
Qed.

(** Among the distributions on all distances with the mean log d of d^-g / z, g > 1, that
    power law has the largest entropy, and it alone. *)
Theorem max_entropy_all_distances : MaxEntropyAllDistances 1.
Proof.
  intros g Hg. destruct (statistics g Hg) as (z & m & Hz & Hm).
  exists z, m, (g * m + ln z). intros p.
  split; [exact Hz|split; [exact Hm|split; [now apply p_entropy|]]].
  intros q H0 H1 H2. destruct (competitor g z m Hg Hz q H0 H1 H2) as (hq & A & B & C).
  exists hq. rewrite !Rmult_1_l. auto.
Qed.

(** ** The control: it is not the smallest *)

(** All mass on distances 1 and N. *)
Local Definition two (N : nat) (t : R) : vector :=
  fun i => if Nat.eqb i 0 then 1 - t else if Nat.eqb i N then t else 0.

Local Lemma two_sum (f : nat -> R) (N : nat) (t : R) : (1 <= N)%nat ->
  is_series (fun i => two N t i * f i) ((1 - t) * f 0%nat + t * f N).
Proof.
  intros HN. apply is_series_Sum.
  assert (E : forall k, Sum (S N + k) (fun i => two N t i * f i) = (1 - t) * f 0%nat + t * f N).
  { intros k. rewrite Sum_split, (Sum_ext k _ (fun _ => 0)).
    - rewrite Sum_zero. simpl Sum. unfold two at 2. rewrite Nat.eqb_refl.
      destruct N as [|n]; [lia|]. simpl (Nat.eqb (S n) 0).
      change (Sum (S n)) with (Sum (1 + n)). rewrite Sum_split, (Sum_ext n _ (fun _ => 0)).
      + rewrite Sum_zero. simpl. unfold two. simpl. ring.
      + intros i Hi. unfold two. simpl (Nat.eqb (1 + i) 0).
        replace (Nat.eqb (1 + i) (S n)) with false by (symmetry; apply Nat.eqb_neq; lia). ring.
    - intros i _. unfold two. simpl (Nat.eqb (S N + i) 0).
      replace (Nat.eqb (S N + i) N) with false by (symmetry; apply Nat.eqb_neq; lia). ring. }
  apply (is_lim_seq_ext_loc (fun _ => (1 - t) * f 0%nat + t * f N)); [|apply is_lim_seq_const].
  exists (S N). intros n Hn. replace n with (S N + (n - S N))%nat by lia. now rewrite E.
Qed.

Theorem max_entropy_all_distances_not_minus : ~ MaxEntropyAllDistances (-1).
Proof.
  intros H. destruct (H 2 ltac:(lra)) as (z & m & h & Hz & Hm & Hh & Hq).
  destruct (ln_INR_exceeds m 2) as [N [HN Hl]].
  destruct N as [|n]; [lia|]. change (INR (S n)) with (dist n) in Hl.
  assert (Hp : forall i, 0 < weight 2 i / z) by (intros; now apply (p_pos 2 z)).
  assert (m_nonneg : 0 <= m).
  { apply Rle_trans with (weight 2 0 / z * ln (dist 0)).
    - pose proof (Hp 0%nat). pose proof (log_dist_nonneg 0). nra.
    - apply (series_ge_term (fun i => weight 2 i / z * ln (dist i)) m 0); [|exact Hm].
      intros i. pose proof (Hp i). pose proof (log_dist_nonneg i). nra. }
  set (t := m / ln (dist n)).
  assert (Ht : 0 <= t <= 1).
  { unfold t. split; [apply Rcomplements.Rdiv_le_0_compat; lra|].
    apply Rcomplements.Rle_div_l; lra. }
  assert (C0 : forall i, 0 <= two n t i).
  { intros i. unfold two. destruct (Nat.eqb i 0); [lra|]. destruct (Nat.eqb i n); lra. }
  assert (C1 : is_series (two n t) 1).
  { pose proof (two_sum (fun _ => 1) n t ltac:(lia)) as T. cbv beta in T.
    replace ((1 - t) * 1 + t * 1) with 1 in T by ring.
    apply (is_series_ext (fun i => two n t i * 1)); [intros; apply Rmult_1_r|exact T]. }
  assert (C2 : is_series (fun i => two n t i * ln (dist i)) m).
  { replace m with ((1 - t) * ln (dist 0) + t * ln (dist n)).
    - apply (two_sum (fun i => ln (dist i))). lia.
    - unfold t. replace (dist 0) with 1 by reflexivity. rewrite ln_1. field. lra. }
  destruct (Hq (two n t) C0 C1 C2) as (hq & Hs & Hle & Heq).
  destruct (competitor 2 z m ltac:(lra) Hz (two n t) C0 C1 C2) as (hq' & Hs' & Hle' & _).
  pose proof (p_entropy 2 z m Hz Hm) as Hh'.
  apply is_series_unique in Hs, Hs', Hh, Hh'. rewrite Hs in Hs'. rewrite Hh in Hh'.
  specialize (Heq ltac:(lra) (S n)). pose proof (Hp (S n)).
  unfold two in Heq. simpl (Nat.eqb (S n) 0) in Heq.
  replace (Nat.eqb (S n) n) with false in Heq by (symmetry; apply Nat.eqb_neq; lia). lra.
Qed.
