(** * The series of d^-g times a polynomial in log d of degree 2, g > 1

    Role: existence and size of the three sums behind [MeanAndVarianceNearOne].

    Idea: with L = ln x the terms E (r0 + r1 L + r2 L^2), E = x^-g, have the primitive
    - x E (p0 + p1 L + p2 L^2), where (g-1) p_i = r_i + (i+1) p_(i+1), and they move
    no faster than (q0 + q1 L + q2 L^2) / x falls, where
    q_i = (i+1) q_(i+1) + (i+1) r_(i+1) + g r_i. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions.
From Ledger Require Import LogBounds TailComparison.
Local Open Scope R_scope.

Local Lemma ln_nonneg x : 1 <= x -> 0 <= ln x.
Proof.
  intros [H|<-]; [|rewrite ln_1; lra]. rewrite <- ln_1. apply Rlt_le, ln_increasing; lra.
Qed.

Local Lemma quadratic_nonneg c0 c1 c2 x : 0 <= c0 -> 0 <= c1 -> 0 <= c2 -> 1 <= x ->
  0 <= c0 + c1 * ln x + c2 * ln x ^ 2.
Proof.
  intros H0 H1 H2 Hx. assert (HL := ln_nonneg x Hx).
  assert (0 <= c1 * ln x) by (apply Rmult_le_pos; assumption).
  assert (0 <= c2 * ln x ^ 2) by (apply Rmult_le_pos; [assumption|apply pow2_ge_0]). lra.
Qed.

(** x^-g <= 1/x for x >= 1 and g >= 1. *)
Local Lemma power_le_inv g x : 1 <= g -> 1 <= x -> exp (- g * ln x) <= / x.
Proof.
  intros Hg Hx. assert (HL := ln_nonneg x Hx).
  replace (/ x) with (exp (- ln x)) by (rewrite exp_Ropp, exp_ln; lra).
  assert (Hm : 0 <= (g - 1) * ln x) by (apply Rmult_le_pos; lra).
  destruct (Rle_lt_or_eq_dec (- g * ln x) (- ln x)) as [Hlt|Heq]; [lra| |].
  - apply Rlt_le, exp_increasing, Hlt.
  - rewrite Heq. lra.
Qed.

Local Lemma is_lim_seq_ln_dist : is_lim_seq (fun n => ln (dist n)) p_infty.
Proof. apply (is_lim_seq_incr_1 (fun n => ln (INR n))), ln_INR_infinite. Qed.

(** With v = - (g-1)/2 ln x, both exp v and v exp v tend to 0. *)
Local Lemma half_power_vanishes g : 1 < g ->
  let v := fun n => - ((g - 1) / 2) * ln (dist n) in
  is_lim_seq (fun n => exp (v n)) 0 /\ is_lim_seq (fun n => v n * exp (v n)) 0.
Proof.
  intros Hg v. assert (Hv : is_lim_seq v m_infty).
  { assert (H := is_lim_seq_scal_l _ (- ((g - 1) / 2)) _ is_lim_seq_ln_dist).
    replace (Rbar_mult (- ((g - 1) / 2)) p_infty) with m_infty in H; [exact H|].
    symmetry. apply is_Rbar_mult_unique, is_Rbar_mult_sym, is_Rbar_mult_p_infty_neg.
    simpl. lra. }
  assert (Hne : eventually (fun n => Finite (v n) <> m_infty))
    by (exists 0%nat; intros n _; discriminate).
  split.
  - exact (is_lim_comp_seq exp v m_infty 0 is_lim_exp_m Hne Hv).
  - exact (is_lim_comp_seq (fun y => y * exp y) v m_infty 0 is_lim_mul_exp_m Hne Hv).
Qed.

(** The primitive vanishes at infinity: it is quadratic in exp v and v exp v. *)
Local Lemma primitive_vanishes g p0 p1 p2 : 1 < g ->
  is_lim_seq (fun n => dist n * exp (- g * ln (dist n))
                       * (p0 + p1 * ln (dist n) + p2 * ln (dist n) ^ 2)) 0.
Proof.
  intros Hg. destruct (half_power_vanishes g Hg) as [HB HA].
  set (v := fun n => - ((g - 1) / 2) * ln (dist n)) in *.
  set (c1 := - 2 * p1 / (g - 1)). set (c2 := 4 * p2 / (g - 1) ^ 2).
  set (C := fun c : R => is_lim_seq_const c : is_lim_seq (fun _ => c) c).
  assert (HF := is_lim_seq_mult' _ _ _ _ HB
    (is_lim_seq_plus' _ _ _ _ (is_lim_seq_mult' _ _ _ _ (C p0) HB)
                              (is_lim_seq_mult' _ _ _ _ (C c1) HA))).
  assert (HS := is_lim_seq_mult' _ _ _ _ (C c2) (is_lim_seq_mult' _ _ _ _ HA HA)).
  assert (H := is_lim_seq_plus' _ _ _ _ HF HS). cbv beta in H.
  replace (0 * (p0 * 0 + c1 * 0) + c2 * (0 * 0)) with 0 in H by ring.
  refine (is_lim_seq_ext _ _ _ _ H). intros n.
  change (- ((g - 1) / 2) * ln (dist n)) with (v n).
  assert (Hd := dist_ge_1 n). set (L := ln (dist n)).
  assert (E : exp (v n) * exp (v n) = dist n * exp (- g * L)).
  { rewrite <- exp_plus. rewrite <- (exp_ln (dist n)) at 1 by lra. rewrite <- exp_plus.
    f_equal. unfold v. fold L. field. }
  rewrite <- E. replace L with (- 2 / (g - 1) * v n) by (unfold v; fold L; field; lra).
  unfold c1, c2. field. lra.
Qed.

(** ** The comparison, with its primitive and its bound *)

Section Comparison.

Variables g r0 r1 r2 : R.
Hypothesis g_gt_1 : 1 < g.
Hypothesis r0_pos : 0 <= r0.
Hypothesis r1_pos : 0 <= r1.
Hypothesis r2_pos : 0 <= r2.

Let term (x : R) : R := exp (- g * ln x) * (r0 + r1 * ln x + r2 * ln x ^ 2).
Let term' (x : R) : R :=
  exp (- g * ln x) / x
  * (r1 + 2 * r2 * ln x - g * (r0 + r1 * ln x + r2 * ln x ^ 2)).

Let p2 : R := r2 / (g - 1).
Let p1 : R := (r1 + 2 * p2) / (g - 1).
Let p0 : R := (r0 + p1) / (g - 1).
Let primitive (x : R) : R := x * exp (- g * ln x) * (p0 + p1 * ln x + p2 * ln x ^ 2).

Let q2 : R := g * r2.
Let q1 : R := 2 * q2 + 2 * r2 + g * r1.
Let q0 : R := q1 + r1 + g * r0.
Let bound (x : R) : R := (q0 + q1 * ln x + q2 * ln x ^ 2) / x.
Let bound' (x : R) : R :=
  - ((r1 + 2 * r2 * ln x + g * (r0 + r1 * ln x + r2 * ln x ^ 2)) / x ^ 2).

Local Lemma term_derive x : 1 <= x -> is_derive term x (term' x).
Proof. intros Hx. unfold term, term'. auto_derive; [lra|]. field. lra. Qed.

Local Lemma primitive_derive x : 1 <= x -> is_derive primitive x (- term x).
Proof.
  intros Hx. unfold primitive, term. auto_derive; [lra|].
  unfold p0, p1, p2. field. lra.
Qed.

Local Lemma bound_derive x : 1 <= x -> is_derive bound x (bound' x).
Proof.
  intros Hx. unfold bound, bound'. auto_derive; [lra|].
  unfold q0, q1, q2. field. lra.
Qed.

Local Lemma term_slow x : 1 <= x -> Rabs (term' x) <= - bound' x.
Proof.
  intros Hx. unfold term', bound'. rewrite Ropp_involutive.
  assert (Hi : 0 < / x) by (apply Rinv_0_lt_compat; lra).
  assert (HL := ln_nonneg x Hx).
  assert (Hq := quadratic_nonneg r0 r1 r2 x r0_pos r1_pos r2_pos Hx).
  set (s := r0 + r1 * ln x + r2 * ln x ^ 2) in *.
  assert (Hs : 0 <= g * s) by (apply Rmult_le_pos; lra).
  assert (Hd : 0 <= r2 * ln x) by (apply Rmult_le_pos; assumption).
  replace ((r1 + 2 * r2 * ln x + g * s) / x ^ 2)
    with (/ x * / x * (r1 + 2 * r2 * ln x + g * s)) by (field; lra).
  rewrite Rabs_mult. apply Rmult_le_compat; try apply Rabs_pos.
  - unfold Rdiv. rewrite Rabs_right.
    + apply Rmult_le_compat_r; [lra|]. apply power_le_inv; lra.
    + apply Rle_ge, Rmult_le_pos; [apply Rlt_le, exp_pos|lra].
  - apply Rabs_le. lra.
Qed.

Local Lemma primitive_coefficients : 0 <= p0 /\ 0 <= p1 /\ 0 <= p2.
Proof.
  assert (Hi : 0 <= / (g - 1)) by (apply Rlt_le, Rinv_0_lt_compat; lra).
  assert (H2 : 0 <= p2) by (apply Rmult_le_pos; assumption).
  assert (H1 : 0 <= p1) by (apply Rmult_le_pos; lra).
  assert (H0 : 0 <= p0) by (apply Rmult_le_pos; lra). auto.
Qed.

Local Lemma bound_coefficients : 0 <= q0 /\ 0 <= q1 /\ 0 <= q2.
Proof.
  assert (0 <= g * r0) by (apply Rmult_le_pos; lra).
  assert (0 <= g * r1) by (apply Rmult_le_pos; lra).
  assert (H2 : 0 <= q2) by (apply Rmult_le_pos; lra).
  unfold q0, q1. lra.
Qed.

(** The series converges, to at least its first term, and its distance from the integral over
    [1, infinity), r0 / (g-1) + r1 / (g-1)^2 + 2 r2 / (g-1)^3, is bounded near g = 1. *)
Theorem log_series :
  exists l : R,
    is_series (fun i => weight g i * (r0 + r1 * ln (dist i) + r2 * ln (dist i) ^ 2)) l /\
    r0 <= l /\
    Rabs (l - (r0 / (g - 1) + r1 / (g - 1) ^ 2 + 2 * r2 / (g - 1) ^ 3))
    <= g * r0 + (1 + g) * r1 + (2 + 2 * g) * r2.
Proof.
  destruct (tail_comparison term term' primitive bound bound') as (l & Hl & H0 & Hb).
  - exact term_derive.
  - exact primitive_derive.
  - exact bound_derive.
  - exact term_slow.
  - intros x Hx. apply Rmult_le_pos; [apply Rlt_le, exp_pos|apply quadratic_nonneg; assumption].
  - intros x Hx. destruct primitive_coefficients as (P0 & P1 & P2).
    apply Rmult_le_pos; [|apply quadratic_nonneg; assumption].
    apply Rmult_le_pos; [lra|apply Rlt_le, exp_pos].
  - intros x Hx. destruct bound_coefficients as (Q0 & Q1 & Q2).
    apply Rmult_le_pos; [apply quadratic_nonneg; assumption|].
    apply Rlt_le, Rinv_0_lt_compat; lra.
  - apply primitive_vanishes. assumption.
  - exists l. split; [exact Hl|]. unfold term in H0. unfold primitive, bound in Hb.
    rewrite ln_1 in H0, Hb. rewrite Rmult_0_r, exp_0 in H0, Hb. split; [lra|].
    replace (r0 / (g - 1) + r1 / (g - 1) ^ 2 + 2 * r2 / (g - 1) ^ 3)
      with (1 * 1 * (p0 + p1 * 0 + p2 * 0 ^ 2)) by (unfold p0, p1, p2; field; lra).
    replace (g * r0 + (1 + g) * r1 + (2 + 2 * g) * r2)
      with ((q0 + q1 * 0 + q2 * 0 ^ 2) / 1) by (unfold q0, q1, q2; field).
    exact Hb.
Qed.

End Comparison.
