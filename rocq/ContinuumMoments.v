(** * The moments of log x under the density 1 / (x log N) on [1, N]

    Role: proves [Statements.ContinuumMoments (1/12)] and refutes every other
    coefficient of the variance, so 1/4.

    Idea: under this density log x is uniform on [0, log N].
    (ln x - c)^(k+1) / ((k+1) ln N) is a primitive of (ln x - c)^k / (x ln N); c = 0
    gives the moments, and c the mean, k = 2, the variance. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Statements.
Local Open Scope R_scope.

Local Lemma ln_pos N : 1 < N -> 0 < ln N.
Proof. intros H. rewrite <- ln_1. apply ln_increasing; lra. Qed.

Local Lemma is_RInt_log_power N c k : 1 < N ->
  is_RInt (fun x => (ln x - c) ^ k / (x * ln N)) 1 N
    (((ln N - c) ^ S k - (0 - c) ^ S k) / (INR (S k) * ln N)).
Proof.
  intros HN. assert (HL := ln_pos N HN). assert (HS : 0 < INR (S k)) by (apply lt_0_INR; lia).
  set (F := fun x : R => (ln x - c) ^ S k / (INR (S k) * ln N)).
  replace (((ln N - c) ^ S k - (0 - c) ^ S k) / (INR (S k) * ln N))
    with (minus (F N) (F 1)).
  2: { unfold F, minus, plus, opp. cbn -[pow INR]. rewrite ln_1. field. lra. }
  apply (is_RInt_derive (V := R_CompleteNormedModule) F);
    intros x; rewrite Rmin_left, Rmax_right by lra; intros Hx.
  - unfold F. auto_derive; [lra|].
    change (match k with 0%nat => 1 | S _ => INR k + 1 end) with (INR (S k)).
    change (ln x + - c) with (ln x - c). field. repeat split; lra.
  - apply (ex_derive_continuous (fun x : R => (ln x - c) ^ k / (x * ln N))).
    auto_derive. repeat split; try lra. apply Rgt_not_eq, Rmult_lt_0_compat; lra.
Qed.

(** The k-th moment of ln x. *)
Local Lemma is_RInt_log_moment N k : 1 < N ->
  is_RInt (fun x => ln x ^ k / (x * ln N)) 1 N (ln N ^ k / INR (S k)).
Proof.
  intros HN. assert (HL := ln_pos N HN). assert (HS : 0 < INR (S k)) by (apply lt_0_INR; lia).
  replace (ln N ^ k / INR (S k))
    with (((ln N - 0) ^ S k - (0 - 0) ^ S k) / (INR (S k) * ln N)).
  - apply (is_RInt_ext (fun x => (ln x - 0) ^ k / (x * ln N))).
    + intros x _. rewrite Rminus_0_r. reflexivity.
    + apply is_RInt_log_power, HN.
  - rewrite !Rminus_0_r, (pow_i (S k)) by lia. rewrite <- tech_pow_Rmult. field. lra.
Qed.

(** The mean of ln x. *)
Local Lemma is_RInt_log_mean N : 1 < N ->
  is_RInt (fun x => ln x / (x * ln N)) 1 N (ln N / 2).
Proof.
  intros HN. assert (H := is_RInt_log_moment N 1 HN).
  replace (ln N / 2) with (ln N ^ 1 / INR 2) by (simpl; field).
  apply (is_RInt_ext (fun x => ln x ^ 1 / (x * ln N))); [|exact H].
  intros x _. rewrite pow_1. reflexivity.
Qed.

(** The integral of the square distance from the mean. *)
Local Lemma is_RInt_log_variance N : 1 < N ->
  is_RInt (fun x => (ln x - ln N / 2) ^ 2 / (x * ln N)) 1 N (1 / 12 * ln N ^ 2).
Proof.
  intros HN. assert (HL := ln_pos N HN).
  replace (1 / 12 * ln N ^ 2) with
    (((ln N - ln N / 2) ^ 3 - (0 - ln N / 2) ^ 3) / (INR 3 * ln N))
    by (simpl; field; lra).
  apply is_RInt_log_power, HN.
Qed.

(** The k-th moment of ln x is (ln N)^k / (k + 1) for every k, and the variance (ln N)^2 / 12. *)
Theorem continuum_moments : ContinuumMoments (1 / 12).
Proof.
  intros N HN. split; [intros k; apply is_RInt_log_moment, HN|].
  exists (ln N / 2). split; [apply is_RInt_log_mean, HN|apply is_RInt_log_variance, HN].
Qed.

(** No other coefficient is right, at any N > 1. *)
Local Lemma variance_unique N v mu : 1 < N ->
  is_RInt (fun x => ln x / (x * ln N)) 1 N mu ->
  is_RInt (fun x => (ln x - mu) ^ 2 / (x * ln N)) 1 N (v * ln N ^ 2) -> v = 1 / 12.
Proof.
  intros HN Hmu Hv. assert (HL := ln_pos N HN).
  assert (E : mu = ln N / 2).
  { rewrite <- (is_RInt_unique _ _ _ _ Hmu). apply is_RInt_unique, is_RInt_log_mean, HN. }
  subst mu. assert (E : v * ln N ^ 2 = 1 / 12 * ln N ^ 2).
  { rewrite <- (is_RInt_unique _ _ _ _ Hv). apply is_RInt_unique, is_RInt_log_variance, HN. }
  apply (Rmult_eq_reg_r (ln N ^ 2)); [assumption|]. apply pow_nonzero. lra.
Qed.

(** No other coefficient satisfies the claim. *)
Theorem continuum_moments_unique (v : R) : v <> 1 / 12 -> ~ ContinuumMoments v.
Proof.
  intros Hv0 H. apply Hv0. destruct (H 2 ltac:(lra)) as [_ (mu & Hmu & Hv)].
  exact (variance_unique 2 v mu ltac:(lra) Hmu Hv).
Qed.

(** The variance (ln N)^2 / 4 is refuted. *)
Theorem continuum_moments_not_quarter : ~ ContinuumMoments (1 / 4).
Proof. apply continuum_moments_unique. lra. Qed.
