(** * Mean and variance of log d as ratios of moments

    Role: the bridge from the definitions of [mean_log] and [var_log], which are
    sums over p, to the moments M_k, which are what calculus and estimates act on.

    Idea: expand the square under the sum. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions.
From Ledger Require Import Sums.
Local Open Scope R_scope.

(** Weights are positive. *)
Lemma weight_pos (g : R) (i : nat) : 0 < weight g i.
Proof. apply exp_pos. Qed.

(** With one distance or more, Z is positive. *)
Lemma Z_pos (g : R) (N : nat) : (1 <= N)%nat -> 0 < Z g N.
Proof. intros HN. apply Sum_pos; [exact HN|intros; apply weight_pos]. Qed.

(** Probabilities are positive. *)
Lemma prob_pos (g : R) (N i : nat) : (1 <= N)%nat -> 0 < prob g N i.
Proof. intros HN. apply Rdiv_lt_0_compat; [apply weight_pos|now apply Z_pos]. Qed.

(** M_0 is Z. *)
Lemma moment_0 (g : R) (N : nat) : log_moment 0 g N = Z g N.
Proof. apply Sum_ext; intros; simpl; ring. Qed.

(** The mean of log d is M_1 / Z. *)
Lemma mean_is_moment_ratio (g : R) (N : nat) :
  mean_log g N = log_moment 1 g N / Z g N.
Proof.
  unfold mean_log, log_moment, Rdiv. rewrite Rmult_comm, <- Sum_scal.
  apply Sum_ext; intros. unfold prob, Rdiv. ring.
Qed.

(** The variance of log d is M_2 / Z - (M_1 / Z)^2. *)
Lemma var_is_moment_ratio (g : R) (N : nat) : (1 <= N)%nat ->
  var_log g N = log_moment 2 g N / Z g N - (log_moment 1 g N / Z g N) ^ 2.
Proof.
  intros HN. pose proof (Z_pos g N HN) as HZ.
  unfold var_log. rewrite mean_is_moment_ratio.
  set (m := log_moment 1 g N / Z g N).
  rewrite (Sum_ext _ _ (fun i => / Z g N * (ln (dist i) ^ 2 * weight g i)
    + (- 2 * m / Z g N * (ln (dist i) ^ 1 * weight g i)
    + m ^ 2 / Z g N * (ln (dist i) ^ 0 * weight g i))))
    by (intros; unfold prob; field; lra).
  rewrite !Sum_plus, !Sum_scal.
  change (/ Z g N * log_moment 2 g N + (- 2 * m / Z g N * log_moment 1 g N
    + m ^ 2 / Z g N * log_moment 0 g N) = log_moment 2 g N / Z g N - m ^ 2).
  rewrite moment_0. unfold m. field. lra.
Qed.
