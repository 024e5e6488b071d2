(** * Fisher information times g^2 is the heat capacity, for every N and real g

    Role: proves [Statements.FisherHeatCapacity 2] and refutes the exponents 1
    and 4.

    Idea: with w_i = d^-g the derivative of w_i in g is - w_i ln d, so one step of
    calculus turns the moment M_k into - M_(k+1). The mean of log d is M_1/M_0, its
    variance M_2/M_0 - (M_1/M_0)^2; the derivative of log Z is minus the mean and
    the derivative of the mean is minus the variance. The score is the mean
    minus log d, so the Fisher information is the variance itself. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Moments.
Local Open Scope R_scope.

(** ** Derivatives in the exponent *)

Local Lemma weight_derive (i : nat) (g : R) :
  is_derive (fun x : R => weight x i) g (- ln (dist i) * weight g i).
Proof. unfold weight. auto_derive; [exact I|ring]. Qed.

Local Lemma moment_derive (k N : nat) (g : R) :
  is_derive (fun x : R => log_moment k x N) g (- log_moment (S k) g N).
Proof.
  replace (- log_moment (S k) g N)
    with (Sum N (fun i => ln (dist i) ^ k * (- ln (dist i) * weight g i))).
  - unfold log_moment.
    apply (Sum_is_derive N (fun i x => ln (dist i) ^ k * weight x i)
             (fun i x => ln (dist i) ^ k * (- ln (dist i) * weight x i))).
    intros i _. apply is_derive_scal, weight_derive.
  - replace (- log_moment (S k) g N) with (-1 * log_moment (S k) g N) by ring.
    unfold log_moment. rewrite <- Sum_scal. apply Sum_ext; intros; simpl; ring.
Qed.

Local Lemma Z_derive (N : nat) (g : R) :
  is_derive (fun x : R => Z x N) g (- log_moment 1 g N).
Proof.
  apply (is_derive_ext (fun x : R => log_moment 0 x N));
    [intros; apply moment_0|apply moment_derive].
Qed.

Local Lemma ln_Z_derive (N : nat) (g : R) : (1 <= N)%nat ->
  is_derive (fun x : R => ln (Z x N)) g (- mean_log g N).
Proof.
  intros HN. pose proof (Z_pos g N HN) as HZ.
  replace (- mean_log g N) with (- log_moment 1 g N * / Z g N)
    by (rewrite mean_is_moment_ratio; field; lra).
  apply (is_derive_comp (K := R_AbsRing) (V := R_NormedModule) ln
           (fun x : R => Z x N)); [now apply is_derive_ln|apply Z_derive].
Qed.

Local Lemma mean_derive (N : nat) (g : R) : (1 <= N)%nat ->
  is_derive (fun x : R => mean_log x N) g (- var_log g N).
Proof.
  intros HN. pose proof (Z_pos g N HN) as HZ.
  apply (is_derive_ext (fun x : R => log_moment 1 x N / Z x N));
    [intros; symmetry; apply mean_is_moment_ratio|].
  replace (- var_log g N) with
    ((- log_moment 2 g N * Z g N - log_moment 1 g N * - log_moment 1 g N)
     / Z g N ^ 2) by (rewrite var_is_moment_ratio by exact HN; field; lra).
  apply is_derive_div; [apply moment_derive|apply Z_derive|lra].
Qed.

Local Lemma ln_prob (N i : nat) (g : R) : (1 <= N)%nat ->
  ln (prob g N i) = - g * ln (dist i) - ln (Z g N).
Proof.
  intros HN. pose proof (Z_pos g N HN) as HZ. unfold prob, Rdiv.
  rewrite ln_mult, ln_Rinv by auto using weight_pos, Rinv_0_lt_compat.
  unfold weight. rewrite ln_exp. ring.
Qed.

Local Lemma score_derive (N i : nat) (g : R) : (1 <= N)%nat ->
  is_derive (fun x : R => ln (prob x N i)) g (mean_log g N - ln (dist i)).
Proof.
  intros HN.
  apply (is_derive_ext (fun x : R => - x * ln (dist i) - ln (Z x N))).
  { intros x. symmetry. now apply ln_prob. }
  replace (mean_log g N - ln (dist i))
    with (- ln (dist i) - - mean_log g N) by ring.
  apply (is_derive_minus (K := R_AbsRing) (V := R_NormedModule)
           (fun x : R => - x * ln (dist i)) (fun x : R => ln (Z x N))).
  - auto_derive; [exact I|ring].
  - now apply ln_Z_derive.
Qed.

Local Lemma temperature_derive (N : nat) (g : R) : (1 <= N)%nat -> 0 < g ->
  is_derive (fun tau : R => mean_log (1 / tau) N) (1 / g) (CV g N).
Proof.
  intros HN Hg.
  replace (CV g N) with (- g ^ 2 * - var_log g N) by (unfold CV; ring).
  apply (is_derive_comp (K := R_AbsRing) (V := R_NormedModule)
           (fun x : R => mean_log x N) (fun tau : R => 1 / tau)).
  - replace (1 / (1 / g)) with g by (field; lra). now apply mean_derive.
  - auto_derive; [|field; lra]. apply Rgt_not_eq, Rdiv_lt_0_compat; lra.
Qed.

(** ** The Fisher information is the variance *)

(** Whatever names the score: the mean of its square under p is Var(log d). *)
Lemma fisher_is_variance (N : nat) (g : R) (score : nat -> R) : (1 <= N)%nat ->
  (forall i, (i < N)%nat ->
     is_derive (fun x : R => ln (prob x N i)) g (score i)) ->
  Sum N (fun i => prob g N i * score i ^ 2) = var_log g N.
Proof.
  intros HN Hs. apply Sum_ext; intros i Hi.
  replace (score i) with (mean_log g N - ln (dist i)); [ring|].
  rewrite <- (is_derive_unique _ _ _ (Hs i Hi)).
  symmetry. now apply is_derive_unique, score_derive.
Qed.

(** The Fisher information of the exponent, times g^2, is the heat capacity; and
    this is g^2 times the second derivative of log Z, and the derivative of the
    energy in the temperature 1/g: for every N >= 1 and every real g. *)
Theorem fisher_heat_capacity : FisherHeatCapacity 2.
Proof.
  intros N g HN. split; [|split].
  - exists (fun i => mean_log g N - ln (dist i)). split.
    + intros i _. now apply score_derive.
    + rewrite (fisher_is_variance N g) by (auto using score_derive).
      unfold CV. ring.
  - exists (fun x => - mean_log x N), (var_log g N). split; [|split].
    + intros x. now apply ln_Z_derive.
    + rewrite <- (Ropp_involutive (var_log g N)).
      now apply (is_derive_opp (K := R_AbsRing) (V := R_NormedModule)
                   (fun x : R => mean_log x N)), mean_derive.
    + reflexivity.
  - now apply temperature_derive.
Qed.

(** ** No other power of g *)

(** With two distances or more, log d is not constant. *)
Lemma var_log_pos (g : R) (N : nat) : (2 <= N)%nat -> 0 < var_log g N.
Proof.
  intros HN.
  set (f := fun i => prob g N i * (ln (dist i) - mean_log g N) ^ 2).
  assert (Hp : forall i, 0 < prob g N i) by (intros; apply prob_pos; lia).
  assert (Hf : forall i, 0 <= f i).
  { intros i. specialize (Hp i). pose proof (pow2_ge_0 (ln (dist i) - mean_log g N)).
    now apply Rmult_le_pos; [left|]. }
  assert (Heq : forall i, f i = 0 -> ln (dist i) = mean_log g N).
  { intros i E. specialize (Hp i). unfold f in E.
    apply Rmult_integral in E as [E|E]; [lra|].
    simpl in E. rewrite Rmult_1_r in E. apply Rsqr_0_uniq in E. lra. }
  destruct (Req_dec (var_log g N) 0) as [E|E].
  - pose proof (Sum_eq_0 N f (fun i _ => Hf i) E) as H0.
    pose proof (Heq 0%nat (H0 0%nat ltac:(lia))) as E0.
    pose proof (Heq 1%nat (H0 1%nat ltac:(lia))) as E1.
    unfold dist in E0, E1. simpl in E0, E1. rewrite ln_1 in E0.
    pose proof ln_lt_2. replace (1 + 1) with 2 in E1 by ring. lra.
  - assert (0 <= Sum N f); [|unfold f in *; fold (var_log g N) in *; lra].
    replace 0 with (Sum N (fun i => 0 * f i)) by (rewrite Sum_scal; ring).
    apply Sum_le; intros i _. specialize (Hf i). lra.
Qed.

(** With two distances or more, the Fisher information times g^k is the heat
    capacity only where g^k = g^2. *)
Lemma fisher_power_differs (k N : nat) (g : R) (score : nat -> R) :
  (2 <= N)%nat -> g ^ k <> g ^ 2 ->
  (forall i, (i < N)%nat ->
     is_derive (fun x : R => ln (prob x N i)) g (score i)) ->
  Sum N (fun i => prob g N i * score i ^ 2) * g ^ k <> CV g N.
Proof.
  intros HN Hk Hs E. apply Hk. pose proof (var_log_pos g N HN).
  rewrite fisher_is_variance in E by (assumption || lia). unfold CV in E.
  apply (Rmult_eq_reg_l (var_log g N)); lra.
Qed.

(** Fisher information times g is not the heat capacity, for every N >= 2 and
    every g other than 0 and 1. *)
Theorem fisher_power_1_differs (N : nat) (g : R) (score : nat -> R) :
  (2 <= N)%nat -> g <> 0 -> g <> 1 ->
  (forall i, (i < N)%nat ->
     is_derive (fun x : R => ln (prob x N i)) g (score i)) ->
  Sum N (fun i => prob g N i * score i ^ 2) * g <> CV g N.
Proof.
  intros HN H0 H1 Hs. pose proof (fisher_power_differs 1 N g score HN) as H.
  rewrite pow_1 in H. apply H; [|exact Hs].
  intros E. apply H1, (Rmult_eq_reg_l g); [lra|exact H0].
Qed.

(** Fisher information times g^4 is not the heat capacity, for every N >= 2 and
    every g other than -1, 0 and 1. *)
Theorem fisher_power_4_differs (N : nat) (g : R) (score : nat -> R) :
  (2 <= N)%nat -> g <> -1 -> g <> 0 -> g <> 1 ->
  (forall i, (i < N)%nat ->
     is_derive (fun x : R => ln (prob x N i)) g (score i)) ->
  Sum N (fun i => prob g N i * score i ^ 2) * g ^ 4 <> CV g N.
Proof.
  intros HN Hm H0 H1. apply fisher_power_differs; [exact HN|].
  intros E. apply (Rmult_integral_contrapositive_currified (g - 1) (g + 1));
    [lra|lra|].
  apply (Rmult_eq_reg_l (g ^ 2)); [|now apply pow_nonzero].
  replace (g ^ 2 * ((g - 1) * (g + 1))) with (g ^ 4 - g ^ 2) by ring. lra.
Qed.

(** The exponent 1 in place of 2 is refuted (at N = 2, g = 2). *)
Theorem fisher_heat_capacity_not_1 : ~ FisherHeatCapacity 1.
Proof.
  intros H. destruct (H 2%nat 2 ltac:(lia)) as [[score [Hs E]] _].
  rewrite pow_1 in E. apply (fisher_power_1_differs 2 2 score) in E; auto; lra.
Qed.

(** The exponent 4 in place of 2 is refuted (at N = 2, g = 2). *)
Theorem fisher_heat_capacity_not_4 : ~ FisherHeatCapacity 4.
Proof.
  intros H. destruct (H 2%nat 2 ltac:(lia)) as [[score [Hs E]] _].
  apply (fisher_power_4_differs 2 2 score) in E; auto; lra.
Qed.
