(** * The objects of the theory: attention p(d) = d^-g / Z over the distances d = 1..N

    Role: the shared vocabulary of [Statements]; no theorem here. A reader who
    knows these few lines can read every claim.

    Decision: a power d^-g is written exp (-g ln d), so that it has a meaning and
    a derivative for every real g, and a sum over d = 1..N is a sum over the
    indices i = 0..N-1 with d = i + 1, so that no subtraction of naturals occurs. *)

From Coq Require Import Reals.
Local Open Scope R_scope.

(** [Sum n f] = f 0 + f 1 + ... + f (n - 1); it is 0 when n = 0. *)
Fixpoint Sum (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 0
  | S m => Sum m f + f m
  end.

(** The distance of index i: d = i + 1, so that distances run over 1..N. *)
Definition dist (i : nat) : R := INR (S i).

(** The weight d^-g of index i. *)
Definition weight (g : R) (i : nat) : R := exp (- g * ln (dist i)).

(** The partition function Z(g, N) = sum of d^-g over d = 1..N. *)
Definition Z (g : R) (N : nat) : R := Sum N (weight g).

(** The probability p(d) = d^-g / Z(g, N) of index i. *)
Definition prob (g : R) (N i : nat) : R := weight g i / Z g N.

(** The moment M_k(g, N) = sum of (log d)^k d^-g over d = 1..N. *)
Definition log_moment (k : nat) (g : R) (N : nat) : R :=
  Sum N (fun i => ln (dist i) ^ k * weight g i).

(** The energy: the mean of log d under p. *)
Definition mean_log (g : R) (N : nat) : R :=
  Sum N (fun i => prob g N i * ln (dist i)).

(** The variance of log d under p. *)
Definition var_log (g : R) (N : nat) : R :=
  Sum N (fun i => prob g N i * (ln (dist i) - mean_log g N) ^ 2).

(** The heat capacity C_V(g; N) = g^2 Var(log d). *)
Definition CV (g : R) (N : nat) : R := g ^ 2 * var_log g N.

(** The harmonic number H_N = sum of 1/d over d = 1..N. *)
Definition harmonic (N : nat) : R := Sum N (fun i => / dist i).
