(** The locked statements: predicates whose argument is what the claim says. *)

Definition SquareOfThree (n : nat) : Prop := 3 * 3 = n.

Definition SumBelow (k : nat) : Prop := forall n : nat, n + n = k * n.
