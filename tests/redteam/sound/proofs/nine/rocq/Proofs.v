(** 3² = 9, and not 8. *)
From Ledger Require Import Statements.

Theorem nine : SquareOfThree 9.
Proof. reflexivity. Qed.

Theorem not_eight : ~ SquareOfThree 8.
Proof. discriminate. Qed.
