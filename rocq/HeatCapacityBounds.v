(** * C_V(1; N) is (log N)^2 / 12 up to (log N)/2 + 1/2, at every N >= 2

    Role: proves [Statements.HeatCapacityBounds (1/12)] and refutes every other
    coefficient.

    Idea: [heat_capacity_expansion] with 0 <= H_N - log N <= 1. Two coefficients
    within these bounds of the same C_V would differ by at most (L + 1)/L^2, which
    is as small as one likes. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import LogBounds MomentBounds HeatCapacityExpansion.
Local Open Scope R_scope.

(** At g = 1 and every N >= 2, |C_V(1; N) - (log N)^2 / 12| <= (log N)/2 + 1/2. *)
Theorem heat_capacity_bounds : HeatCapacityBounds (1 / 12).
Proof.
  intros N HN. pose proof (heat_capacity_expansion N HN) as H.
  pose proof (harmonic_bounds N HN) as Hh. pose proof ln_2_bounds.
  pose proof (ln_INR_ge_ln_2 N HN) as HL.
  assert (0 < / INR N) by (apply Rinv_0_lt_compat, lt_0_INR; lia).
  apply Rabs_le_between in H. apply Rabs_le.
  set (L := ln (INR N)) in *. set (h := harmonic N - L) in *.
  assert (0 <= h * L <= L) by nra. lra.
Qed.

(** No other coefficient satisfies these bounds at every N. *)
Theorem heat_capacity_bounds_unique (c : R) : c <> 1 / 12 -> ~ HeatCapacityBounds c.
Proof.
  intros Hc H. set (e := Rabs (c - 1 / 12)).
  assert (He : 0 < e) by (apply Rabs_pos_lt; lra).
  destruct (ln_INR_exceeds (3 / e) 2) as [N [HN HL]].
  pose proof (H N HN) as A. pose proof (heat_capacity_bounds N HN) as B.
  pose proof (ln_INR_ge_ln_2 N HN). pose proof ln_2_bounds.
  set (L := ln (INR N)) in *.
  assert (D : e * L ^ 2 <= L + 1).
  { unfold e. rewrite <- (Rabs_pos_eq (L ^ 2)) by apply pow2_ge_0.
    rewrite <- Rabs_mult. apply Rabs_le_between in A, B. apply Rabs_le. lra. }
  assert (E : 3 < e * L).
  { apply (Rmult_lt_compat_l e) in HL; [|exact He].
    replace (e * (3 / e)) with 3 in HL by (field; lra). exact HL. }
  nra.
Qed.

(** The coefficient 1/4 is refuted. *)
Theorem heat_capacity_bounds_not_quarter : ~ HeatCapacityBounds (1 / 4).
Proof. apply heat_capacity_bounds_unique. lra. Qed.
