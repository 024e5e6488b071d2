(** * The term after (log N)^2 / 12 is Euler's constant times (log N) / 6

    Role: proves [Statements.HeatCapacityNextTerm (1/6)] and refutes every other
    coefficient, so 0 (no such term).

    Idea: H_N - log N falls and stays above 1 - log 2, so it has a limit l > 0. By
    [heat_capacity_expansion], (C_V - L^2/12) / L is (H_N - log N)/6 up to 1/(2L). *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import LogBounds LogMoments MomentBounds HeatCapacityExpansion.
Local Open Scope R_scope.

Local Lemma euler_exists :
  exists l : R, is_lim_seq (fun N => harmonic N - ln (INR N)) l.
Proof.
  assert (K : forall n, INR 0 <= ln (INR (S n))).
  { intros n. simpl (INR 0). rewrite <- ln_1.
    apply ln_le; [lra|]. apply (le_INR 1). lia. }
  destruct (ex_finite_lim_seq_decr (fun n => excess 0 (S n)) 0) as [l Hl].
  - intros n. apply (excess_range 0 (S n) (S (S n))); [lia|apply K].
  - intros n. destruct (excess_range 0 1 (S n)) as [A _]; [lia|apply (K 0%nat)|].
    pose proof (log_term_nonneg 0 (S n) ltac:(lia)).
    assert (E : excess 0 1 - log_term 0 (INR 1) = 0).
    { rewrite excess_0. unfold harmonic, dist, log_term. simpl. rewrite ln_1. field. }
    lra.
  - exists l. apply is_lim_seq_incr_1.
    now apply (is_lim_seq_ext (fun n => excess 0 (S n))); [intros; apply excess_0|].
Qed.

Local Lemma euler_pos (l : R) :
  is_lim_seq (fun N => harmonic N - ln (INR N)) l -> 0 < l.
Proof.
  intros Hl. assert (H : Rbar_le (1 - ln 2) l).
  { apply (is_lim_seq_le_loc (fun _ => 1 - ln 2)
             (fun N => harmonic N - ln (INR N)));
      [|apply is_lim_seq_const|exact Hl].
    exists 2%nat. intros N HN. pose proof (harmonic_bounds N HN).
    assert (0 < / INR N) by (apply Rinv_0_lt_compat, lt_0_INR; lia). lra. }
  simpl in H. pose proof ln_2_bounds. lra.
Qed.

Local Lemma squeeze (N : nat) : (2 <= N)%nat ->
  1 / 6 * (harmonic N - ln (INR N)) - 1 / 2 * / ln (INR N)
    <= (CV 1 N - ln (INR N) ^ 2 / 12) / ln (INR N) /\
  (CV 1 N - ln (INR N) ^ 2 / 12) / ln (INR N)
    <= 1 / 6 * (harmonic N - ln (INR N)) + 1 / 2 * / ln (INR N).
Proof.
  intros HN. pose proof (heat_capacity_expansion N HN) as H.
  pose proof (ln_INR_ge_ln_2 N HN). pose proof ln_2_bounds.
  set (L := ln (INR N)) in *. apply Rabs_le_between in H.
  assert (HL : 0 < / L) by (apply Rinv_0_lt_compat; lra).
  set (r := CV 1 N - L ^ 2 / 12 - (harmonic N - L) * L / 6) in *.
  assert (E : (CV 1 N - L ^ 2 / 12) / L = 1 / 6 * (harmonic N - L) + r * / L)
    by (unfold r; field; lra).
  rewrite E. nra.
Qed.

Local Lemma next_term (l : R) :
  is_lim_seq (fun N => harmonic N - ln (INR N)) l ->
  is_lim_seq (fun N => (CV 1 N - ln (INR N) ^ 2 / 12) / ln (INR N)) (1 / 6 * l).
Proof.
  intros Hl.
  assert (A : is_lim_seq (fun N => 1 / 6 * (harmonic N - ln (INR N))) (1 / 6 * l))
    by (apply is_lim_seq_mult'; [apply is_lim_seq_const|exact Hl]).
  assert (B : is_lim_seq (fun N => 1 / 2 * / ln (INR N)) (1 / 2 * 0))
    by (apply is_lim_seq_mult'; [apply is_lim_seq_const|apply inv_ln_INR_limit]).
  apply (is_lim_seq_le_le_loc
    (fun N => 1 / 6 * (harmonic N - ln (INR N)) - 1 / 2 * / ln (INR N)) _
    (fun N => 1 / 6 * (harmonic N - ln (INR N)) + 1 / 2 * / ln (INR N))).
  - exists 2%nat. exact squeeze.
  - replace (Finite (1 / 6 * l)) with (Finite (1 / 6 * l - 1 / 2 * 0))
      by (f_equal; ring). now apply is_lim_seq_minus'.
  - replace (Finite (1 / 6 * l)) with (Finite (1 / 6 * l + 1 / 2 * 0))
      by (f_equal; ring). now apply is_lim_seq_plus'.
Qed.

(** At g = 1, (C_V(1; N) - (log N)^2 / 12) / log N tends to a sixth of Euler's
    constant, the limit of H_N - log N. *)
Theorem heat_capacity_next_term : HeatCapacityNextTerm (1 / 6).
Proof.
  destruct euler_exists as [l Hl]. exists l. split; [exact Hl|now apply next_term].
Qed.

(** No other coefficient. *)
Theorem heat_capacity_next_term_unique (c : R) :
  c <> 1 / 6 -> ~ HeatCapacityNextTerm c.
Proof.
  intros Hc [l [Hl Hn]]. apply Hc, (Rmult_eq_reg_r l).
  - apply is_lim_seq_unique in Hn.
    rewrite (is_lim_seq_unique _ _ (next_term l Hl)) in Hn. congruence.
  - pose proof (euler_pos l Hl). lra.
Qed.

(** That there is no such term is refuted. *)
Theorem heat_capacity_next_term_not_0 : ~ HeatCapacityNextTerm 0.
Proof. apply heat_capacity_next_term_unique. lra. Qed.
