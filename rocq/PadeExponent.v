(** * The exponent predicted from base and length: range, direction, and its exponential

    Role: proves [Statements.PadeRange (-1) 1], [PadeMonotone 1] and
    [PadeBelowExponential (1/12)], and refutes their controls.

    Idea: with z = L sqrt 2 / theta the exponent is (2 - z) / (2 + z), a bijection of
    the positive numbers onto (-1, 1) that falls. The difference from exp (-z), times
    2 + z, is f(z) = (2 + z) exp (-z) - (2 - z), with f(0) = f'(0) = 0 and
    f''(z) = z exp (-z), which lies between z - z^2 and z: integrate twice. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
Local Open Scope R_scope.

Local Lemma sqrt2_pos : 0 < sqrt 2.
Proof. apply sqrt_lt_R0. lra. Qed.

Local Lemma sqrt2_sq : sqrt 2 * sqrt 2 = 2.
Proof. apply sqrt_sqrt. lra. Qed.

(** The canonical form (2 - z) / (2 + z). *)
Lemma gamma_pade_of_argument (theta L : R) : 0 < theta -> 0 < L ->
  gamma_pade theta L = (2 - pade_argument theta L) / (2 + pade_argument theta L).
Proof.
  intros Ht HL. pose proof sqrt2_pos. unfold gamma_pade, pade_argument.
  assert (0 < L * sqrt 2) by (apply Rmult_lt_0_compat; lra). field. lra.
Qed.

Lemma pade_argument_pos (theta L : R) : 0 < theta -> 0 < L -> 0 < pade_argument theta L.
Proof.
  intros Ht HL. pose proof sqrt2_pos. unfold pade_argument.
  apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; lra.
Qed.

(** ** Range *)

(** Written as 1 less a positive number, and as -1 plus one. *)
Local Lemma gamma_pade_forms (theta L : R) : 0 < theta -> 0 < L ->
  gamma_pade theta L = 1 - 2 * (L * sqrt 2) / (2 * theta + L * sqrt 2) /\
  gamma_pade theta L = -1 + 4 * theta / (2 * theta + L * sqrt 2).
Proof.
  intros Ht HL. pose proof sqrt2_pos.
  assert (0 < L * sqrt 2) by (apply Rmult_lt_0_compat; lra).
  unfold gamma_pade. split; field; lra.
Qed.

Lemma gamma_pade_between (theta L : R) : 0 < theta -> 0 < L -> -1 < gamma_pade theta L < 1.
Proof.
  intros Ht HL. pose proof sqrt2_pos. destruct (gamma_pade_forms theta L Ht HL) as [E1 E2].
  assert (P : 0 < L * sqrt 2) by (apply Rmult_lt_0_compat; lra). split.
  - rewrite E2. enough (0 < 4 * theta / (2 * theta + L * sqrt 2)) by lra.
    apply Rdiv_lt_0_compat; lra.
  - rewrite E1. enough (0 < 2 * (L * sqrt 2) / (2 * theta + L * sqrt 2)) by lra.
    apply Rdiv_lt_0_compat; lra.
Qed.

(** The length at which the exponent is g is theta sqrt 2 (1 - g) / (1 + g). *)
Lemma gamma_pade_at_horizon (theta g : R) : 0 < theta -> -1 < g < 1 ->
  gamma_pade theta (theta * sqrt 2 * (1 - g) / (1 + g)) = g.
Proof.
  intros Ht Hg. unfold gamma_pade.
  replace (theta * sqrt 2 * (1 - g) / (1 + g) * sqrt 2)
    with (2 * theta * (1 - g) / (1 + g))
    by (transitivity (theta * (1 - g) / (1 + g) * (sqrt 2 * sqrt 2));
        [rewrite sqrt2_sq|]; field; lra).
  field. split; [lra|]. intros E.
  assert (2 * theta * (1 + g) + 2 * theta * (1 - g) = 4 * theta) by ring. lra.
Qed.

Theorem pade_range : PadeRange (-1) 1.
Proof.
  intros theta Ht. pose proof sqrt2_pos as Hs. split.
  - intros g. split.
    + intros (L & HL & <-). now apply gamma_pade_between.
    + intros Hg. exists (theta * sqrt 2 * (1 - g) / (1 + g)). split.
      * apply Rdiv_lt_0_compat; [|lra]. apply Rmult_lt_0_compat; [|lra].
        apply Rmult_lt_0_compat; lra.
      * now apply gamma_pade_at_horizon.
  - intros L HL. unfold gamma_pade.
    assert (P : 0 < L * sqrt 2) by (apply Rmult_lt_0_compat; lra).
    assert (D : 0 < 2 * theta + L * sqrt 2) by lra. split; intros H.
    + assert (N : 2 * theta - L * sqrt 2 < 0).
      { apply (Rmult_lt_reg_r (/ (2 * theta + L * sqrt 2)));
          [now apply Rinv_0_lt_compat|]. unfold Rdiv in H. lra. }
      apply (Rmult_lt_reg_r (sqrt 2)); [exact Hs|].
      rewrite Rmult_assoc, sqrt2_sq. lra.
    + apply (Rmult_lt_reg_r (2 * theta + L * sqrt 2)); [exact D|].
      replace ((2 * theta - L * sqrt 2) / (2 * theta + L * sqrt 2)
               * (2 * theta + L * sqrt 2)) with (2 * theta - L * sqrt 2) by (field; lra).
      apply (Rmult_lt_compat_r (sqrt 2)) in H; [|exact Hs].
      rewrite Rmult_assoc, sqrt2_sq in H. lra.
Qed.

(** Never negative is refuted: -1/2 is attained. *)
Theorem pade_range_not_positive : ~ PadeRange 0 1.
Proof.
  intros H. destruct (H 1 Rlt_0_1) as [R _].
  destruct (proj1 (R (-1/2))); [|lra].
  apply (proj2 (proj1 (pade_range 1 Rlt_0_1) (-1/2))). lra.
Qed.

(** Exponents above 1 are refuted: 3/2 is not attained. *)
Theorem pade_range_not_above_one : ~ PadeRange (-1) 2.
Proof.
  intros H. destruct (H 1 Rlt_0_1) as [R _].
  destruct (proj2 (R (3/2))) as (L & HL & E); [lra|].
  pose proof (gamma_pade_between 1 L Rlt_0_1 HL). lra.
Qed.

(** ** Direction *)

Theorem pade_monotone : PadeMonotone 1.
Proof.
  pose proof sqrt2_pos as Hs. split.
  - intros theta theta' L HL Ht. rewrite Rmult_1_l.
    assert (P : 0 < L * sqrt 2) by (apply Rmult_lt_0_compat; lra).
    replace (gamma_pade theta' L - gamma_pade theta L)
      with (4 * (L * sqrt 2) * (theta' - theta)
            / ((2 * theta' + L * sqrt 2) * (2 * theta + L * sqrt 2)))
      by (unfold gamma_pade; field; lra).
    apply Rdiv_lt_0_compat; repeat apply Rmult_lt_0_compat; lra.
  - intros theta L L' Ht HL. rewrite Rmult_1_l.
    assert (P : 0 < L * sqrt 2) by (apply Rmult_lt_0_compat; lra).
    assert (P' : 0 < L' * sqrt 2) by (apply Rmult_lt_0_compat; lra).
    replace (gamma_pade theta L' - gamma_pade theta L)
      with (- (4 * theta * (sqrt 2 * (L' - L))
            / ((2 * theta + L' * sqrt 2) * (2 * theta + L * sqrt 2))))
      by (unfold gamma_pade; field; lra).
    apply Ropp_lt_gt_0_contravar.
    apply Rdiv_lt_0_compat; repeat apply Rmult_lt_0_compat; lra.
Qed.

(** The other direction is refuted, at every theta and L. *)
Theorem pade_monotone_not_reversed : ~ PadeMonotone (-1).
Proof.
  intros [H _]. specialize (H 1 2 1 Rlt_0_1 ltac:(lra)).
  destruct pade_monotone as [K _]. specialize (K 1 2 1 Rlt_0_1 ltac:(lra)). lra.
Qed.

(** ** The exponential *)

(** A function that is 0 at 0 and has a positive slope beyond is positive there. *)
Local Lemma positive_by_slope (f df : R -> R) : f 0 = 0 ->
  (forall x, is_derive f x (df x)) -> (forall x, 0 < x -> 0 < df x) ->
  forall x, 0 < x -> 0 < f x.
Proof.
  intros H0 Hd Hp x Hx.
  destruct (MVT_cor2 f df 0 x Hx) as (c & E & Hc).
  - intros c _. apply is_derive_Reals, Hd.
  - assert (0 < df c * (x - 0)) by (apply Rmult_lt_0_compat; [apply Hp|]; lra). lra.
Qed.

Local Definition gap (z : R) : R := (2 + z) * exp (- z) - (2 - z).
Local Definition gap' (z : R) : R := 1 - (1 + z) * exp (- z).

Local Lemma gap_slope z : is_derive gap z (gap' z).
Proof. unfold gap, gap'. auto_derive; [exact I|ring]. Qed.

Local Lemma gap'_slope z : is_derive gap' z (z * exp (- z)).
Proof. unfold gap'. auto_derive; [exact I|ring]. Qed.

(** exp (-x) lies between 1 - x and 1. *)
Local Lemma exp_minus (x : R) : 0 < x -> 1 - x < exp (- x) < 1.
Proof.
  intros Hx. split.
  - pose proof (exp_ineq1 (- x) ltac:(lra)). lra.
  - rewrite <- exp_0. apply exp_increasing. lra.
Qed.

Local Lemma gap_pos (z : R) : 0 < z -> 0 < gap z.
Proof.
  revert z. apply (positive_by_slope gap gap'); [unfold gap; rewrite Ropp_0, exp_0; ring
    |apply gap_slope|].
  apply (positive_by_slope gap' (fun z => z * exp (- z)));
    [unfold gap'; rewrite Ropp_0, exp_0; ring|apply gap'_slope|].
  intros z Hz. apply Rmult_lt_0_compat; [exact Hz|apply exp_pos].
Qed.

Local Lemma gap_upper (z : R) : 0 < z -> 0 < z ^ 3 / 6 - gap z.
Proof.
  revert z. apply (positive_by_slope _ (fun z => z ^ 2 / 2 - gap' z)).
  - unfold gap. rewrite Ropp_0, exp_0. field.
  - intros x. unfold gap, gap'. auto_derive; [exact I|field].
  - apply (positive_by_slope _ (fun z => z - z * exp (- z))).
    + unfold gap'. rewrite Ropp_0, exp_0. field.
    + intros x. unfold gap'. auto_derive; [exact I|field].
    + intros x Hx. pose proof (exp_minus x Hx). nra.
Qed.

Local Lemma gap_lower (z : R) : 0 < z -> 0 < gap z - (z ^ 3 / 6 - z ^ 4 / 12).
Proof.
  revert z. apply (positive_by_slope _ (fun z => gap' z - (z ^ 2 / 2 - z ^ 3 / 3))).
  - unfold gap. rewrite Ropp_0, exp_0. field.
  - intros x. unfold gap, gap'. auto_derive; [exact I|field].
  - apply (positive_by_slope _ (fun z => z * exp (- z) - (z - z ^ 2))).
    + unfold gap'. rewrite Ropp_0, exp_0. field.
    + intros x. unfold gap'. auto_derive; [exact I|field].
    + intros x Hx. pose proof (exp_minus x Hx). nra.
Qed.

(** The difference from the exponential is the gap over 2 + z. *)
Local Lemma difference_is_gap (theta L : R) : 0 < theta -> 0 < L ->
  let z := pade_argument theta L in
  exp (- z) - gamma_pade theta L = gap z / (2 + z).
Proof.
  intros Ht HL z. rewrite (gamma_pade_of_argument theta L Ht HL). fold z.
  pose proof (pade_argument_pos theta L Ht HL) as Hz. fold z in Hz.
  unfold gap. field. lra.
Qed.

Theorem pade_below_exponential : PadeBelowExponential (1 / 12).
Proof.
  intros theta L Ht HL. rewrite (difference_is_gap theta L Ht HL). cbv zeta.
  pose proof (pade_argument_pos theta L Ht HL) as Hz.
  set (z := pade_argument theta L) in *.
  pose proof (gap_pos z Hz). pose proof (gap_upper z Hz). split.
  - apply Rdiv_lt_0_compat; lra.
  - apply (Rmult_lt_reg_r (2 + z)); [lra|].
    replace (gap z / (2 + z) * (2 + z)) with (gap z) by (field; lra).
    assert (0 < z ^ 3 * z) by (apply Rmult_lt_0_compat; [apply pow_lt|]; lra). lra.
Qed.

(** Half of it is refuted, at z = 1/2. *)
Theorem pade_below_exponential_not_24 : ~ PadeBelowExponential (1 / 24).
Proof.
  intros H. pose proof sqrt2_pos as Hs.
  assert (HL : 0 < / (2 * sqrt 2)) by (apply Rinv_0_lt_compat; lra).
  destruct (H 1 (/ (2 * sqrt 2)) Rlt_0_1 HL) as [_ B].
  rewrite (difference_is_gap 1 _ Rlt_0_1 HL) in B. cbv zeta in B.
  replace (pade_argument 1 (/ (2 * sqrt 2))) with (1 / 2) in B
    by (unfold pade_argument; field; lra).
  pose proof (gap_lower (1 / 2) ltac:(lra)). lra.
Qed.
