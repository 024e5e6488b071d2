(** * The optimum of reward under a divergence penalty, and the DPO margin

    Role: proves [Statements.KLOptimum 1] and [Statements.DPOMargin 1] and refutes
    the sign -1 in each.

    Idea: the regularised reward of p is a constant less beta times the divergence of
    p from the reference reweighted by exp (r / beta). The logarithm of that optimum
    over the reference is r / beta less a constant, which a difference of two answers
    removes. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Gibbs.
Local Open Scope R_scope.

Local Lemma reweighted_weights_positive n beta (r ref : nat -> R) :
  all_positive n ref -> all_positive n (fun i => ref i * exp (r i / beta)).
Proof. intros Hr i Hi. apply Rmult_lt_0_compat; [auto|apply exp_pos]. Qed.

(** For beta > 0 and a reference without zeros the regularised reward is largest at the
    reference reweighted by exp (r / beta), and there alone. *)
Theorem kl_optimum : KLOptimum 1.
Proof.
  intros n beta r ref Hb Dr Hr. rewrite Rmult_1_l.
  assert (Hn := distribution_nonempty n ref Dr).
  apply maximiser_of_divergence with
    (b := beta) (k := beta * ln (Sum n (fun i => ref i * exp (r i / beta)))).
  - intros p Hp; exact Hp.
  - apply normalise_distribution, reweighted_weights_positive; assumption.
  - apply normalise_positive, reweighted_weights_positive; assumption.
  - assumption.
  - intros p Hp. unfold reweighted, regularised_reward.
    rewrite (relative_entropy_reweighted n p ref (fun i => r i / beta)) by assumption.
    replace (mean n p r) with (beta * mean n p (fun i => r i / beta)); [ring|].
    unfold mean. rewrite <- Sum_scal. apply Sum_ext. intros; field; lra.
Qed.

(** ln (optimum / reference) is r / beta less a constant. *)
Local Lemma ln_reweighted n beta r ref y : (1 <= n)%nat -> all_positive n ref -> (y < n)%nat ->
  ln (reweighted n beta r ref y / ref y) =
  r y / beta - ln (Sum n (fun i => ref i * exp (r i / beta))).
Proof.
  intros Hn Hr Hy. assert (Hry := Hr y Hy). unfold reweighted, normalise.
  set (c := Sum n _). assert (Hc : 0 < c)
    by (apply Sum_pos, reweighted_weights_positive; assumption).
  replace (ref y * exp (r y / beta) / c / ref y) with (exp (r y / beta) / c)
    by (field; split; lra).
  unfold Rdiv at 1. rewrite ln_mult, ln_exp, ln_Rinv; [ring| | |];
    try assumption; [apply exp_pos|apply Rinv_0_lt_compat; assumption].
Qed.

(** beta times the difference of ln (optimum / reference) at two answers is the difference of
    their rewards. *)
Theorem dpo_margin : DPOMargin 1.
Proof.
  intros n beta r ref Hb Dr Hr. assert (Hn := distribution_nonempty n ref Dr).
  exists (reweighted n beta r ref).
  split; [|split].
  - rewrite <- (Rmult_1_l beta) at 2. apply kl_optimum; assumption.
  - apply normalise_positive, reweighted_weights_positive; assumption.
  - intros y1 y2 H1 H2. rewrite !ln_reweighted by assumption. field. lra.
Qed.

(** ** Controls *)

(** For every reward that is not constant, the optimum is not the one for - beta. *)
Theorem reweighted_wrong_sign n beta (r ref : vector) i j : 0 < beta ->
  distribution n ref -> all_positive n ref -> (i < n)%nat -> (j < n)%nat -> r i <> r j ->
  ~ unique_maximiser n (distribution n) (regularised_reward n beta r ref)
      (reweighted n (-1 * beta) r ref).
Proof.
  intros Hb Dr Hr Hi Hj Hij H. assert (Hn := distribution_nonempty n ref Dr).
  assert (Ha := unique_maximiser_agree _ _ _ _ _ H (kl_optimum n beta r ref Hb Dr Hr)).
  assert (Hl : forall y, (y < n)%nat -> ln (reweighted n (-1 * beta) r ref y / ref y)
                                      = ln (reweighted n (1 * beta) r ref y / ref y))
    by (intros y Hy; rewrite (Ha y Hy); reflexivity).
  assert (Ei := Hl i Hi). assert (Ej := Hl j Hj). rewrite !ln_reweighted in Ei, Ej by assumption.
  apply Hij. apply (Rmult_eq_reg_r (/ beta)); [|apply Rinv_neq_0_compat; lra].
  replace (r i / (-1 * beta)) with (- (r i * / beta)) in Ei by (field; lra).
  replace (r j / (-1 * beta)) with (- (r j * / beta)) in Ej by (field; lra).
  rewrite Rmult_1_l in Ei, Ej. unfold Rdiv in Ei, Ej. lra.
Qed.

(** For every pair of unequal rewards, the margin of the optimum is not that for - beta. *)
Theorem margin_wrong_sign n beta (r ref policy : vector) i j : 0 < beta ->
  distribution n ref -> all_positive n ref -> (i < n)%nat -> (j < n)%nat -> r i <> r j ->
  unique_maximiser n (distribution n) (regularised_reward n beta r ref) policy ->
  -1 * beta * (ln (policy i / ref i) - ln (policy j / ref j)) <> r i - r j.
Proof.
  intros Hb Dr Hr Hi Hj Hij Hpi H.
  destruct (dpo_margin n beta r ref Hb Dr Hr) as (policy' & Hpi' & _ & Hmargin).
  assert (Ha := unique_maximiser_agree _ _ _ _ _ Hpi Hpi').
  specialize (Hmargin i j Hi Hj). rewrite <- (Ha i Hi), <- (Ha j Hj) in Hmargin. lra.
Qed.

(** Two answers, equally likely under the reference: the witness of both refutations. *)
Local Lemma even_reference : distribution 2 (fun _ => / 2) /\ all_positive 2 (fun _ => / 2).
Proof. repeat split; try (intros i _; lra). simpl; lra. Qed.

(** The sign of beta reversed in the optimum is refuted. *)
Theorem kl_optimum_not_minus : ~ KLOptimum (-1).
Proof.
  intros H. destruct even_reference as [D P].
  apply (reweighted_wrong_sign 2 1 INR (fun _ => / 2) 0 1);
    try assumption; try lia; try lra; [simpl; lra|].
  apply H; (assumption || lra).
Qed.

(** The sign of beta reversed in the margin is refuted. *)
Theorem dpo_margin_not_minus : ~ DPOMargin (-1).
Proof.
  intros H. destruct even_reference as [D P].
  destruct (H 2%nat 1 INR (fun _ => / 2) Rlt_0_1 D P) as (policy & Hpi & _ & Hm).
  apply (margin_wrong_sign 2 1 INR (fun _ => / 2) policy 0 1);
    try assumption; try lia; try lra; [simpl; lra|]. apply Hm; lia.
Qed.
