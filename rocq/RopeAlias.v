(** * A rotation by one radian a step never comes back exactly

    Role: proves [Statements.RopeNoExactAlias 1] and refutes the frequency pi/2.

    Idea: a whole number of steps that is a whole number of turns would make pi a
    quotient of integers. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import PiIrrational.
Local Open Scope R_scope.

(** No rational frequency but 0 has an exact alias. *)
Theorem rope_no_exact_alias_rational (a b : BinNums.Z) :
  a <> 0%Z -> b <> 0%Z -> RopeNoExactAlias (IZR a / IZR b).
Proof.
  intros Ha Hb r k Hr H.
  assert (Hb' : IZR b <> 0) by (apply not_0_IZR, Hb).
  assert (E : PI * IZR (2 * k * b) = IZR (r * a)).
  { rewrite !mult_IZR. transitivity (2 * PI * IZR k * IZR b); [ring|].
    rewrite <- H. field. exact Hb'. }
  destruct (Z.eq_dec k 0) as [->|Hk].
  - simpl in E. rewrite Rmult_0_r in E. apply (eq_IZR 0) in E. nia.
  - apply (pi_irrational (r * a) (2 * k * b)); [nia|exact E].
Qed.

(** At frequency 1, no whole number r <> 0 of steps is a whole number of turns. *)
Theorem rope_no_exact_alias : RopeNoExactAlias 1.
Proof.
  replace 1 with (IZR 1 / IZR 1) by field. apply rope_no_exact_alias_rational; lia.
Qed.

(** The frequency pi/2 is refuted: four steps are one turn. *)
Theorem rope_no_exact_alias_not_half_pi : ~ RopeNoExactAlias (PI / 2).
Proof. intros H. apply (H 4%Z 1%Z); [lia|]. field. Qed.
