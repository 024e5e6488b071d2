(** * Softmax is the unique minimiser of a free energy on the whole simplex

    Role: proves [Statements.SoftmaxFreeEnergy 1] and refutes the sign -1.

    Idea: mean energy less tau times entropy is tau times (the divergence of p from
    the softmax, less ln Z). With the sign of the entropy reversed the functional is
    strictly concave, so it falls in one of any two opposite directions and has no
    minimum at a softmax. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Gibbs.
Local Open Scope R_scope.

Local Lemma softmax_positive n tau E : (1 <= n)%nat -> all_positive n (softmax n tau E).
Proof. intros Hn. apply normalise_positive; [assumption|]. intros i _. apply exp_pos. Qed.

Local Lemma softmax_distribution n tau E : (1 <= n)%nat -> distribution n (softmax n tau E).
Proof. intros Hn. apply normalise_distribution; [assumption|]. intros i _. apply exp_pos. Qed.

(** tau times the entropy: mean energy, and a constant, less tau times the divergence. *)
Local Lemma entropy_from_softmax n tau E p : (1 <= n)%nat -> 0 < tau -> distribution n p ->
  tau * entropy n p =
  mean n p E + tau * ln (Sum n (fun i => exp (- E i / tau)))
  - tau * relative_entropy n p (softmax n tau E).
Proof.
  intros Hn Ht Hp. unfold softmax.
  rewrite (relative_entropy_exp n p (fun i => - E i / tau) Hn Hp).
  replace (mean n p (fun i => - E i / tau)) with (- / tau * mean n p E).
  - field. lra.
  - unfold mean. rewrite <- Sum_scal. apply Sum_ext. intros. field. lra.
Qed.

(** The softmax of - E / tau is the unique minimiser of mean energy less tau times entropy. *)
Theorem softmax_free_energy : SoftmaxFreeEnergy 1.
Proof.
  intros n tau E Hn Ht.
  apply (minimiser_of_maximiser _ _ (fun p => tau * entropy n p - mean n p E));
    [intros p; ring|].
  apply maximiser_of_divergence with
    (b := tau) (k := tau * ln (Sum n (fun i => exp (- E i / tau)))); try assumption.
  - intros p Hp; exact Hp.
  - apply softmax_distribution; assumption.
  - apply softmax_positive; assumption.
  - intros p Hp. rewrite (entropy_from_softmax n tau E p) by assumption. ring.
Qed.

(** ** Control *)

(** One unit moved from state 1 to state 0. *)
Local Definition exchange (i : nat) : R := match i with 0%nat => 1 | 1%nat => -1 | _ => 0 end.

Local Lemma exchange_sum n : (2 <= n)%nat -> Sum n exchange = 0.
Proof.
  intros Hn. destruct n as [|[|n]]; try lia. clear Hn.
  induction n as [|n IH]; [simpl; ring|]. change (Sum (S (S n)) exchange + 0 = 0). lra.
Qed.

(** On two or more states, at every temperature and for all energies, the softmax does not even
    minimise mean energy plus tau times entropy. *)
Theorem softmax_no_minimiser_of_sum n tau E : (2 <= n)%nat -> 0 < tau ->
  ~ forall p, distribution n p ->
      mean n (softmax n tau E) E + tau * entropy n (softmax n tau E)
      <= mean n p E + tau * entropy n p.
Proof.
  intros Hn Ht Hmin. set (m := softmax n tau E) in *.
  assert (Hm : distribution n m) by (apply softmax_distribution; lia).
  assert (Hpos : all_positive n m) by (apply softmax_positive; lia).
  destruct (two_steps n m exchange Hm Hpos (exchange_sum n Hn)) as (t & H0 & Hp & Hq).
  destruct (gibbs n m m Hm Hm Hpos) as [_ [_ Zm]].
  destruct (gibbs n _ m Hp Hm Hpos) as [Gp [Ep _]], (gibbs n _ m Hq Hm Hpos) as [Gq _].
  assert (Hne : relative_entropy n (fun i => m i + t * exchange i) m <> 0).
  { intros H. specialize (Ep H 0%nat ltac:(lia)). simpl in Ep. lra. }
  assert (Lp : mean n (fun i => m i + t * exchange i) E = mean n m E + t * mean n exchange E).
  { unfold mean. rewrite <- Sum_scal, <- Sum_plus. apply Sum_ext. intros; ring. }
  assert (Lq : mean n (fun i => m i - t * exchange i) E = mean n m E - t * mean n exchange E).
  { unfold mean. rewrite <- Sum_scal, <- Sum_minus. apply Sum_ext. intros; ring. }
  assert (Fp := Hmin _ Hp). assert (Fq := Hmin _ Hq).
  rewrite !(entropy_from_softmax n tau E) in Fp, Fq by (assumption || lia).
  fold m in Fp, Fq. rewrite Zm in Fp, Fq by (intros i _; reflexivity).
  rewrite Lp in Fp. rewrite Lq in Fq.
  assert (0 < tau * relative_entropy n (fun i => m i + t * exchange i) m)
    by (apply Rmult_lt_0_compat; lra).
  assert (0 <= tau * relative_entropy n (fun i => m i - t * exchange i) m)
    by (apply Rmult_le_pos; lra). lra.
Qed.

(** The sign of the entropy reversed is refuted. *)
Theorem softmax_free_energy_not_minus : ~ SoftmaxFreeEnergy (-1).
Proof.
  intros H. destruct (H 2%nat 1 (fun _ => 0) ltac:(lia) Rlt_0_1) as [_ Hmin].
  apply (softmax_no_minimiser_of_sum 2 1 (fun _ => 0)); [lia|lra|].
  intros p Hp. destruct (Hmin p Hp) as [H1 _]. lra.
Qed.
