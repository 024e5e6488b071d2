(** * pi is irrational; indeed pi^2 is

    Role: what [RopeAlias] rests on.

    Idea: Niven's argument in the form of a recurrence. With a = pi/2, the numbers
    a^(2n+1)/n! times the integral of (1 - x^2)^n cos (a x) over [-1, 1] satisfy a
    recurrence whose coefficients are integers and a^2. If a^2 were p/q, q^n times
    them would be positive integers that tend to 0. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
Local Open Scope R_scope.

Local Definition kernel (n : nat) (x : R) : R := (1 - x ^ 2) ^ n * cos (PI / 2 * x).
Local Definition niven (n : nat) : R := RInt (kernel n) (-1) 1.

(** ** The integrals and their recurrence *)

Local Lemma kernel_continuous : forall n x, continuous (kernel n) x.
Proof.
  intros n x. apply (ex_derive_continuous (kernel n)). unfold kernel.
  auto_derive. exact I.
Qed.

Local Lemma is_RInt_kernel : forall n, is_RInt (kernel n) (-1) 1 (niven n).
Proof.
  intros n. apply (RInt_correct (kernel n)), (ex_RInt_continuous (kernel n)).
  intros x _. apply kernel_continuous.
Qed.

(** A combination of kernels with antiderivative [F] relates their integrals. *)
Local Lemma niven_relation : forall (F : R -> R) c d e p q r,
  (forall x, is_derive F x (c * kernel p x + d * kernel q x + e * kernel r x)) ->
  c * niven p + d * niven q + e * niven r = F 1 - F (-1).
Proof.
  intros F c d e p q r HF.
  pose (f := fun x : R => c * kernel p x + d * kernel q x + e * kernel r x).
  assert (H1 : is_RInt f (-1) 1 (c * niven p + d * niven q + e * niven r)).
  { apply (is_RInt_plus (V := R_NormedModule)); [apply (is_RInt_plus (V := R_NormedModule))|];
      apply (is_RInt_scal (V := R_NormedModule)), is_RInt_kernel. }
  assert (H2 : is_RInt f (-1) 1 (F 1 - F (-1))).
  { apply (is_RInt_derive F f); intros x _; [apply HF|].
    apply (continuous_plus (V := R_NormedModule));
      [apply (continuous_plus (V := R_NormedModule))|];
      apply (continuous_scal_r (V := R_NormedModule)), kernel_continuous. }
  rewrite <- (is_RInt_unique _ _ _ _ H1). exact (is_RInt_unique _ _ _ _ H2).
Qed.

Local Lemma ends : sin (PI / 2 * 1) = 1 /\ sin (PI / 2 * -1) = -1 /\
  cos (PI / 2 * 1) = 0 /\ cos (PI / 2 * -1) = 0.
Proof.
  replace (PI / 2 * -1) with (- (PI / 2)) by ring.
  rewrite Rmult_1_r, sin_neg, cos_neg, sin_PI2, cos_PI2. lra.
Qed.

Local Lemma niven_0 : PI / 2 * niven 0 = 2.
Proof.
  assert (H := niven_relation (fun x => sin (PI / 2 * x)) (PI / 2) 0 0 0 0 0).
  cbv beta in H. destruct ends as (E1 & E2 & _). rewrite E1, E2 in H.
  enough (PI / 2 * niven 0 + 0 * niven 0 + 0 * niven 0 = 1 - -1) by lra.
  apply H. intros x. unfold kernel. auto_derive; [exact I|]. ring.
Qed.

Local Lemma niven_1 : (PI / 2) ^ 2 * niven 1 = 2 * niven 0.
Proof.
  assert (H := niven_relation
    (fun x => (1 - x ^ 2) * (PI / 2 * sin (PI / 2 * x)) - 2 * x * cos (PI / 2 * x))
    ((PI / 2) ^ 2) (-2) 0 1 0 0).
  cbv beta in H. destruct ends as (E1 & E2 & E3 & E4). rewrite E1, E2, E3, E4 in H.
  enough ((PI / 2) ^ 2 * niven 1 + -2 * niven 0 + 0 * niven 0 = 0) by lra.
  rewrite H; [ring|]. intros x. unfold kernel. auto_derive; [exact I|]. ring.
Qed.

(** By parts, twice: the bracket is u^(n+2) (a sin (a x)) + (u^(n+2))' cos (a x), with
    u = 1 - x^2, and vanishes at both ends. *)
Local Lemma niven_step : forall n, (PI / 2) ^ 2 * niven (S (S n)) =
  2 * (INR n + 2) * (2 * INR n + 3) * niven (S n) -
  4 * (INR n + 2) * (INR n + 1) * niven n.
Proof.
  intros n.
  assert (H := niven_relation
    (fun x => (1 - x ^ 2) ^ S (S n) * (PI / 2 * sin (PI / 2 * x)) -
      2 * (INR n + 2) * x * (1 - x ^ 2) ^ S n * cos (PI / 2 * x))
    ((PI / 2) ^ 2) (- (2 * (INR n + 2) * (2 * INR n + 3)))
    (4 * (INR n + 2) * (INR n + 1)) (S (S n)) (S n) n).
  cbv beta in H. replace (1 - (-1) ^ 2) with 0 in H by ring.
  replace (1 - 1 ^ 2) with 0 in H by ring. rewrite !pow_ne_zero in H by lia.
  enough ((PI / 2) ^ 2 * niven (S (S n)) +
    - (2 * (INR n + 2) * (2 * INR n + 3)) * niven (S n) +
    4 * (INR n + 2) * (INR n + 1) * niven n = 0) by lra.
  rewrite H; [ring|]. intros x. unfold kernel. auto_derive; [exact I|].
  change (match n with O => 1 | S _ => INR n + 1 end) with (INR (S n)).
  rewrite S_INR. cbn [pow]. change (1 + - (x * (x * 1))) with (1 - x * (x * 1)). ring.
Qed.

(** ** The integrals are positive and at most 2 *)

Local Lemma kernel_bounds : forall n x, -1 < x < 1 -> 0 < kernel n x <= 1.
Proof.
  intros n x [Hx1 Hx2]. pose proof PI_RGT_0. unfold kernel.
  assert (Hu : 0 < 1 - x ^ 2 <= 1) by (simpl; nra).
  assert (0 < (1 - x ^ 2) ^ n <= 1).
  { split; [apply pow_lt, Hu|]. rewrite <- (pow1 n) at 2. apply pow_incr. lra. }
  assert (0 < cos (PI / 2 * x)) by (apply cos_gt_0; nra).
  pose proof (COS_bound (PI / 2 * x)). nra.
Qed.

Local Lemma niven_bounds : forall n, 0 < niven n <= 2.
Proof.
  intros n. unfold niven. split.
  - apply RInt_gt_0; [lra| |].
    + intros x Hx. apply kernel_bounds, Hx.
    + intros x _. apply kernel_continuous.
  - replace 2 with (RInt (fun _ : R => 1) (-1) 1).
    + apply RInt_le; [lra|eexists; apply is_RInt_kernel|apply ex_RInt_const|].
      intros x Hx. apply kernel_bounds, Hx.
    + rewrite RInt_const. change ((1 - -1) * 1 = 2). ring.
Qed.

(** ** Integers that tend to 0 *)

Local Definition scaled (q : Z) (n : nat) : R :=
  IZR q ^ n * (PI / 2) ^ (2 * n + 1) * niven n / INR (fact n).

Local Lemma scaled_0 : forall q, scaled q 0 = 2.
Proof.
  intros q. transitivity (PI / 2 * niven 0); [|apply niven_0].
  unfold scaled. simpl. field.
Qed.

Local Lemma scaled_1 : forall q, scaled q 1 = 4 * IZR q.
Proof.
  intros q. unfold scaled. simpl (fact 1).
  replace (IZR q ^ 1 * (PI / 2) ^ (2 * 1 + 1) * niven 1 / INR 1)
    with (IZR q * (PI / 2) * ((PI / 2) ^ 2 * niven 1)) by (simpl; field).
  rewrite niven_1. replace (IZR q * (PI / 2) * (2 * niven 0))
    with (2 * IZR q * (PI / 2 * niven 0)) by ring.
  rewrite niven_0. ring.
Qed.

Local Lemma scaled_step : forall p q n, (PI / 2) ^ 2 * IZR q = IZR p ->
  scaled q (S (S n)) =
  2 * (2 * INR n + 3) * IZR q * scaled q (S n) - 4 * IZR q * IZR p * scaled q n.
Proof.
  intros p q n Hpq. unfold scaled. pose proof PI_RGT_0.
  pose proof (pos_INR n). pose proof (INR_fact_neq_0 n).
  assert (E : niven (S (S n)) = (2 * (INR n + 2) * (2 * INR n + 3) * niven (S n) -
    4 * (INR n + 2) * (INR n + 1) * niven n) / (PI / 2) ^ 2)
    by (rewrite <- niven_step; field; lra).
  replace (2 * S (S n) + 1)%nat with (2 + (2 + (2 * n + 1)))%nat by lia.
  replace (2 * S n + 1)%nat with (2 + (2 * n + 1))%nat by lia.
  rewrite E, !(pow_add _ 2), !fact_simpl, !mult_INR, !S_INR, <- Hpq.
  cbn [pow]. field. repeat split; try assumption; lra.
Qed.

Local Lemma scaled_integer : forall p q, (PI / 2) ^ 2 * IZR q = IZR p -> forall n,
  (exists z, scaled q n = IZR z) /\ (exists z, scaled q (S n) = IZR z).
Proof.
  intros p q Hpq. induction n as [|n [[y Hy] [z Hz]]].
  - split; [exists 2%Z; apply scaled_0|].
    exists (4 * q)%Z. rewrite mult_IZR. apply scaled_1.
  - split; [exists z; exact Hz|].
    exists (2 * (2 * Z.of_nat n + 3) * q * z - 4 * q * p * y)%Z.
    rewrite (scaled_step p q n Hpq), Hy, Hz, INR_IZR_INZ.
    rewrite minus_IZR, !mult_IZR, plus_IZR, mult_IZR. ring.
Qed.

Local Lemma scaled_bounds : forall p q n, (0 < q)%Z -> (PI / 2) ^ 2 * IZR q = IZR p ->
  0 < scaled q n <= PI * (IZR p ^ n / INR (fact n)).
Proof.
  intros p q n Hq Hpq. pose proof PI_RGT_0. pose proof (niven_bounds n).
  assert (0 < / INR (fact n)) by apply Rinv_0_lt_compat, INR_fact_lt_0.
  apply IZR_lt in Hq.
  assert (0 < IZR p) by (rewrite <- Hpq; apply Rmult_lt_0_compat; [apply pow_lt|]; lra).
  assert (E : scaled q n = PI / 2 * IZR p ^ n * / INR (fact n) * niven n).
  { unfold scaled. rewrite <- Hpq, Rpow_mult_distr, <- pow_mult, pow_add. field.
    apply INR_fact_neq_0. }
  assert (0 < PI / 2 * IZR p ^ n * / INR (fact n)).
  { apply Rmult_lt_0_compat; [|assumption].
    apply Rmult_lt_0_compat; [lra|apply pow_lt; assumption]. }
  rewrite E. unfold Rdiv. split; nra.
Qed.

(** pi^2 is irrational. *)
Theorem pi_squared_irrational : forall p q : Z, (0 < q)%Z -> PI ^ 2 * IZR q <> IZR p.
Proof.
  intros p q Hq H.
  assert (Hpq : (PI / 2) ^ 2 * IZR (4 * q) = IZR p) by (rewrite mult_IZR, <- H; field).
  pose proof PI_RGT_0 as Hpi.
  destruct (cv_speed_pow_fact (IZR p) (/ PI) (Rinv_0_lt_compat _ Hpi)) as [n Hn].
  specialize (Hn n (Nat.le_refl n)). unfold R_dist in Hn. rewrite Rminus_0_r in Hn.
  apply Rabs_def2 in Hn as [Hn _].
  destruct (scaled_bounds p (4 * q) n ltac:(lia) Hpq) as [Hlo Hhi].
  destruct (scaled_integer p (4 * q) Hpq n) as [[z Hz] _].
  assert (PI * (IZR p ^ n / INR (fact n)) < 1).
  { apply (Rmult_lt_compat_l PI) in Hn; [|assumption]. rewrite Rinv_r in Hn; lra. }
  assert (Hz0 : 0 < IZR z) by lra. assert (Hz1 : IZR z < 1) by lra.
  apply lt_IZR in Hz0. apply lt_IZR in Hz1. lia.
Qed.

(** pi is irrational. *)
Theorem pi_irrational : forall p q : Z, q <> 0%Z -> PI * IZR q <> IZR p.
Proof.
  intros p q Hq H. apply (pi_squared_irrational (p * p) (q * q)); [nia|].
  rewrite !mult_IZR, <- H. ring.
Qed.
