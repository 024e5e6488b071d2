(** * Mean and variance of log d on 1, 2, 3, ... as the exponent comes down to 1

    Role: proves [Statements.MeanAndVarianceNearOne 2] and refutes the power 1.

    Idea: by [log_series] the sums of (ln d)^k d^-g are k! / (g-1)^(k+1) up to a
    bounded error, k = 0, 1, 2. So (g-1) times the mean tends to 1 / 1, and (g-1)^2
    times the variance to 2 / 1 - (1 / 1)^2. Multiplied by g-1 once instead of twice,
    the variance is unbounded. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import LogSeries.
Local Open Scope R_scope.

(** ** The three sums *)

Local Definition moment (k : nat) (g : R) : R := Series (fun i => ln (dist i) ^ k * weight g i).

(** [log_series] for the single power k, with its integral k! / (g-1)^(k+1). *)
Local Lemma moment_series (k : nat) g r0 r1 r2 : 1 < g -> 0 <= r0 -> 0 <= r1 -> 0 <= r2 ->
  (forall L : R, r0 + r1 * L + r2 * L ^ 2 = L ^ k) ->
  is_series (fun i => ln (dist i) ^ k * weight g i) (moment k g) /\ r0 <= moment k g /\
  Rabs (moment k g - (r0 / (g - 1) + r1 / (g - 1) ^ 2 + 2 * r2 / (g - 1) ^ 3))
  <= g * r0 + (1 + g) * r1 + (2 + 2 * g) * r2.
Proof.
  intros Hg H0 H1 H2 Hk. destruct (log_series g r0 r1 r2 Hg H0 H1 H2) as (l & Hl & Hb).
  assert (Hs : is_series (fun i => ln (dist i) ^ k * weight g i) l).
  { apply (is_series_ext (fun i =>
      weight g i * (r0 + r1 * ln (dist i) + r2 * ln (dist i) ^ 2))); [|exact Hl].
    intros i. rewrite Hk. apply Rmult_comm. }
  replace l with (moment k g) in * by (apply is_series_unique, Hs). split; assumption.
Qed.

(** A bounded error vanishes when multiplied by (g-1)^(k+1), g < 2. *)
Local Lemma scaled_error k g m l c : 1 < g < 2 -> 0 <= c -> Rabs (m - l / (g - 1) ^ S k) <= c ->
  Rabs ((g - 1) ^ S k * m - l) <= c * (g - 1).
Proof.
  intros Hg Hc H. assert (Ha : 0 < (g - 1) ^ k) by (apply pow_lt; lra).
  replace ((g - 1) ^ S k * m - l) with ((g - 1) ^ S k * (m - l / (g - 1) ^ S k))
    by (simpl; field; lra).
  rewrite Rabs_mult, (Rabs_right ((g - 1) ^ S k)) by (apply Rle_ge, pow_le; lra).
  rewrite Rmult_comm. apply Rmult_le_compat; try assumption.
  - apply Rabs_pos.
  - apply pow_le; lra.
  - apply Rle_trans with ((g - 1) * 1); [|lra]. apply Rmult_le_compat_l; [lra|].
    apply Rle_trans with (1 ^ k); [apply pow_incr; lra|rewrite pow1; lra].
Qed.

(** ** Limits as g comes down to 1 *)

Local Lemma right_of_1 d : 0 < d -> at_right 1 (fun g => 1 < g < 1 + d).
Proof.
  intros Hd. exists (mkposreal d Hd). intros g Hg H1. split; [exact H1|].
  apply Rabs_lt_between' in Hg. simpl in Hg. lra.
Qed.

Local Lemma tends_if_error h l c : 0 <= c ->
  (forall g, 1 < g < 2 -> Rabs (h g - l) <= c * (g - 1)) ->
  filterlim h (at_right 1) (locally l).
Proof.
  intros Hc H. apply filterlim_locally. intros eps.
  assert (He : 0 < eps / (c + 1)) by (apply Rdiv_lt_0_compat; [apply cond_pos|lra]).
  assert (Hm : 0 < Rmin 1 (eps / (c + 1))) by (apply Rmin_pos; lra).
  refine (filter_imp _ _ _ (right_of_1 _ Hm)). intros g Hg.
  assert (M1 := Rmin_l 1 (eps / (c + 1))). assert (M2 := Rmin_r 1 (eps / (c + 1))).
  change (Rabs (h g - l) < eps). apply Rle_lt_trans with (1 := H g ltac:(lra)).
  replace (pos eps) with ((c + 1) * (eps / (c + 1))) by (field; lra).
  apply Rle_lt_trans with ((c + 1) * (g - 1)).
  - apply Rmult_le_compat_r; lra.
  - apply Rmult_lt_compat_l; lra.
Qed.

Local Lemma tends_mult h k x y : filterlim h (at_right 1) (locally x) ->
  filterlim k (at_right 1) (locally y) ->
  filterlim (fun g => h g * k g) (at_right 1) (locally (x * y)).
Proof.
  intros Hh Hk.
  apply (filterlim_comp_2 (G := locally x) (H := locally y) h k Rmult Hh Hk).
  exact (filterlim_mult (K := R_AbsRing) x y).
Qed.

Local Lemma tends_minus h k x y : filterlim h (at_right 1) (locally x) ->
  filterlim k (at_right 1) (locally y) ->
  filterlim (fun g => h g - k g) (at_right 1) (locally (x - y)).
Proof.
  intros Hh Hk.
  apply (filterlim_comp_2 (G := locally x) (H := locally (- y)) h (fun g => - k g) Rplus Hh).
  - apply (filterlim_comp _ _ _ k Ropp _ _ _ Hk). exact (filterlim_opp y).
  - exact (filterlim_plus (V := R_NormedModule) x (- y)).
Qed.

Local Lemma tends_inv h x : x <> 0 -> filterlim h (at_right 1) (locally x) ->
  filterlim (fun g => / h g) (at_right 1) (locally (/ x)).
Proof.
  intros Hx Hh. apply (filterlim_comp _ _ _ h Rinv _ _ _ Hh). exact (continuous_Rinv x Hx).
Qed.

(** (g-1)^(k+1) times the k-th sum tends to k!, k = 0, 1, 2. *)
Local Lemma moments_near_one :
  filterlim (fun g => (g - 1) ^ 1 * moment 0 g) (at_right 1) (locally 1) /\
  filterlim (fun g => (g - 1) ^ 2 * moment 1 g) (at_right 1) (locally 1) /\
  filterlim (fun g => (g - 1) ^ 3 * moment 2 g) (at_right 1) (locally 2).
Proof.
  repeat split; apply tends_if_error with (c := 6); try lra; intros g Hg;
    apply scaled_error; try lra.
  - destruct (moment_series 0 g 1 0 0) as (_ & _ & H); try lra; [intros; ring|].
    replace (1 / (g - 1) ^ 1) with (1 / (g - 1) + 0 / (g - 1) ^ 2 + 2 * 0 / (g - 1) ^ 3)
      by (field; lra). lra.
  - destruct (moment_series 1 g 0 1 0) as (_ & _ & H); try lra; [intros; ring|].
    replace (1 / (g - 1) ^ 2) with (0 / (g - 1) + 1 / (g - 1) ^ 2 + 2 * 0 / (g - 1) ^ 3)
      by (field; lra). lra.
  - destruct (moment_series 2 g 0 0 1) as (_ & _ & H); try lra; [intros; ring|].
    replace (2 / (g - 1) ^ 3) with (0 / (g - 1) + 0 / (g - 1) ^ 2 + 2 * 1 / (g - 1) ^ 3)
      by (field; lra). lra.
Qed.

(** ** Mean and variance *)

(** z, e and v are the normalising sum, the mean and the variance of log d at exponent g. *)
Definition statistics (g z e v : R) : Prop :=
  is_series (weight g) z /\
  is_series (fun i => weight g i / z * ln (dist i)) e /\
  is_series (fun i => weight g i / z * (ln (dist i) - e) ^ 2) v.

Local Lemma statistics_unique g z e v z' e' v' :
  statistics g z e v -> statistics g z' e' v' -> e = e' /\ v = v'.
Proof.
  intros (H0 & H1 & H2) (H0' & H1' & H2').
  assert (U : forall a (x y : R), is_series a x -> is_series a y -> x = y).
  { intros a x y Hx Hy. rewrite <- (is_series_unique a x Hx). exact (is_series_unique a y Hy). }
  assert (z = z') by exact (U _ _ _ H0 H0'). subst z'.
  assert (e = e') by exact (U _ _ _ H1 H1'). subst e'.
  split; [reflexivity|exact (U _ _ _ H2 H2')].
Qed.

Local Definition mean_at (g : R) : R := moment 1 g / moment 0 g.
Local Definition variance_at (g : R) : R := moment 2 g / moment 0 g - mean_at g ^ 2.

Local Lemma moment_0_ge_1 g : 1 < g -> 1 <= moment 0 g.
Proof. intros Hg. apply (moment_series 0 g 1 0 0); try lra. intros; ring. Qed.

(** All three exist for every g > 1. *)
Local Lemma statistics_exist g : 1 < g -> statistics g (moment 0 g) (mean_at g) (variance_at g).
Proof.
  intros Hg. assert (HZ := moment_0_ge_1 g Hg).
  assert (S0 : is_series (fun i => ln (dist i) ^ 0 * weight g i) (moment 0 g))
    by (apply (moment_series 0 g 1 0 0); try lra; intros; ring).
  assert (S1 : is_series (fun i => ln (dist i) ^ 1 * weight g i) (moment 1 g))
    by (apply (moment_series 1 g 0 1 0); try lra; intros; ring).
  assert (S2 : is_series (fun i => ln (dist i) ^ 2 * weight g i) (moment 2 g))
    by (apply (moment_series 2 g 0 0 1); try lra; intros; ring).
  set (z := moment 0 g) in *. set (e := mean_at g). repeat split.
  - refine (is_series_ext _ _ _ _ S0). intros i. simpl. ring.
  - assert (H := is_series_scal (/ z) _ _ S1). replace e with (scal (/ z) (moment 1 g)).
    + refine (is_series_ext _ _ _ _ H). intros i.
      change (/ z * (ln (dist i) ^ 1 * weight g i) = weight g i / z * ln (dist i)). field. lra.
    + unfold e, mean_at. fold z. change (/ z * moment 1 g = moment 1 g / z). field. lra.
  - assert (H := is_series_plus _ _ _ _
      (is_series_plus _ _ _ _ (is_series_scal (/ z) _ _ S2)
        (is_series_scal (- (2 * e) / z) _ _ S1)) (is_series_scal (e ^ 2 / z) _ _ S0)).
    replace (variance_at g) with (plus (plus (scal (/ z) (moment 2 g))
      (scal (- (2 * e) / z) (moment 1 g))) (scal (e ^ 2 / z) z)).
    + refine (is_series_ext _ _ _ _ H). intros i.
      change (/ z * (ln (dist i) ^ 2 * weight g i)
              + - (2 * e) / z * (ln (dist i) ^ 1 * weight g i)
              + e ^ 2 / z * (ln (dist i) ^ 0 * weight g i)
              = weight g i / z * (ln (dist i) - e) ^ 2). field. lra.
    + change (/ z * moment 2 g + - (2 * e) / z * moment 1 g + e ^ 2 / z * z = variance_at g).
      unfold variance_at, e, mean_at. fold z. field. lra.
Qed.

Local Lemma mean_near_one : filterlim (fun g => (g - 1) * mean_at g) (at_right 1) (locally 1).
Proof.
  destruct moments_near_one as (H0 & H1 & _).
  assert (H := tends_mult _ _ _ _ H1 (tends_inv _ _ R1_neq_R0 H0)).
  rewrite Rinv_1, Rmult_1_r in H. refine (filterlim_within_ext _ _ _ _ H).
  intros g Hg. unfold mean_at. assert (HZ := moment_0_ge_1 g Hg). field. lra.
Qed.

Local Lemma variance_near_one :
  filterlim (fun g => (g - 1) ^ 2 * variance_at g) (at_right 1) (locally 1).
Proof.
  destruct moments_near_one as (H0 & _ & H2).
  assert (H := tends_minus _ _ _ _ (tends_mult _ _ _ _ H2 (tends_inv _ _ R1_neq_R0 H0))
                 (tends_mult _ _ _ _ mean_near_one mean_near_one)).
  replace (2 * / 1 - 1 * 1) with 1 in H by field.
  refine (filterlim_within_ext _ _ _ _ H).
  intros g Hg. unfold variance_at. assert (HZ := moment_0_ge_1 g Hg). field. lra.
Qed.

(** For g > 1 on 1, 2, 3, ...: as g comes down to 1, (g - 1) E[log d] -> 1 and
    (g - 1)^2 Var(log d) -> 1. *)
Theorem mean_and_variance_near_one : MeanAndVarianceNearOne 2.
Proof.
  exists (moment 0), mean_at, variance_at. split; [|split].
  - exact statistics_exist.
  - exact mean_near_one.
  - exact variance_near_one.
Qed.

(** ** Control *)

(** (g - 1) times the variance is not bounded near 1. *)
Theorem variance_unbounded (z e v : R -> R) B :
  (forall g, 1 < g -> statistics g (z g) (e g) (v g)) ->
  ~ at_right 1 (fun g => (g - 1) * v g <= B).
Proof.
  intros HV HB.
  assert (H2 : at_right 1 (fun g => ball 1 (/ 2) ((g - 1) ^ 2 * variance_at g)))
    by exact (proj1 (filterlim_locally _ _) variance_near_one (mkposreal (/ 2) ltac:(lra))).
  assert (Hd : 0 < / (2 * (1 + Rabs B)))
    by (apply Rinv_0_lt_compat; assert (P := Rabs_pos B); lra).
  assert (HF := filter_and _ _ HB (filter_and _ _ H2 (right_of_1 _ Hd))).
  destruct (filter_ex _ HF) as (g & Hb & Hv & H1 & Hg).
  destruct (statistics_unique g _ _ _ _ _ _ (HV g H1) (statistics_exist g H1)) as [_ E2].
  rewrite <- E2 in Hv. apply Rabs_lt_between' in Hv.
  assert (P := Rabs_pos B). assert (Q := Rle_abs B).
  assert (Hs : (g - 1) * (2 * (1 + Rabs B)) < 1).
  { apply Rlt_le_trans with (/ (2 * (1 + Rabs B)) * (2 * (1 + Rabs B))).
    - apply Rmult_lt_compat_r; lra.
    - right. field. lra. }
  assert (H3 : (g - 1) * ((g - 1) * v g) <= (g - 1) * (1 + Rabs B))
    by (apply Rmult_le_compat_l; lra).
  simpl in Hv. lra.
Qed.

(** The power 1 is refuted: g - 1 only once leaves the variance unbounded. *)
Theorem mean_and_variance_near_one_not_1 : ~ MeanAndVarianceNearOne 1.
Proof.
  intros (z & e & v & HV & _ & H).
  apply (variance_unbounded z e v 2 HV).
  refine (filter_imp _ _ _ (proj1 (filterlim_locally _ _) H (mkposreal 1 Rlt_0_1))).
  intros g Hg. apply Rabs_lt_between' in Hg. simpl in Hg. lra.
Qed.
