(** * A smaller exponent looks farther, a larger base nearer, and nothing jumps at g = 1

    Role: proves [Statements.SmallerExponentLooksFarther Rgt],
    [LargerBaseLooksNearer Rlt Rgt], [MeanLogSlope (1/4)], [LevyWindow 1] and
    [PowerLawJumpMoments 2 3], and refutes their controls.

    Idea: d^-g = d^-g' d^(g'-g), and the last factor is at most D^(g'-g) up to D and
    above it beyond; so beyond D the sum grows by more. The variance is at most the
    mean square distance from (log N)/2, which is at most (log N)^2 / 4. A power of
    d times d^-g is a power of d, to which the threshold applies. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Moments FisherHeatCapacity PSeriesThreshold PadeExponent.
Local Open Scope R_scope.

(** ** Mass beyond a distance *)

Local Definition near (D : nat) (g : R) (N : nat) : R :=
  Sum N (fun i => if Nat.leb D i then 0 else weight g i).
Local Definition far (D : nat) (g : R) (N : nat) : R :=
  Sum N (fun i => if Nat.leb D i then weight g i else 0).

Local Lemma near_far D g N : Z g N = near D g N + far D g N.
Proof.
  unfold Z, near, far. rewrite <- Sum_plus. apply Sum_ext. intros i _.
  destruct (Nat.leb D i); ring.
Qed.

Local Lemma mass_is_ratio D g N : (1 <= N)%nat -> mass_beyond D g N = far D g N / Z g N.
Proof.
  intros HN. pose proof (Z_pos g N HN). unfold mass_beyond, far, Rdiv.
  rewrite <- Sum_scal_r. apply Sum_ext. intros i _. unfold prob, Rdiv.
  destruct (Nat.leb D i); ring.
Qed.

(** d^-g = d^-g' exp ((g' - g) ln d). *)
Local Lemma weight_shift g g' i : weight g i = weight g' i * exp ((g' - g) * ln (dist i)).
Proof. unfold weight. rewrite <- exp_plus. f_equal. ring. Qed.

Local Lemma dist_pos i : 0 < dist i.
Proof. apply lt_0_INR. lia. Qed.

Local Lemma ln_dist_lt i j : (i < j)%nat -> ln (dist i) < ln (dist j).
Proof. intros H. apply ln_increasing; [apply dist_pos|]. apply lt_INR. lia. Qed.

Local Lemma exp_le x y : x <= y -> exp x <= exp y.
Proof. intros [H| ->]; [left; now apply exp_increasing|right; reflexivity]. Qed.

(** Up to D the sum grows by at most the factor c = D^(g'-g); beyond, by more. *)
Local Lemma near_grows_less D g g' N : g < g' ->
  near (S D) g N <= exp ((g' - g) * ln (dist D)) * near (S D) g' N.
Proof.
  intros Hg. unfold near. rewrite <- Sum_scal. apply Sum_le. intros i _.
  destruct (Nat.leb_spec (S D) i) as [H|H]; [lra|].
  rewrite (weight_shift g g' i), Rmult_comm. pose proof (weight_pos g' i).
  apply Rmult_le_compat_r; [lra|]. apply exp_le, Rmult_le_compat_l; [lra|].
  apply ln_le; [apply dist_pos|]. apply le_INR. lia.
Qed.

Local Lemma far_grows_more D g g' N : (S D < N)%nat -> g < g' ->
  exp ((g' - g) * ln (dist D)) * far (S D) g' N < far (S D) g N.
Proof.
  intros HD Hg. unfold far. rewrite <- Sum_scal.
  set (c := exp ((g' - g) * ln (dist D))).
  enough (0 < Sum N (fun i => (if Nat.leb (S D) i then weight g i else 0)
                              - c * (if Nat.leb (S D) i then weight g' i else 0)))
    by (rewrite Sum_minus in H; lra).
  assert (T : forall i, (S D <= i)%nat -> 0 < weight g i - c * weight g' i).
  { intros i Hi. rewrite (weight_shift g g' i). pose proof (weight_pos g' i).
    enough (c < exp ((g' - g) * ln (dist i))) by nra.
    apply exp_increasing, Rmult_lt_compat_l; [lra|]. apply ln_dist_lt. lia. }
  apply Rlt_le_trans with (weight g (S D) - c * weight g' (S D)); [now apply T|].
  pose proof (Sum_ge_term N (fun i => (if Nat.leb (S D) i then weight g i else 0)
    - c * (if Nat.leb (S D) i then weight g' i else 0)) (S D)) as G.
  cbv beta in G. rewrite Nat.leb_refl in G. apply G; [|exact HD].
  intros i _. destruct (Nat.leb_spec (S D) i) as [H|H]; [left; now apply T|lra].
Qed.

Theorem smaller_exponent_looks_farther : SmallerExponentLooksFarther Rgt.
Proof.
  intros N [|D] g g' H1 HD Hg; [lia|]. assert (HN : (1 <= N)%nat) by lia.
  rewrite !mass_is_ratio by exact HN. unfold Rgt.
  pose proof (Z_pos g N HN) as Pg. pose proof (Z_pos g' N HN) as Pg'.
  pose proof (near_grows_less D g g' N Hg) as A.
  pose proof (far_grows_more D g g' N HD Hg) as B.
  rewrite (near_far (S D) g N) in *. rewrite (near_far (S D) g' N) in *.
  set (c := exp ((g' - g) * ln (dist D))) in *. assert (Hc : 0 < c) by apply exp_pos.
  assert (F' : 0 <= far (S D) g' N).
  { apply Sum_nonneg. intros i _. destruct (Nat.leb (S D) i);
      [left; apply weight_pos|lra]. }
  assert (N' : 0 < near (S D) g' N).
  { apply Rlt_le_trans with (weight g' 0); [apply weight_pos|].
    apply (Sum_ge_term N (fun i => if Nat.leb (S D) i then 0 else weight g' i) 0);
      [|lia]. intros i _. destruct (Nat.leb (S D) i); [lra|left; apply weight_pos]. }
  apply (Rmult_lt_reg_r (near (S D) g' N + far (S D) g' N)); [lra|].
  apply (Rmult_lt_reg_r (near (S D) g N + far (S D) g N)); [lra|].
  unfold Rdiv. field_simplify; [|lra|lra].
  enough (far (S D) g' N * near (S D) g N < far (S D) g N * near (S D) g' N) by lra.
  apply Rle_lt_trans with (far (S D) g' N * (c * near (S D) g' N));
    [now apply Rmult_le_compat_l|].
  replace (far (S D) g' N * (c * near (S D) g' N))
    with (c * far (S D) g' N * near (S D) g' N) by ring.
  now apply Rmult_lt_compat_r.
Qed.

(** The other way round is refuted, at every N, D and pair of exponents. *)
Theorem smaller_exponent_not_nearer : ~ SmallerExponentLooksFarther Rlt.
Proof.
  intros H. specialize (H 2%nat 1%nat 0 1 ltac:(lia) ltac:(lia) ltac:(lra)).
  pose proof (smaller_exponent_looks_farther 2%nat 1%nat 0 1 ltac:(lia) ltac:(lia) ltac:(lra)).
  lra.
Qed.

(** ** What base and length do, through the predicted exponent *)

Theorem larger_base_looks_nearer : LargerBaseLooksNearer Rlt Rgt.
Proof.
  intros N D H1 HD. destruct pade_monotone as [Mb Ml]. split.
  - intros theta theta' L HL Ht. specialize (Mb theta theta' L HL Ht).
    apply Rgt_lt, smaller_exponent_looks_farther; (assumption || lra).
  - intros theta L L' Ht HL. specialize (Ml theta L L' Ht HL).
    apply smaller_exponent_looks_farther; (assumption || lra).
Qed.

(** That a larger base looks farther is refuted, whatever the length does; *)
Theorem larger_base_not_farther (length : R -> R -> Prop) : ~ LargerBaseLooksNearer Rgt length.
Proof.
  intros H. destruct (H 2%nat 1%nat ltac:(lia) ltac:(lia)) as [B _].
  destruct (larger_base_looks_nearer 2%nat 1%nat ltac:(lia) ltac:(lia)) as [K _].
  specialize (B 1 2 1 Rlt_0_1 ltac:(lra)). specialize (K 1 2 1 Rlt_0_1 ltac:(lra)). lra.
Qed.

(** and that a greater length looks nearer, whatever the base does. *)
Theorem greater_length_not_nearer (base : R -> R -> Prop) : ~ LargerBaseLooksNearer base Rlt.
Proof.
  intros H. destruct (H 2%nat 1%nat ltac:(lia) ltac:(lia)) as [_ B].
  destruct (larger_base_looks_nearer 2%nat 1%nat ltac:(lia) ltac:(lia)) as [_ K].
  specialize (B 1 1 2 Rlt_0_1 ltac:(lra)). specialize (K 1 1 2 Rlt_0_1 ltac:(lra)). lra.
Qed.

Theorem larger_base_not_farther_as_printed : ~ LargerBaseLooksNearer Rgt Rgt.
Proof. apply larger_base_not_farther. Qed.

Theorem greater_length_not_nearer_as_printed : ~ LargerBaseLooksNearer Rlt Rlt.
Proof. apply greater_length_not_nearer. Qed.

(** ** The slope of the mean of log d *)

Local Lemma prob_sum g N : (1 <= N)%nat -> Sum N (prob g N) = 1.
Proof.
  intros HN. pose proof (Z_pos g N HN). unfold prob, Rdiv. rewrite Sum_scal_r.
  fold (Z g N). field. lra.
Qed.

(** The mean square distance from any c is the variance and a square. *)
Local Lemma var_log_shift g N c : (1 <= N)%nat ->
  var_log g N + (mean_log g N - c) ^ 2
  = Sum N (fun i => prob g N i * (ln (dist i) - c) ^ 2).
Proof.
  intros HN. set (m := mean_log g N).
  rewrite (Sum_ext N (fun i => prob g N i * (ln (dist i) - c) ^ 2)
    (fun i => prob g N i * (ln (dist i) - m) ^ 2
              + (2 * (m - c) * (prob g N i * ln (dist i))
                 + (c ^ 2 - m ^ 2) * prob g N i))) by (intros; ring).
  rewrite !Sum_plus, !Sum_scal, prob_sum by exact HN.
  fold (mean_log g N) (var_log g N). unfold var_log. fold m. ring.
Qed.

Theorem mean_log_slope : MeanLogSlope (1 / 4).
Proof.
  intros N g HN. split; [now apply FisherHeatCapacity.mean_derive|]. split.
  - apply Sum_nonneg. intros i _. pose proof (prob_pos g N i HN).
    apply Rmult_le_pos; [lra|apply pow2_ge_0].
  - pose proof (var_log_shift g N (ln (INR N) / 2) HN) as E.
    pose proof (pow2_ge_0 (mean_log g N - ln (INR N) / 2)).
    enough (Sum N (fun i => prob g N i * (ln (dist i) - ln (INR N) / 2) ^ 2)
            <= 1 / 4 * ln (INR N) ^ 2) by lra.
    apply Rle_trans with (Sum N (fun i => (1 / 4 * ln (INR N) ^ 2) * prob g N i));
      [|rewrite Sum_scal, prob_sum by exact HN; lra].
    apply Sum_le. intros i Hi. pose proof (prob_pos g N i HN).
    rewrite (Rmult_comm (1 / 4 * _)). apply Rmult_le_compat_l; [lra|].
    assert (0 <= ln (dist i)).
    { rewrite <- ln_1. apply ln_le; [lra|]. apply (le_INR 1). lia. }
    assert (ln (dist i) <= ln (INR N)).
    { apply ln_le; [apply dist_pos|]. apply le_INR. lia. }
    nra.
Qed.

(** A bound of (log N)^2 / 12 is refuted, at N = 2 and g = 0, where the variance is
    (log 2)^2 / 4. *)
Theorem mean_log_slope_not_twelfth : ~ MeanLogSlope (1 / 12).
Proof.
  intros H. destruct (H 2%nat 0 ltac:(lia)) as [_ [_ B]].
  assert (P : forall i, prob 0 2 i = / 2).
  { intros i. unfold prob, Z, weight. simpl Sum.
    rewrite !Ropp_0, !Rmult_0_l, exp_0. field. }
  unfold var_log, mean_log in B. simpl Sum in B. rewrite !P in B.
  unfold dist in B. simpl INR in B. rewrite ln_1 in B.
  replace (1 + 1) with 2 in B by ring. pose proof ln_lt_2.
  assert (0 < ln 2 ^ 2) by (apply pow_lt; lra).
  nra.
Qed.

(** ** The window of the index alpha = g - 1 *)

Theorem levy_window : LevyWindow 1.
Proof. intros g. lra. Qed.

(** Only too large an exponent being outside is refuted, at g = 7/10. *)
Theorem levy_window_not_from_zero : ~ LevyWindow 0.
Proof. intros H. specialize (H (7 / 10)). lra. Qed.

(** ** Moments of jumps *)

Local Lemma power_times_weight (k : nat) g i : dist i ^ k * weight g i = weight (g - INR k) i.
Proof.
  rewrite <- (Rpower_pow k (dist i) (dist_pos i)). unfold Rpower, weight.
  rewrite <- exp_plus. f_equal. ring.
Qed.

Local Lemma moment_converges (k : nat) g :
  (exists l : R, is_series (fun i => dist i ^ k * weight g i) l) <-> INR k + 1 < g.
Proof.
  destruct p_series_threshold as [T _]. specialize (T (g - INR k)).
  split.
  - intros [l H]. enough (g - INR k > 1) by lra. apply T. exists l.
    apply (is_series_ext (fun i => dist i ^ k * weight g i)); [|exact H].
    intros i. apply power_times_weight.
  - intros H. destruct (proj2 T ltac:(lra)) as [l Hl]. exists l.
    apply (is_series_ext (weight (g - INR k))); [|exact Hl].
    intros i. symmetry. apply power_times_weight.
Qed.

Theorem power_law_jump_moments : PowerLawJumpMoments 2 3.
Proof.
  intros g _. split.
  - destruct (moment_converges 1 g) as [A B]. simpl INR in A, B. split.
    + intros [l H]. enough (1 + 1 < g) by lra. apply A. exists l.
      apply (is_series_ext (fun i => dist i * weight g i)); [|exact H].
      intros i. now rewrite pow_1.
    + intros H. destruct (B ltac:(lra)) as [l Hl]. exists l.
      apply (is_series_ext (fun i => dist i ^ 1 * weight g i)); [|exact Hl].
      intros i. now rewrite pow_1.
  - destruct (moment_converges 2 g) as [A B]. simpl INR in A, B. split; intros H.
    + specialize (A H). lra.
    + apply B. lra.
Qed.

(** A mean for every g > 1 is refuted, at g = 2; *)
Theorem power_law_jump_moments_not_1_3 : ~ PowerLawJumpMoments 1 3.
Proof.
  intros H. destruct (H 2 ltac:(lra)) as [M _].
  destruct (power_law_jump_moments 2 ltac:(lra)) as [K _].
  pose proof (proj1 K (proj2 M ltac:(lra))). lra.
Qed.

(** and a mean square for every g > 2, at g = 5/2. *)
Theorem power_law_jump_moments_not_2_2 : ~ PowerLawJumpMoments 2 2.
Proof.
  intros H. destruct (H (5 / 2) ltac:(lra)) as [_ M].
  destruct (power_law_jump_moments (5 / 2) ltac:(lra)) as [_ K].
  pose proof (proj1 K (proj2 M ltac:(lra))). lra.
Qed.
