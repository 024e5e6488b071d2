(** * C_V(1; N) / (log N)^2 tends to 1/12

    Role: proves [Statements.HeatCapacityLimit (1/12)] and refutes every other
    limit, so 1/4 (the author's first version) and 1/3 (the second moment alone).

    Idea: with L = log N, [heat_capacity_bounds] says that C_V is L^2/12 up to
    L/2 + 1/2; divide by L^2 and squeeze. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import LogBounds HeatCapacityBounds.
Local Open Scope R_scope.

Local Lemma squeeze (N : nat) : (2 <= N)%nat ->
  1 / 12 - (/ ln (INR N) + / ln (INR N) * / ln (INR N)) <= CV 1 N / ln (INR N) ^ 2 /\
  CV 1 N / ln (INR N) ^ 2 <= 1 / 12 + (/ ln (INR N) + / ln (INR N) * / ln (INR N)).
Proof.
  intros HN. pose proof (heat_capacity_bounds N HN) as H.
  pose proof (ln_INR_ge_ln_2 N HN). pose proof ln_2_bounds.
  set (L := ln (INR N)) in *. apply Rabs_le_between in H.
  assert (HL2 : 0 < L ^ 2) by (apply pow_lt; lra).
  assert (E : CV 1 N / L ^ 2 = 1 / 12 + (CV 1 N - 1 / 12 * L ^ 2) / L ^ 2)
    by (field; lra).
  assert (V : / L + / L * / L = (L + 1) / L ^ 2) by (field; lra).
  rewrite E, V. split.
  - enough (- ((L + 1) / L ^ 2) <= (CV 1 N - 1 / 12 * L ^ 2) / L ^ 2) by lra.
    replace (- ((L + 1) / L ^ 2)) with ((- L - 1) / L ^ 2) by (field; lra).
    apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat|lra].
  - apply Rplus_le_compat_l, Rmult_le_compat_r;
      [left; now apply Rinv_0_lt_compat|lra].
Qed.

(** At g = 1 the heat capacity over (log N)^2 tends to 1/12. *)
Theorem heat_capacity_limit : HeatCapacityLimit (1 / 12).
Proof.
  assert (V : is_lim_seq (fun N => / ln (INR N) + / ln (INR N) * / ln (INR N)) 0).
  { replace 0 with (0 + 0 * 0) by ring.
    apply is_lim_seq_plus'; [|apply is_lim_seq_mult']; apply inv_ln_INR_limit. }
  apply (is_lim_seq_le_le_loc
    (fun N => 1 / 12 - (/ ln (INR N) + / ln (INR N) * / ln (INR N))) _
    (fun N => 1 / 12 + (/ ln (INR N) + / ln (INR N) * / ln (INR N)))).
  - exists 2%nat. exact squeeze.
  - replace (Finite (1 / 12)) with (Finite (1 / 12 - 0)) by (f_equal; ring).
    apply is_lim_seq_minus'; [apply is_lim_seq_const|exact V].
  - replace (Finite (1 / 12)) with (Finite (1 / 12 + 0)) by (f_equal; ring).
    apply is_lim_seq_plus'; [apply is_lim_seq_const|exact V].
Qed.

(** It tends to nothing else. *)
Theorem heat_capacity_limit_unique (c : R) : c <> 1 / 12 -> ~ HeatCapacityLimit c.
Proof.
  intros Hc H. apply Hc.
  pose proof (is_lim_seq_unique _ _ heat_capacity_limit) as E.
  rewrite (is_lim_seq_unique _ _ H) in E. congruence.
Qed.

(** The coefficient 1/4 is refuted. *)
Theorem heat_capacity_limit_not_quarter : ~ HeatCapacityLimit (1 / 4).
Proof. apply heat_capacity_limit_unique. lra. Qed.

(** The coefficient 1/3 is refuted. *)
Theorem heat_capacity_limit_not_third : ~ HeatCapacityLimit (1 / 3).
Proof. apply heat_capacity_limit_unique. lra. Qed.
