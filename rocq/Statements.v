(** * The locked statements: one predicate for each claim

    Role: what is proved or refuted elsewhere is an instance of a predicate of
    this file, and nothing else. The argument is the constant that the claim is
    about: the claim is the predicate at the right value, and a control is the
    same predicate at a wrong one, so that a refutation cannot be about something
    else.

    Decision: existence stands inside the statement ([is_derive], [is_series],
    [is_lim_seq]); the total functions [Derive], [Series] and [Lim], which return
    a junk value where there is no derivative, sum or limit, are never used. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions.
Local Open Scope R_scope.

(** The Fisher information of the exponent, times g^k, is the heat capacity; and
    the heat capacity is g^2 times the second derivative of log Z, and the
    derivative of the energy in the temperature tau = 1/g. For every N >= 1 and
    every real g (g > 0 for the temperature), with all derivatives existing:
    - the score (d/dg) log p(d) exists at every d, and the mean of its square
      under p, times g^k, is C_V;
    - log Z has a derivative everywhere, this has a derivative at g, and C_V is
      g^2 times that;
    - tau |-> E[log d] at exponent 1/tau has the derivative C_V at tau = 1/g.
    The claim is k = 2; k enters the equation of the Fisher information only. *)
Definition FisherHeatCapacity (k : nat) : Prop :=
  forall (N : nat) (g : R), (1 <= N)%nat ->
    (exists score : nat -> R,
        (forall i : nat, (i < N)%nat ->
           is_derive (fun x : R => ln (prob x N i)) g (score i)) /\
        Sum N (fun i => prob g N i * score i ^ 2) * g ^ k = CV g N) /\
    (exists (z1 : R -> R) (z2 : R),
        (forall x : R, is_derive (fun y : R => ln (Z y N)) x (z1 x)) /\
        is_derive z1 g z2 /\
        CV g N = g ^ 2 * z2) /\
    (0 < g -> is_derive (fun tau : R => mean_log (1 / tau) N) (1 / g) (CV g N)).

(** At g = 1 the heat capacity grows as c (log N)^2: C_V(1; N) / (log N)^2 tends
    to c as N tends to infinity. The claim is c = 1/12. *)
Definition HeatCapacityLimit (c : R) : Prop :=
  is_lim_seq (fun N => CV 1 N / ln (INR N) ^ 2) c.

(** At g = 1 and every N >= 2, C_V(1; N) differs from c (log N)^2 by at most
    (log N)/2 + 1/2. The claim is c = 1/12. *)
Definition HeatCapacityBounds (c : R) : Prop :=
  forall N : nat, (2 <= N)%nat ->
    Rabs (CV 1 N - c * ln (INR N) ^ 2) <= ln (INR N) / 2 + 1 / 2.

(** At g = 1 the term after (log N)^2 / 12 is c times Euler's constant times
    log N: with l the limit of H_N - log N, (C_V(1; N) - (log N)^2 / 12) / log N
    tends to c l. The claim is c = 1/6. *)
Definition HeatCapacityNextTerm (c : R) : Prop :=
  exists l : R,
    is_lim_seq (fun N => harmonic N - ln (INR N)) l /\
    is_lim_seq (fun N => (CV 1 N - ln (INR N) ^ 2 / 12) / ln (INR N)) (c * l).

(** The sum of d^-g over all d >= 1 converges exactly when g is over 1; and for
    every D >= 1 and g > 1 the tail t, the sum over d = D+1, D+2, ..., exists and
    (D + near)^(1-g) / (g-1) <= t <= (D + far)^(1-g) / (g-1).
    The claim is: over is [>], near = 1, far = 0. *)
Definition PSeriesThreshold (over : R -> R -> Prop) (near far : nat) : Prop :=
  (forall g : R, (exists l : R, is_series (weight g) l) <-> over g 1) /\
  (forall (D : nat) (g : R), (1 <= D)%nat -> 1 < g ->
     exists t : R,
       is_series (fun i => weight g (D + i)) t /\
       Rpower (INR (D + near)) (1 - g) / (g - 1) <= t /\
       t <= Rpower (INR (D + far)) (1 - g) / (g - 1)).
