(** * C_V(1; N) to two terms, with an explicit remainder

    Role: the one estimate from which the limit, the bounds and the next term of
    the heat capacity at g = 1 all follow.

    Idea: write L = log N, H_N = L + h, and M_1 = L^2/2 + a, M_2 = L^3/3 + b. Then
    C_V = M_2/H - (M_1/H)^2, and H^2 (C_V - L^2/12 - h L/6) is the polynomial
    - (5/12 h^2 + a) L^2 + (b - h^3/6) L + b h - a^2,
    which is at most H^2/2 in size because h, a and b are. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions.
From Ledger Require Import Sums Moments LogBounds LogMoments MomentBounds.
Local Open Scope R_scope.

(** ** The algebra *)

(** The remainder times (L + h)^2. *)
Local Definition numerator (L h a b : R) : R :=
  - (5 / 12 * h ^ 2 + a) * L ^ 2 + (b - h ^ 3 / 6) * L + b * h - a ^ 2.

Local Lemma expansion_algebra (L h a b : R) : L + h <> 0 ->
  (L ^ 3 / 3 + b) / (L + h) - ((L ^ 2 / 2 + a) / (L + h)) ^ 2
    - L ^ 2 / 12 - h * L / 6 = numerator L h a b / (L + h) ^ 2.
Proof. intros H. unfold numerator. field. exact H. Qed.

(** A quadratic in L with coefficients at least p, 0, and r. *)
Local Lemma quadratic_nonneg (L c2 c1 c0 p r : R) :
  69 / 100 <= L -> 0 <= p <= c2 -> 0 <= c1 -> r <= c0 ->
  0 <= 476 / 1000 * p + r -> 0 <= c2 * L ^ 2 + c1 * L + c0.
Proof.
  intros HL Hp H1 Hr H.
  assert (HL2 : 476 / 1000 <= L ^ 2) by nra.
  assert (476 / 1000 * p <= c2 * L ^ 2)
    by (rewrite Rmult_comm; apply Rmult_le_compat; lra).
  assert (0 <= c1 * L) by (apply Rmult_le_pos; lra). lra.
Qed.

Local Lemma numerator_bound (L h a b : R) :
  69 / 100 <= L -> 306 / 1000 <= h <= 81 / 100 ->
  - 26 / 100 <= a <= 11 / 100 -> - 29 / 100 <= b <= 27 / 100 ->
  Rabs (numerator L h a b) <= (L + h) ^ 2 / 2.
Proof.
  intros HL Hh Ha Hb.
  assert (H2 : 93 / 1000 <= h ^ 2 <= 657 / 1000) by nra.
  assert (H3 : 0 <= h ^ 3 <= 81 / 100 * h ^ 2) by nra.
  assert (Hbh : - 29 / 100 * h <= b * h <= 27 / 100 * h) by nra.
  assert (Ha2 : 0 <= a ^ 2 <= 676 / 10000) by nra.
  apply Rabs_le. unfold numerator. split.
  - assert (0 <= (1 / 2 - 5 / 12 * h ^ 2 - a) * L ^ 2 + (h + b - h ^ 3 / 6) * L
                 + (b * h - a ^ 2 + h ^ 2 / 2)); [|lra].
    apply (quadratic_nonneg _ _ _ _ (39 / 100 - 5 / 12 * h ^ 2)
      (- 29 / 100 * h - 676 / 10000 + h ^ 2 / 2)); nra.
  - assert (0 <= (1 / 2 + 5 / 12 * h ^ 2 + a) * L ^ 2 + (h - b + h ^ 3 / 6) * L
                 + (h ^ 2 / 2 - b * h + a ^ 2)); [|lra].
    apply (quadratic_nonneg _ _ _ _ (24 / 100) (- 5 / 100)); nra.
Qed.

(** ** The estimate *)

Local Lemma Z_1 (N : nat) : Z 1 N = harmonic N.
Proof. apply Sum_ext; intros; apply weight_1. Qed.

Local Lemma CV_1 (N : nat) : (1 <= N)%nat ->
  CV 1 N = log_moment 2 1 N / harmonic N - (log_moment 1 1 N / harmonic N) ^ 2.
Proof.
  intros HN. unfold CV. rewrite var_is_moment_ratio, Z_1 by exact HN. ring.
Qed.

(** For every N >= 2: C_V(1; N) is (log N)^2 / 12 + (H_N - log N) (log N) / 6, up
    to at most 1/2. *)
Theorem heat_capacity_expansion (N : nat) : (2 <= N)%nat ->
  Rabs (CV 1 N - ln (INR N) ^ 2 / 12
        - (harmonic N - ln (INR N)) * ln (INR N) / 6) <= 1 / 2.
Proof.
  intros HN. rewrite CV_1 by lia.
  pose proof ln_2_bounds. pose proof (ln_INR_ge_ln_2 N HN) as HL.
  pose proof (harmonic_bounds N HN) as Hh.
  pose proof (excess_1_bounds N HN) as Ha. pose proof (excess_2_bounds N HN) as Hb.
  assert (0 < / INR N) by (apply Rinv_0_lt_compat, lt_0_INR; lia).
  set (L := ln (INR N)) in *.
  remember (harmonic N - L) as h eqn:Eh.
  remember (excess 1 N) as a eqn:Ea. remember (excess 2 N) as b eqn:Eb.
  unfold excess in Ea, Eb. fold L in Ea, Eb. simpl INR in Ea, Eb.
  replace (harmonic N) with (L + h) by lra.
  replace (log_moment 1 1 N) with (L ^ 2 / 2 + a) by lra.
  replace (log_moment 2 1 N) with (L ^ 3 / 3 + b) by lra.
  rewrite expansion_algebra by lra.
  assert (HH : 0 < (L + h) ^ 2) by (apply pow_lt; lra).
  unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ _))
    by (left; now apply Rinv_0_lt_compat).
  apply (Rmult_le_reg_r ((L + h) ^ 2)); [exact HH|].
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  pose proof (numerator_bound L h a b ltac:(lra) ltac:(lra) Ha Hb). lra.
Qed.
