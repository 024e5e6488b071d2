(** * Numbers that the book prints, or that stand in place of them

    Role: proves the numeric predicates of [Statements] at the right digits and
    refutes them at neighbours and at what was printed in error.

    Idea: interval arithmetic. At most one number with so many decimals is right, so
    each refutation follows from the number that is.

    Decision: the [interval] tactic is used with floating-point numbers made of
    integers of Coq ([StdZRadix2]) and a stated precision, instead of those of the
    machine, so that these proofs rest on the axioms of the real numbers alone. *)

From Coq Require Import Reals List Lra Lia.
From Interval Require Tactic.
From Interval.Float Require Specific_stdz Specific_ops.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Moments LogMoments HeatCapacityExpansion RopeWavelength.
Module Floats := Specific_ops.SpecificFloat Specific_stdz.StdZRadix2.
Module IntegerInterval := Interval.Tactic.IntervalTactic Floats.
Import IntegerInterval.
Local Open Scope R_scope.

(** Interval arithmetic at 60 bits. *)
Local Ltac enclose := interval with (Interval.Tactic.i_prec 60).

(** At most one number with so many decimals is x to its digits. *)
Lemma rounds_to_unique (x : R) (a b : BinNums.Z) (decimals : nat) :
  rounds_to x a decimals -> a <> b -> ~ rounds_to x b decimals.
Proof.
  unfold rounds_to. intros Ha Hab Hb. apply Hab.
  assert (P : 0 < 10 ^ decimals) by (apply pow_lt; lra).
  set (u := / 2 / 10 ^ decimals) in *.
  assert (D : Rabs (IZR (a - b) / 10 ^ decimals) < / 10 ^ decimals).
  { replace (IZR (a - b) / 10 ^ decimals)
      with ((x - IZR b / 10 ^ decimals) - (x - IZR a / 10 ^ decimals))
      by (rewrite minus_IZR; field; lra).
    replace (/ 10 ^ decimals) with (u + u) by (unfold u; field; lra).
    apply (Rle_lt_trans _ _ _ (Rabs_triang _ _)). rewrite Rabs_Ropp. lra. }
  unfold Rdiv in D. rewrite Rabs_mult, (Rabs_pos_eq (/ _)) in D
    by (left; now apply Rinv_0_lt_compat).
  assert (L : Rabs (IZR (a - b)) < 1).
  { apply (Rmult_lt_reg_r (/ 10 ^ decimals)); [now apply Rinv_0_lt_compat|lra]. }
  rewrite <- abs_IZR in L. apply lt_IZR in L. lia.
Qed.

(** ** 47.25: ten times the compute *)

(** 3.16 is the square root of 10 to its digits, as printed, ... *)
Theorem sqrt_ten : SqrtTen 316 2.
Proof. unfold SqrtTen, rounds_to. enclose. Qed.

(** ... and 3.162. *)
Theorem sqrt_ten_finer : SqrtTen 3162 3.
Proof. unfold SqrtTen, rounds_to. enclose. Qed.

(** 3.163 is refuted. *)
Theorem sqrt_ten_finer_not_3163 : ~ SqrtTen 3163 3.
Proof. now apply (rounds_to_unique _ _ _ _ sqrt_ten_finer). Qed.

(** 3.17 is refuted. *)
Theorem sqrt_ten_not_317 : ~ SqrtTen 317 2.
Proof. now apply (rounds_to_unique _ _ _ _ sqrt_ten). Qed.

(** 5.4 is 10^0.73 to its digits, as printed. *)
Theorem ten_to_the_73_hundredths : TenToThe73Hundredths 54 1.
Proof. unfold TenToThe73Hundredths, rounds_to, Rpower. enclose. Qed.

(** 5.3 is refuted. *)
Theorem ten_to_the_73_hundredths_not_53 : ~ TenToThe73Hundredths 53 1.
Proof. now apply (rounds_to_unique _ _ _ _ ten_to_the_73_hundredths). Qed.

(** 1.86 is 10^0.27 to its digits, ... *)
Theorem ten_to_the_27_hundredths : TenToThe27Hundredths 186 2.
Proof. unfold TenToThe27Hundredths, rounds_to, Rpower. enclose. Qed.

(** ... and 1.862. *)
Theorem ten_to_the_27_hundredths_finer : TenToThe27Hundredths 1862 3.
Proof. unfold TenToThe27Hundredths, rounds_to, Rpower. enclose. Qed.

(** 1.863 is refuted. *)
Theorem ten_to_the_27_hundredths_finer_not_1863 : ~ TenToThe27Hundredths 1863 3.
Proof. now apply (rounds_to_unique _ _ _ _ ten_to_the_27_hundredths_finer). Qed.

(** The printed 1.85 is refuted. *)
Theorem ten_to_the_27_hundredths_not_185 : ~ TenToThe27Hundredths 185 2.
Proof. now apply (rounds_to_unique _ _ _ _ ten_to_the_27_hundredths). Qed.

(** ** 47.32: ten steps at 90 % *)

(** 0.35 is 0.9^10 to its digits, as printed, ... *)
Theorem ten_steps_at_nine_tenths : TenStepsAtNineTenths 35 2.
Proof. unfold TenStepsAtNineTenths, rounds_to. enclose. Qed.

(** ... and 0.349. *)
Theorem ten_steps_at_nine_tenths_finer : TenStepsAtNineTenths 349 3.
Proof. unfold TenStepsAtNineTenths, rounds_to. enclose. Qed.

(** 0.348 is refuted. *)
Theorem ten_steps_at_nine_tenths_finer_not_348 : ~ TenStepsAtNineTenths 348 3.
Proof. now apply (rounds_to_unique _ _ _ _ ten_steps_at_nine_tenths_finer). Qed.

(** 0.34 is refuted. *)
Theorem ten_steps_at_nine_tenths_not_34 : ~ TenStepsAtNineTenths 34 2.
Proof. now apply (rounds_to_unique _ _ _ _ ten_steps_at_nine_tenths). Qed.

(** ** 47.14: wavelengths at theta = 10^4 *)

(** 62,832 is 2 pi theta to its digits, as printed. *)
Theorem two_pi_theta : TwoPiTheta 62832 0.
Proof. unfold TwoPiTheta, rounds_to. enclose. Qed.

(** 62,831 is refuted. *)
Theorem two_pi_theta_not_62831 : ~ TwoPiTheta 62831 0.
Proof. now apply (rounds_to_unique _ _ _ _ two_pi_theta). Qed.

Local Ltac wavelength :=
  unfold WavelengthOfPair, rounds_to; rewrite rope_wavelength_power, !INR_IZR_INZ;
  unfold Rpower; cbn -[IZR Rabs pow Rmult Rdiv Rinv exp ln PI]; enclose.

(** Pair 0: 6, as printed. *)
Theorem wavelength_of_pair_0 : WavelengthOfPair 0 6 0.
Proof. wavelength. Qed.

(** For pair 0, 7 is refuted. *)
Theorem wavelength_of_pair_0_not_7 : ~ WavelengthOfPair 0 7 0.
Proof. now apply (rounds_to_unique _ _ _ _ wavelength_of_pair_0). Qed.

(** Pair 30: 35,333. *)
Theorem wavelength_of_pair_30 : WavelengthOfPair 30 35333 0.
Proof. wavelength. Qed.

(** For pair 30, 35,334 is refuted. *)
Theorem wavelength_of_pair_30_not_35334 : ~ WavelengthOfPair 30 35334 0.
Proof. now apply (rounds_to_unique _ _ _ _ wavelength_of_pair_30). Qed.

(** Pair 31, the slowest: 47,117. *)
Theorem wavelength_of_pair_31 : WavelengthOfPair 31 47117 0.
Proof. wavelength. Qed.

(** For the slowest pair, the printed 62,832 is refuted. *)
Theorem wavelength_of_pair_31_not_62832 : ~ WavelengthOfPair 31 62832 0.
Proof. now apply (rounds_to_unique _ _ _ _ wavelength_of_pair_31). Qed.

(** For the slowest pair, the neighbour 47,118 is refuted. *)
Theorem wavelength_of_pair_31_not_47118 : ~ WavelengthOfPair 31 47118 0.
Proof. now apply (rounds_to_unique _ _ _ _ wavelength_of_pair_31). Qed.

(** ** 47.4: the attention worked by hand *)

Local Ltac hand_weight :=
  unfold HandWorkedWeight, rounds_to, normalise, dot, hand_query, hand_keys;
  cbn [Sum nth]; enclose.

(** Token 1 has the weight 0.108, ... *)
Theorem hand_worked_weight_first : HandWorkedWeight 0 108 3.
Proof. hand_weight. Qed.

(** ... token 2 the weight 0.446, ... *)
Theorem hand_worked_weight_second : HandWorkedWeight 1 446 3.
Proof. hand_weight. Qed.

(** ... and token 3 the same. *)
Theorem hand_worked_weight_third : HandWorkedWeight 2 446 3.
Proof. hand_weight. Qed.

(** 0.063, the weight of token 1 if the scores are not scaled, is refuted, ... *)
Theorem hand_worked_weight_first_not_unscaled : ~ HandWorkedWeight 0 63 3.
Proof. now apply (rounds_to_unique _ _ _ _ hand_worked_weight_first). Qed.

(** ... as is 0.468, that of token 2, ... *)
Theorem hand_worked_weight_second_not_unscaled : ~ HandWorkedWeight 1 468 3.
Proof. now apply (rounds_to_unique _ _ _ _ hand_worked_weight_second). Qed.

(** ... and of token 3. *)
Theorem hand_worked_weight_third_not_unscaled : ~ HandWorkedWeight 2 468 3.
Proof. now apply (rounds_to_unique _ _ _ _ hand_worked_weight_third). Qed.

(** ** 47.22: the heat capacity at N = 10 *)

Local Lemma CV_1_10 : CV 1 10 =
  log_moment 2 1 10 / Z 1 10 - (log_moment 1 1 10 / Z 1 10) ^ 2.
Proof. unfold CV. rewrite var_is_moment_ratio by lia. ring. Qed.

Local Lemma moment_at_10 (k : nat) : log_moment k 1 10 =
  Sum 10 (fun i => ln (INR (S i)) ^ k / INR (S i)).
Proof. apply Sum_ext; intros. now rewrite weight_1. Qed.

Local Lemma Z_at_10 : Z 1 10 = Sum 10 (fun i => / INR (S i)).
Proof. apply Sum_ext; intros. now rewrite weight_1. Qed.

Local Ltac at_ten :=
  rewrite CV_1_10, Z_at_10, !moment_at_10; cbn [Sum]; rewrite !INR_IZR_INZ;
  cbn -[IZR Rabs pow Rmult Rdiv Rplus Rminus Rinv ln]; enclose.

(** C_V(1; 10) is 0.632 to its digits. *)
Theorem heat_capacity_at_ten : HeatCapacityAtTen 632 3.
Proof. unfold HeatCapacityAtTen, rounds_to. at_ten. Qed.

(** 0.442, the value of (log 10)^2 / 12, which the book prints as equal to it, is
    refuted, ... *)
Theorem heat_capacity_at_ten_not_leading_term : ~ HeatCapacityAtTen 442 3.
Proof. now apply (rounds_to_unique _ _ _ _ heat_capacity_at_ten). Qed.

(** ... and so is 1.325, the value of (log 10)^2 / 4. *)
Theorem heat_capacity_at_ten_not_quarter : ~ HeatCapacityAtTen 1325 3.
Proof. now apply (rounds_to_unique _ _ _ _ heat_capacity_at_ten). Qed.

(** The leading term is low by 30 % there. *)
Theorem leading_term_low_at_ten : LeadingTermLowAtTen 30 2.
Proof. unfold LeadingTermLowAtTen, rounds_to. at_ten. Qed.

(** That it is right, low by 0 %, is refuted. *)
Theorem leading_term_low_at_ten_not_0 : ~ LeadingTermLowAtTen 0 2.
Proof. now apply (rounds_to_unique _ _ _ _ leading_term_low_at_ten). Qed.

(** ** 47.38: the slope that is read as -1/(2 pi) *)

(** 1/(2 pi) is 0.159 to its digits. *)
Theorem inverse_two_pi : InverseTwoPi 159 3.
Proof. unfold InverseTwoPi, rounds_to. enclose. Qed.

(** 0.160 is refuted. *)
Theorem inverse_two_pi_not_160 : ~ InverseTwoPi 160 3.
Proof. now apply (rounds_to_unique _ _ _ _ inverse_two_pi). Qed.
