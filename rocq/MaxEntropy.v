(** * The power law is the distribution of largest entropy for its mean of log d

    Role: proves [Statements.MaxEntropy 1] and refutes the sign -1.

    Idea: the entropy of p is a constant plus g times the mean of log d, less the
    divergence of p from the power law; among distributions with the same mean only
    the divergence is left. On three distances there is another such distribution,
    so the power law does not have the smallest entropy as well. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Moments Gibbs.
Local Open Scope R_scope.

Local Lemma prob_distribution g N : (1 <= N)%nat -> distribution N (prob g N).
Proof.
  intros HN. apply (normalise_distribution N (weight g) HN).
  intros i _. apply weight_pos.
Qed.

Local Lemma prob_positive g N : (1 <= N)%nat -> all_positive N (prob g N).
Proof. intros HN i _. now apply prob_pos. Qed.

Local Lemma entropy_from_power_law g N p : (1 <= N)%nat -> distribution N p ->
  entropy N p = g * mean N p (fun i => ln (dist i)) + ln (Z g N)
                - relative_entropy N p (prob g N).
Proof.
  intros HN Hp.
  change (prob g N) with (normalise N (fun i => exp (- g * ln (dist i)))).
  rewrite (relative_entropy_exp N p (fun i => - g * ln (dist i)) HN Hp).
  replace (mean N p (fun i => - g * ln (dist i)))
    with (- g * mean N p (fun i => ln (dist i))).
  - unfold Z, weight. ring.
  - unfold mean. rewrite <- Sum_scal. apply Sum_ext. intros; ring.
Qed.

(** Among the distributions on 1..N with its mean of log d, d^-g / Z has the largest entropy,
    uniquely. *)
Theorem max_entropy : MaxEntropy 1.
Proof.
  intros N g HN.
  apply maximiser_of_divergence with (b := 1) (k := g * mean_log g N + ln (Z g N)).
  - intros p [Hp _]; exact Hp.
  - split; [apply prob_distribution; assumption|reflexivity].
  - apply prob_positive; assumption.
  - lra.
  - intros p [Hp Hmean]. rewrite (entropy_from_power_law g N p), Hmean by assumption. ring.
Qed.

(** ** Control *)

(** A direction that changes neither the sum nor the mean of log d. *)
Local Definition tangent (i : nat) : R :=
  match i with 0%nat => ln 2 - ln 3 | 1%nat => ln 3 | 2%nat => - ln 2 | _ => 0 end.

Local Lemma tangent_sums N : (3 <= N)%nat ->
  Sum N tangent = 0 /\ mean N tangent (fun i => ln (dist i)) = 0.
Proof.
  intros HN. destruct N as [|[|[|N]]]; try lia. clear HN. unfold mean.
  induction N as [|N [IH1 IH2]].
  - unfold dist. simpl. replace (1 + 1 + 1) with 3 by ring. rewrite ln_1.
    replace (1 + 1) with 2 by ring. split; ring.
  - split; [change (Sum (S (S (S N))) tangent + 0 = 0); lra|].
    change (Sum (S (S (S N))) (fun i => tangent i * ln (dist i))
            + 0 * ln (dist (S (S (S N)))) = 0). rewrite IH2. ring.
Qed.

(** On three or more distances, and for every g, some distribution with the same mean of log d
    has less entropy than the power law. *)
Theorem power_law_not_min_entropy N g : (3 <= N)%nat ->
  exists p, distribution N p /\
    mean N p (fun i => ln (dist i)) = mean_log g N /\ entropy N p < entropy N (prob g N).
Proof.
  intros HN. assert (Hm := prob_distribution g N ltac:(lia)).
  destruct (tangent_sums N HN) as [S0 M0].
  destruct (two_steps N _ tangent Hm (prob_positive g N ltac:(lia)) S0)
    as (t & Ht & Hp & _).
  exists (fun i => prob g N i + t * tangent i).
  assert (Hmean : mean N (fun i => prob g N i + t * tangent i) (fun i => ln (dist i))
                  = mean_log g N).
  { transitivity (mean_log g N + t * mean N tangent (fun i => ln (dist i)));
      [|rewrite M0; ring]. unfold mean, mean_log.
    rewrite <- Sum_scal, <- Sum_plus. apply Sum_ext. intros; ring. }
  repeat split; try apply Hp; [assumption|].
  destruct (max_entropy N g ltac:(lia)) as [_ Hmax].
  destruct (Hmax _ (conj Hp Hmean)) as [Hle Heq]. simpl in Hle, Heq.
  rewrite !Rmult_1_l in Hle, Heq. destruct Hle as [Hlt|H]; [assumption|].
  specialize (Heq H 1%nat ltac:(lia)). simpl in Heq.
  assert (0 < t * ln 3); [|lra].
  apply Rmult_lt_0_compat; [assumption|]. rewrite <- ln_1. apply ln_increasing; lra.
Qed.

(** The sign of the entropy reversed is refuted. *)
Theorem max_entropy_not_minus : ~ MaxEntropy (-1).
Proof.
  intros H. destruct (H 3%nat 0 ltac:(lia)) as [_ Hmin].
  destruct (power_law_not_min_entropy 3 0 ltac:(lia)) as (p & Hp & Hmean & Hlt).
  destruct (Hmin p (conj Hp Hmean)) as [Hle _]. lra.
Qed.
