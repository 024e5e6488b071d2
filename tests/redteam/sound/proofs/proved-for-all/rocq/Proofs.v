(** n + n = 2n, and not 3n. *)
From Coq Require Import Lia.
From Ledger Require Import Statements.

Theorem two : SumBelow 2.
Proof. intro n. lia. Qed.

Theorem not_three : ~ SumBelow 3.
Proof. intro H. specialize (H 1). lia. Qed.
