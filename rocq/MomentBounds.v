(** * H_N, sum of log d / d and sum of log^2 d / d: bounds with numbers

    Role: with L = log N, the excess of the three moments at g = 1 over L, L^2/2
    and L^3/3 is enclosed for every N >= 2 in an interval of constants.

    Idea: [LogMoments.excess_range] carries a bound at one n to every later N: from
    n = 2 for k = 0, from n = 3 for k = 1 (log 3 > 1), from n = 8 for k = 2
    (log 8 > 2). What comes before n is finitely many values of log. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions.
From Ledger Require Import Sums LogBounds LogMoments.
Local Open Scope R_scope.

(** ** The excess at a given small N *)

Local Lemma excess_value (k n : nat) (x : R) : INR n = x ->
  excess k n = log_moment k 1 n - ln x ^ S k / INR (S k).
Proof. intros <-. reflexivity. Qed.

Local Lemma moment_value (k n : nat) (x : R) : INR (S n) = x ->
  log_moment k 1 (S n) = log_moment k 1 n + ln x ^ k / x.
Proof. intros <-. apply log_moment_S. Qed.

Local Lemma INR_small :
  INR 1 = 1 /\ INR 2 = 2 /\ INR 3 = 3 /\ INR 4 = 4 /\ INR 5 = 5 /\
  INR 6 = 6 /\ INR 7 = 7 /\ INR 8 = 8.
Proof. simpl. repeat split; ring. Qed.

Local Lemma moment_at_1 (k : nat) : log_moment k 1 1 = 0 ^ k.
Proof.
  rewrite (moment_value k 0 1 (proj1 INR_small)), ln_1.
  unfold log_moment. simpl Sum. field.
Qed.

Local Lemma moment_1_to_3 (k : nat) :
  log_moment k 1 3 = 0 ^ k + ln 2 ^ k / 2 + ln 3 ^ k / 3.
Proof.
  destruct INR_small as (_ & E2 & E3 & _).
  rewrite (moment_value k 2 3 E3), (moment_value k 1 2 E2), moment_at_1. reflexivity.
Qed.

Local Lemma moment_1_to_7 (k : nat) :
  log_moment k 1 7 = 0 ^ k + ln 2 ^ k / 2 + ln 3 ^ k / 3 + ln 4 ^ k / 4 +
    ln 5 ^ k / 5 + ln 6 ^ k / 6 + ln 7 ^ k / 7.
Proof.
  destruct INR_small as (_ & _ & _ & E4 & E5 & E6 & E7 & _).
  rewrite (moment_value k 6 7 E7), (moment_value k 5 6 E6),
    (moment_value k 4 5 E5), (moment_value k 3 4 E4), moment_1_to_3.
  reflexivity.
Qed.

Local Lemma pow_bounds (k : nat) (lo x hi : R) : lo <= x <= hi -> 0 <= lo ->
  lo ^ k <= x ^ k <= hi ^ k.
Proof. intros H H0. split; apply pow_incr; lra. Qed.

(** Every square of a logarithm in [moment_1_to_7], enclosed. *)
Local Lemma moment_2_at_7 : 27158 / 10000 <= log_moment 2 1 7 <= 27183 / 10000.
Proof.
  rewrite moment_1_to_7.
  pose proof (pow_bounds 2 _ _ _ ln_2_bounds ltac:(lra)).
  pose proof (pow_bounds 2 _ _ _ ln_3_bounds ltac:(lra)).
  pose proof (pow_bounds 2 _ _ _ ln_4_bounds ltac:(lra)).
  pose proof (pow_bounds 2 _ _ _ ln_5_bounds ltac:(lra)).
  pose proof (pow_bounds 2 _ _ _ ln_6_bounds ltac:(lra)).
  pose proof (pow_bounds 2 _ _ _ ln_7_bounds ltac:(lra)).
  lra.
Qed.

Local Lemma excess_2_at_7 : excess 2 7 <= 27 / 100.
Proof.
  destruct INR_small as (_ & _ & E3 & _ & _ & _ & E7 & _).
  rewrite (excess_value 2 7 7 E7), E3.
  pose proof moment_2_at_7. pose proof (pow_bounds 3 _ _ _ ln_7_bounds ltac:(lra)).
  lra.
Qed.

Local Lemma excess_2_at_8 :
  - 29 / 100 <= excess 2 8 - log_term 2 (INR 8) /\ excess 2 8 <= 27 / 100.
Proof.
  destruct INR_small as (_ & _ & E3 & _ & _ & _ & _ & E8).
  rewrite (excess_value 2 8 8 E8), (moment_value 2 7 8 E8), E3.
  unfold log_term. rewrite E8. pose proof moment_2_at_7.
  pose proof (pow_bounds 2 _ _ _ ln_8_bounds ltac:(lra)).
  pose proof (pow_bounds 3 _ _ _ ln_8_bounds ltac:(lra)).
  lra.
Qed.

(** ** The three excesses at every N *)

(** The excess of order 0 is H_N - log N. *)
Lemma excess_0 (N : nat) : excess 0 N = harmonic N - ln (INR N).
Proof.
  unfold excess, log_moment, harmonic. simpl INR. rewrite pow_1.
  rewrite (Sum_ext _ _ (fun i => / dist i)); [field|].
  intros i _. rewrite weight_1. simpl. ring.
Qed.

(** 1 - log 2 + 1/N <= H_N - log N <= 3/2 - log 2 for N >= 2. *)
Lemma harmonic_bounds (N : nat) : (2 <= N)%nat ->
  1 - ln 2 + / INR N <= harmonic N - ln (INR N) /\
  harmonic N - ln (INR N) <= 3 / 2 - ln 2.
Proof.
  intros HN. rewrite <- excess_0. destruct INR_small as (_ & E2 & _).
  destruct (excess_range 0 2 N) as [A B];
    [lia|rewrite E2; simpl; pose proof ln_2_bounds; lra|].
  assert (V : excess 0 2 = 3 / 2 - ln 2).
  { rewrite excess_0, E2. unfold harmonic, dist. simpl. field. }
  unfold log_term in A. rewrite E2, V in A. rewrite V in B.
  simpl in A. lra.
Qed.

(** -0.26 <= (sum of log d / d over d <= N) - (log N)^2 / 2 <= 0.11 for N >= 2. *)
Lemma excess_1_bounds (N : nat) : (2 <= N)%nat ->
  - 26 / 100 <= excess 1 N <= 11 / 100.
Proof.
  intros HN. destruct INR_small as (_ & E2 & E3 & _).
  assert (V : excess 1 3 = ln 2 / 2 + ln 3 / 3 - ln 3 ^ 2 / 2).
  { rewrite (excess_value 1 3 3 E3), moment_1_to_3, E2. field. }
  pose proof ln_2_bounds as B2. pose proof ln_3_bounds as B3.
  pose proof (pow_bounds 2 _ _ _ B2 ltac:(lra)).
  pose proof (pow_bounds 2 _ _ _ B3 ltac:(lra)).
  destruct (Nat.eq_dec N 2) as [->|Hne].
  - rewrite (excess_value 1 2 2 E2), (moment_value 1 1 2 E2), moment_at_1, E2. lra.
  - destruct (excess_range 1 3 N) as [A B]; [lia|rewrite E3; simpl; lra|].
    pose proof (log_term_nonneg 1 N ltac:(lia)).
    unfold log_term in A at 1. rewrite E3 in A. lra.
Qed.

(** -0.29 <= (sum of log^2 d / d over d <= N) - (log N)^3 / 3 <= 0.27 for N >= 2. *)
Lemma excess_2_bounds (N : nat) : (2 <= N)%nat ->
  - 29 / 100 <= excess 2 N <= 27 / 100.
Proof.
  intros HN. destruct INR_small as (E1 & E2 & E3 & _ & _ & _ & E7 & E8).
  destruct (le_lt_dec N 7) as [Hs|Hl].
  - assert (Hk : ln (INR 7) <= INR 2)
      by (rewrite E7, E2; pose proof ln_7_bounds; lra).
    pose proof (excess_incr 1 7 N ltac:(lia) Hk). pose proof excess_2_at_7.
    assert (H1 : ln (INR N) <= INR 2).
    { apply (Rle_trans _ (ln (INR 7))); [|exact Hk].
      apply ln_le; [apply lt_0_INR; lia|now apply le_INR]. }
    pose proof (excess_incr 1 N 1 ltac:(lia) H1) as Hlow.
    assert (V : excess 2 1 = 0).
    { rewrite (excess_value 2 1 1 E1), moment_at_1, ln_1, E3. field. }
    lra.
  - destruct (excess_range 2 8 N) as [A B];
      [lia|rewrite E2, E8; pose proof ln_8_bounds; lra|].
    pose proof (log_term_nonneg 2 N ltac:(lia)). pose proof excess_2_at_8. lra.
Qed.
