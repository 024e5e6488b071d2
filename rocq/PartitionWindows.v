(** * Windows of fixed size, and windows that grow with the context

    Role: proves [Statements.FixedWindowThreshold Rgt] and [Statements.WindowShareLimit 1];
    refutes the threshold g >= 1, and a share of the mass equal to that of the distances.

    Idea: for g > 1 a window that holds f of the whole series holds f of every part of
    it; for g <= 1 the mass exceeds log N. The limits of shares are quotients of those
    of [PartitionGrowth] along N = a n and N = b n, or n^a and n^b. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Moments LogBounds PSeriesThreshold PartitionGrowth.
Local Open Scope R_scope.

(** ** Windows of fixed size *)

Local Lemma Z_incr (g : R) (n m : nat) : (n <= m)%nat -> Z g n <= Z g m.
Proof.
  intros H. replace m with (n + (m - n))%nat by lia. unfold Z. rewrite Sum_split.
  enough (0 <= Sum (m - n) (fun i => weight g (n + i)%nat)) by lra.
  apply Sum_nonneg. intros. left. apply weight_pos.
Qed.

Local Lemma window (g f : R) : 1 < g -> f < 1 ->
  exists D : nat, (1 <= D)%nat /\ forall N : nat, f * Z g N <= Z g D.
Proof.
  intros Hg Hf. destruct (Rle_lt_dec f 0) as [Hf0|Hf0].
  - exists 1%nat. split; [lia|]. intros N.
    assert (0 <= Z g N) by (apply Sum_nonneg; intros; left; apply weight_pos).
    pose proof (Z_pos g 1 ltac:(lia)). nra.
  - destruct (proj2 (proj1 p_series_threshold g) Hg) as [l Hl]. apply is_series_Sum in Hl.
    assert (Hle : forall N, Z g N <= l).
    { intros N. apply (is_lim_seq_incr_compare (Z g) l Hl).
      intros n. apply Z_incr. lia. }
    assert (Hpos : 0 < l) by (pose proof (Hle 1%nat); pose proof (Z_pos g 1 ltac:(lia)); lra).
    assert (Heps : 0 < (1 - f) * l) by (apply Rmult_lt_0_compat; lra).
    apply is_lim_seq_spec in Hl. destruct (Hl (mkposreal _ Heps)) as [n Hn].
    specialize (Hn (S n) ltac:(lia)). simpl pos in Hn. apply Rabs_lt_between in Hn.
    exists (S n). split; [lia|]. intros N. specialize (Hle N).
    change (Sum (S n) (weight g)) with (Z g (S n)) in Hn. nra.
Qed.

Local Lemma Z_ge_log (g : R) (N : nat) : g <= 1 -> (1 <= N)%nat -> ln (INR N) <= Z g N.
Proof.
  intros Hg HN. apply Rle_trans with (Z 1 N).
  - destruct (log_bounds N HN) as [L _].
    assert (ln (INR N) <= ln (INR (N + 1)))
      by (apply ln_le; [apply lt_0_INR; lia|apply le_INR; lia]). lra.
  - apply Sum_le. intros i _. unfold weight.
    assert (0 <= ln (dist i))
      by (rewrite <- ln_1; apply ln_le; [lra|apply (le_INR 1); lia]).
    apply exp_monotone. nra.
Qed.

Local Lemma no_window (g f : R) (D : nat) : g <= 1 -> 0 < f ->
  exists N0 : nat, forall N : nat, (N0 <= N)%nat -> Z g D < f * Z g N.
Proof.
  intros Hg Hf. destruct (ln_INR_exceeds (Z g D / f) 1) as [N0 [H1 HB]].
  exists N0. intros N HN. pose proof (Z_ge_log g N0 Hg H1). pose proof (Z_incr g N0 N HN).
  apply (Rmult_lt_reg_r (/ f)); [now apply Rinv_0_lt_compat|].
  replace (f * Z g N * / f) with (Z g N) by (field; lra). unfold Rdiv in HB. lra.
Qed.

(** A window that holds a share of the mass for every N exists exactly where g > 1. *)
Theorem fixed_window_threshold : FixedWindowThreshold Rgt.
Proof.
  intros g. split.
  - intros Hg f Hf. now apply window.
  - intros Hg f D Hf. apply no_window; [apply Rnot_gt_le, Hg|exact Hf].
Qed.

(** The threshold g >= 1 is refuted: at g = 1 no window will do. *)
Theorem fixed_window_threshold_not_ge : ~ FixedWindowThreshold Rge.
Proof.
  intros H. destruct (proj1 (H 1) (Rge_refl 1) (1 / 2) ltac:(lra)) as (D & _ & HD).
  destruct (no_window 1 (1 / 2) D ltac:(lra) ltac:(lra)) as [N0 H0].
  specialize (HD N0). specialize (H0 N0 (le_n N0)). lra.
Qed.

(** ** The share of a window that grows with the context *)

Local Lemma along (u : nat -> R) (l : R) (m : nat -> nat) :
  is_lim_seq u l -> (forall n, (n <= m n)%nat) -> is_lim_seq (fun n => u (m n)) l.
Proof.
  intros Hu Hm. apply is_lim_seq_spec. intros eps.
  apply is_lim_seq_spec in Hu. destruct (Hu eps) as [n0 H0].
  exists n0. intros n Hn. apply H0. specialize (Hm n). lia.
Qed.

Local Lemma share_below_one (a b : nat) (g : R) : (1 <= a)%nat -> (1 <= b)%nat ->
  0 <= g < 1 ->
  is_lim_seq (fun n => Z g (a * n) / Z g (b * n)) (Rpower (INR a / INR b) (1 - g)).
Proof.
  intros Ha Hb Hg. pose proof (power_limit g Hg) as H.
  set (u := fun N => Z g N / Rpower (INR N) (1 - g)) in H.
  set (c := Rpower (INR a / INR b) (1 - g)).
  assert (pa : 0 < INR a) by (apply lt_0_INR; lia).
  assert (pb : 0 < INR b) by (apply lt_0_INR; lia).
  assert (L : is_lim_seq (fun n => u (a * n)%nat / u (b * n)%nat * c)
                (1 / (1 - g) / (1 / (1 - g)) * c)).
  { apply is_lim_seq_mult'; [|apply is_lim_seq_const].
    apply is_lim_seq_div'.
    - apply (along u _ (fun n => a * n)%nat H). intros n. nia.
    - apply (along u _ (fun n => b * n)%nat H). intros n. nia.
    - apply Rgt_not_eq. apply Rdiv_lt_0_compat; lra. }
  replace (1 / (1 - g) / (1 / (1 - g)) * c) with c in L by (field; lra).
  apply (is_lim_seq_ext_loc _ _ _) with (2 := L).
  exists 1%nat. intros n Hn.
  assert (pn : 0 < INR n) by (apply lt_0_INR; lia).
  assert (za : 0 < Z g (a * n)) by (apply Z_pos; nia).
  assert (zb : 0 < Z g (b * n)) by (apply Z_pos; nia).
  unfold u, c. rewrite !mult_INR.
  replace (INR a / INR b) with (INR a * / INR b) by reflexivity.
  rewrite <- !Rpower_mult_distr by (try apply Rinv_0_lt_compat; assumption).
  assert (E : Rpower (/ INR b) (1 - g) = / Rpower (INR b) (1 - g)).
  { unfold Rpower. rewrite ln_Rinv by exact pb. rewrite <- exp_Ropp. f_equal. ring. }
  rewrite E.
  assert (0 < Rpower (INR a) (1 - g)) by apply exp_pos.
  assert (0 < Rpower (INR b) (1 - g)) by apply exp_pos.
  assert (0 < Rpower (INR n) (1 - g)) by apply exp_pos.
  field. repeat split; lra.
Qed.

Local Lemma share_at_one (a b : nat) : (1 <= a)%nat -> (1 <= b)%nat ->
  is_lim_seq (fun n => Z 1 (n ^ a) / Z 1 (n ^ b)) (INR a / INR b).
Proof.
  intros Ha Hb. pose proof log_limit as H. set (u := fun N => Z 1 N / ln (INR N)) in H.
  assert (pa : 0 < INR a) by (apply lt_0_INR; lia).
  assert (pb : 0 < INR b) by (apply lt_0_INR; lia).
  assert (grow : forall k n, (1 <= k)%nat -> (n <= n ^ k)%nat).
  { intros [|k] n Hk; [lia|]. destruct n as [|n]; [lia|].
    pose proof (Nat.pow_nonzero (S n) k ltac:(lia)). simpl Nat.pow. nia. }
  assert (L : is_lim_seq (fun n => u (n ^ a)%nat / u (n ^ b)%nat * (INR a / INR b))
                (1 / 1 * (INR a / INR b))).
  { apply is_lim_seq_mult'; [|apply is_lim_seq_const].
    apply is_lim_seq_div'; [| |lra].
    - apply (along u _ (fun n => n ^ a)%nat H). intros n. now apply grow.
    - apply (along u _ (fun n => n ^ b)%nat H). intros n. now apply grow. }
  replace (1 / 1 * (INR a / INR b)) with (INR a / INR b) in L by (field; lra).
  apply (is_lim_seq_ext_loc _ _ _) with (2 := L).
  exists 2%nat. intros n Hn.
  assert (pn : 0 < INR n) by (apply lt_0_INR; lia).
  assert (pl : 0 < ln (INR n)).
  { pose proof (ln_INR_ge_ln_2 n Hn). pose proof ln_lt_2. lra. }
  assert (zb : 0 < Z 1 (n ^ b)) by (apply Z_pos; pose proof (grow b n Hb); lia).
  assert (E : forall k, ln (INR (n ^ k)) = INR k * ln (INR n)).
  { intros k. rewrite pow_INR. induction k as [|k IH].
    - simpl. rewrite ln_1. ring.
    - rewrite S_INR. simpl pow. rewrite ln_mult by (try apply pow_lt; assumption).
      rewrite IH. ring. }
  unfold u. rewrite !E. field. repeat split; lra.
Qed.

(** A window of a/b of the context holds (a/b)^(1-g) of the mass in the limit, g < 1; at
    g = 1 one of N^(a/b) holds a/b. *)
Theorem window_share_limit : WindowShareLimit 1.
Proof.
  intros a b Ha Hb. split; [|now apply share_at_one].
  intros g Hg. rewrite pow_1. now apply share_below_one.
Qed.

(** That half the context holds half the mass is refuted, at g = 1/2. *)
Theorem window_share_limit_not_0 : ~ WindowShareLimit 0.
Proof.
  intros H. destruct (H 1%nat 4%nat ltac:(lia) ltac:(lia)) as [H1 _].
  specialize (H1 (1 / 2) ltac:(lra)). rewrite pow_O in H1.
  pose proof (share_below_one 1 4 (1 / 2) ltac:(lia) ltac:(lia) ltac:(lra)) as T.
  apply is_lim_seq_unique in H1, T. rewrite H1 in T. injection T. intros E.
  rewrite Rpower_1 in E by (simpl; lra).
  replace (1 - 1 / 2) with (/ 2) in E by field.
  rewrite Rpower_sqrt in E by (simpl; lra).
  assert (S : sqrt (INR 1 / INR 4) = 1 / 2).
  { replace (INR 1 / INR 4) with ((1 / 2) * (1 / 2)) by (simpl; field).
    apply sqrt_square. lra. }
  simpl in S. rewrite S in E. lra.
Qed.
