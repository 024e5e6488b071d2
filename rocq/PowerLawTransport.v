(** * A power law damps every frequency, as an average and as a law of jumps

    Role: proves [Statements.PowerLawDamps Rlt Rlt] and [JumpSemigroupContracts (-1)],
    and refutes their controls: the identity at g = 1, amplification above it, and
    the growing exponential.

    Idea: 1 less the square of the symbol is the variance of cos (d t) plus that of
    sin (d t), which is 0 only if both are the same at d = 1 and d = 2, that is for
    t a whole number of turns. The symbol of the jumps is at least its term at d = 1,
    which is 2 (1 - cos t). *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Moments.
Local Open Scope R_scope.

(** cos t = 1 at no t inside a turn. *)
Local Lemma cos_lt_1 t : 0 < t < 2 * PI -> cos t < 1.
Proof.
  intros Ht. pose proof PI_RGT_0. replace t with (2 * (t / 2)) by field.
  rewrite cos_2a_sin. assert (0 < sin (t / 2)) by (apply sin_gt_0; lra). nra.
Qed.

(** ** The average *)

Local Lemma prob_sum g N : (1 <= N)%nat -> Sum N (prob g N) = 1.
Proof.
  intros HN. pose proof (Z_pos g N HN). unfold prob, Rdiv. rewrite Sum_scal_r.
  fold (Z g N). field. lra.
Qed.

(** The mean of the square less the square of the mean. *)
Local Lemma variance_expanded g N (f : nat -> R) : (1 <= N)%nat ->
  let m := mean N (prob g N) f in
  mean N (prob g N) (fun i => f i ^ 2) - m ^ 2
  = Sum N (fun i => prob g N i * (f i - m) ^ 2).
Proof.
  intros HN m.
  rewrite (Sum_ext N (fun i => prob g N i * (f i - m) ^ 2)
    (fun i => prob g N i * f i ^ 2
              + (- 2 * m * (prob g N i * f i) + m ^ 2 * prob g N i)))
    by (intros; ring).
  rewrite !Sum_plus, !Sum_scal, prob_sum by exact HN.
  change (Sum N (fun i => prob g N i * f i)) with m. unfold mean. ring.
Qed.

(** Positive weights: no spread means that two values are the same. *)
Local Lemma no_spread g N (f : nat -> R) (m : R) i : (i < N)%nat ->
  Sum N (fun i => prob g N i * (f i - m) ^ 2) = 0 -> f i = m.
Proof.
  intros Hi E. assert (HN : (1 <= N)%nat) by lia.
  assert (Q : forall j, 0 <= prob g N j * (f j - m) ^ 2).
  { intros j. pose proof (prob_pos g N j HN).
    apply Rmult_le_pos; [lra|apply pow2_ge_0]. }
  pose proof (Sum_eq_0 N _ (fun j _ => Q j) E i Hi) as T. cbv beta in T.
  pose proof (prob_pos g N i HN). apply Rmult_integral in T as [T|T]; [lra|].
  simpl in T. rewrite Rmult_1_r in T. apply Rsqr_0_uniq in T. lra.
Qed.

Lemma symbol_modulus_lt_1 (N : nat) (g t : R) : (2 <= N)%nat -> 0 < t < 2 * PI ->
  symbol_modulus g N t < 1.
Proof.
  intros HN Ht. assert (H1 : (1 <= N)%nat) by lia. unfold symbol_modulus.
  set (c := fun i => cos (dist i * t)). set (s := fun i => sin (dist i * t)).
  rewrite <- sqrt_1. apply sqrt_lt_1_alt. split.
  { apply Rplus_le_le_0_compat; apply pow2_ge_0. }
  assert (One : mean N (prob g N) (fun i => c i ^ 2) + mean N (prob g N) (fun i => s i ^ 2) = 1).
  { unfold mean. rewrite <- Sum_plus, <- (prob_sum g N H1). apply Sum_ext. intros i _.
    rewrite <- Rmult_plus_distr_l. unfold c, s. pose proof (sin2_cos2 (dist i * t)) as E.
    unfold Rsqr in E. replace (_ ^ 2 + _ ^ 2) with 1 by lra. ring. }
  pose proof (variance_expanded g N c H1) as Vc. pose proof (variance_expanded g N s H1) as Vs.
  cbv zeta in Vc, Vs.
  assert (Nn : forall f m, 0 <= Sum N (fun i => prob g N i * (f i - m) ^ 2)).
  { intros f m. apply Sum_nonneg. intros j _. pose proof (prob_pos g N j H1).
    apply Rmult_le_pos; [lra|apply pow2_ge_0]. }
  pose proof (Nn c (mean N (prob g N) c)) as Pc. pose proof (Nn s (mean N (prob g N) s)) as Ps.
  enough (Sum N (fun i => prob g N i * (c i - mean N (prob g N) c) ^ 2)
          + Sum N (fun i => prob g N i * (s i - mean N (prob g N) s) ^ 2) <> 0) by lra.
  intros E. assert (Ec : c 0%nat = c 1%nat).
  { rewrite (no_spread g N c (mean N (prob g N) c) 0), (no_spread g N c (mean N (prob g N) c) 1);
      (lia || lra). }
  assert (Es : s 0%nat = s 1%nat).
  { rewrite (no_spread g N s (mean N (prob g N) s) 0), (no_spread g N s (mean N (prob g N) s) 1);
      (lia || lra). }
  unfold c, s, dist in Ec, Es. simpl INR in Ec, Es.
  replace ((1 + 1) * t) with (1 * t + t) in Ec, Es by ring.
  rewrite Rmult_1_l in Ec, Es. pose proof (cos_lt_1 t Ht) as L.
  rewrite cos_plus in Ec. rewrite sin_plus in Es.
  pose proof (sin2_cos2 t) as P. unfold Rsqr in P. nra.
Qed.

Theorem power_law_damps : PowerLawDamps Rlt Rlt.
Proof. intros N g t HN Ht. pose proof (symbol_modulus_lt_1 N g t HN Ht). tauto. Qed.

(** The identity at g = 1 is refuted, whatever is said of g > 1. *)
Theorem power_law_damps_not_identity_at_one : ~ PowerLawDamps eq Rlt.
Proof.
  intros H. pose proof PI_RGT_0. destruct (H 2%nat 1 PI ltac:(lia) ltac:(lra)) as (_ & E & _).
  specialize (E eq_refl).
  pose proof (symbol_modulus_lt_1 2%nat 1 PI ltac:(lia) ltac:(lra)). lra.
Qed.

(** Amplification for g > 1 is refuted, at every such g, N and t. *)
Theorem power_law_damps_not_amplifies : ~ PowerLawDamps Rlt Rgt.
Proof.
  intros H. pose proof PI_RGT_0. destruct (H 2%nat 2 PI ltac:(lia) ltac:(lra)) as (_ & _ & E).
  specialize (E ltac:(lra)).
  pose proof (symbol_modulus_lt_1 2%nat 2 PI ltac:(lia) ltac:(lra)). lra.
Qed.

(** ** The jumps *)

Local Lemma jump_symbol_pos N g t : (1 <= N)%nat -> 0 < t < 2 * PI -> 0 < jump_symbol g N t.
Proof.
  intros HN Ht. unfold jump_symbol. apply Rmult_lt_0_compat; [lra|].
  apply Rlt_le_trans with (weight g 0 * (1 - cos (dist 0 * t))).
  - unfold dist. simpl INR. rewrite Rmult_1_l. pose proof (cos_lt_1 t Ht).
    apply Rmult_lt_0_compat; [apply weight_pos|lra].
  - apply (Sum_ge_term N (fun i => weight g i * (1 - cos (dist i * t)))); [|lia].
    intros i _. pose proof (COS_bound (dist i * t)). pose proof (weight_pos g i).
    apply Rmult_le_pos; lra.
Qed.

Theorem jump_semigroup_contracts : JumpSemigroupContracts (-1).
Proof.
  intros N g tau t HN Htau Ht. pose proof (jump_symbol_pos N g t HN Ht).
  rewrite <- exp_0. apply exp_increasing.
  assert (0 < tau * jump_symbol g N t) by (apply Rmult_lt_0_compat; assumption). lra.
Qed.

(** The growing exponential is refuted, at every N, g, tau and t. *)
Theorem jump_semigroup_not_growing : ~ JumpSemigroupContracts 1.
Proof.
  intros H. pose proof PI_RGT_0.
  specialize (H 1%nat 0 1 PI ltac:(lia) Rlt_0_1 ltac:(lra)).
  pose proof (jump_symbol_pos 1%nat 0 PI ltac:(lia) ltac:(lra)).
  rewrite !Rmult_1_l, <- exp_0 in H. apply exp_lt_inv in H. lra.
Qed.
