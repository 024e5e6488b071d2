(** * Rational enclosures of ln 2, ..., ln 8, and the growth of ln

    Role: the numbers that the finite parts of the estimates need, without the
    [interval] tactic, whose proofs rest on the axioms of machine numbers.

    Idea: ln ((1+t)/(1-t)) = 2 (t + t^3/3 + t^5/5 + ...), cut off after t^5; both
    bounds hold because they hold for the derivatives. Then ln 2 is t = 1/3,
    ln 3 - ln 2 is t = 1/5, ln 5 - 2 ln 2 is t = 1/9, 3 ln 2 - ln 7 is t = 1/15. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
Local Open Scope R_scope.

(** A function that is 0 at 0 and has a derivative >= 0 is >= 0 to the right. *)
Local Lemma nonneg_of_derive (f df : R -> R) (t : R) :
  0 <= t -> f 0 = 0 ->
  (forall x, 0 <= x <= t -> is_derive f x (df x) /\ 0 <= df x) -> 0 <= f t.
Proof.
  intros Ht H0 H. destruct (Req_dec t 0) as [->|Hne]; [lra|].
  destruct (MVT_cor2 f df 0 t) as [x [E Hx]]; [lra| |].
  - intros x Hx. now apply is_derive_Reals, H.
  - assert (0 <= df x * (t - 0)); [|lra].
    apply Rmult_le_pos; [apply H|]; lra.
Qed.

(** For 0 <= t <= 1/3: 2 (t + t^3/3 + t^5/5) <= ln ((1+t)/(1-t))
    <= 2 (t + t^3/3 + (9/8) t^5/5). *)
Lemma ln_ratio_bounds (t : R) : 0 <= t <= 1 / 3 ->
  2 * (t + t ^ 3 / 3 + t ^ 5 / 5) <= ln ((1 + t) / (1 - t)) /\
  ln ((1 + t) / (1 - t)) <= 2 * (t + t ^ 3 / 3 + 9 / 8 * (t ^ 5 / 5)).
Proof.
  intros Ht.
  set (F := fun s c y : R =>
    s * (ln ((1 + y) / (1 - y)) - 2 * (y + y ^ 3 / 3 + c * (y ^ 5 / 5)))).
  set (dF := fun s c x : R =>
    s * (2 * x ^ 4 * (1 - c + c * x ^ 2) / (1 - x ^ 2))).
  assert (D : forall s c x, 0 <= x <= t -> is_derive (F s c) x (dF s c x)).
  { intros s c x Hx. assert (0 < (1 + x) / (1 - x)) by (apply Rdiv_lt_0_compat; lra).
    unfold F, dF. auto_derive; [split; [lra|split; [assumption|exact I]]|].
    change (x * (x * (x * (x * 1)))) with (x ^ 4). field. nra. }
  assert (F0 : forall s c, F s c 0 = 0).
  { intros s c. unfold F. replace ((1 + 0) / (1 - 0)) with 1 by field.
    rewrite ln_1. field. }
  assert (P : forall s c x, 0 <= x <= t -> 0 <= s * (1 - c + c * x ^ 2) ->
                0 <= dF s c x).
  { intros s c x Hx Hs. unfold dF.
    replace (s * (2 * x ^ 4 * (1 - c + c * x ^ 2) / (1 - x ^ 2)))
      with (2 * x ^ 4 * (s * (1 - c + c * x ^ 2)) * / (1 - x ^ 2)) by (field; nra).
    apply Rmult_le_pos; [apply Rmult_le_pos|left; apply Rinv_0_lt_compat; nra].
    - pose proof (pow_le x 4 (proj1 Hx)). lra.
    - exact Hs. }
  assert (G : forall s c, (forall x, 0 <= x <= t -> 0 <= s * (1 - c + c * x ^ 2)) ->
                0 <= F s c t).
  { intros s c H. apply (nonneg_of_derive _ (dF s c)); [lra|apply F0|].
    intros x Hx. split; [now apply D|apply P; auto]. }
  assert (A : 0 <= F 1 1 t) by (apply G; intros; nra).
  assert (B : 0 <= F (-1) (9 / 8) t) by (apply G; intros; nra).
  unfold F in A, B. lra.
Qed.

(** ** The numbers *)

Lemma ln_2_bounds : 6930 / 10000 <= ln 2 <= 6933 / 10000.
Proof.
  pose proof (ln_ratio_bounds (1 / 3) ltac:(lra)) as H.
  replace ((1 + 1 / 3) / (1 - 1 / 3)) with 2 in H by field. lra.
Qed.

Local Lemma ln_quotient (a b : R) : 0 < a -> 0 < b -> ln (a / b) = ln a - ln b.
Proof.
  intros Ha Hb. unfold Rdiv.
  rewrite ln_mult, ln_Rinv by auto using Rinv_0_lt_compat. ring.
Qed.

Local Lemma ln_4 : ln 4 = 2 * ln 2.
Proof. replace 4 with (2 * 2) by ring. rewrite ln_mult by lra. ring. Qed.

Local Lemma ln_8 : ln 8 = 3 * ln 2.
Proof.
  replace 8 with (2 * 4) by ring. rewrite ln_mult, ln_4 by lra. ring.
Qed.

Lemma ln_3_bounds : 10984 / 10000 <= ln 3 <= 10988 / 10000.
Proof.
  pose proof (ln_ratio_bounds (1 / 5) ltac:(lra)) as H. pose proof ln_2_bounds.
  replace ((1 + 1 / 5) / (1 - 1 / 5)) with (3 / 2) in H by field.
  rewrite ln_quotient in H; lra.
Qed.

Lemma ln_4_bounds : 13860 / 10000 <= ln 4 <= 13866 / 10000.
Proof. pose proof ln_2_bounds. rewrite ln_4. lra. Qed.

Lemma ln_5_bounds : 16091 / 10000 <= ln 5 <= 16098 / 10000.
Proof.
  pose proof (ln_ratio_bounds (1 / 9) ltac:(lra)) as H. pose proof ln_4_bounds.
  replace ((1 + 1 / 9) / (1 - 1 / 9)) with (5 / 4) in H by field.
  rewrite ln_quotient in H; lra.
Qed.

Lemma ln_6_bounds : 17914 / 10000 <= ln 6 <= 17921 / 10000.
Proof.
  pose proof ln_2_bounds. pose proof ln_3_bounds.
  replace 6 with (2 * 3) by ring. rewrite ln_mult; lra.
Qed.

Lemma ln_8_bounds : 20790 / 10000 <= ln 8 <= 20799 / 10000.
Proof. pose proof ln_2_bounds. rewrite ln_8. lra. Qed.

Lemma ln_7_bounds : 19454 / 10000 <= ln 7 <= 19464 / 10000.
Proof.
  pose proof (ln_ratio_bounds (1 / 15) ltac:(lra)) as H. pose proof ln_8_bounds.
  replace ((1 + 1 / 15) / (1 - 1 / 15)) with (8 / 7) in H by field.
  rewrite ln_quotient in H; lra.
Qed.

(** ** Growth *)

(** log N tends to infinity. *)
Lemma ln_INR_infinite : is_lim_seq (fun N => ln (INR N)) p_infty.
Proof.
  apply (is_lim_comp_seq ln INR p_infty);
    [apply is_lim_ln_p|exists 0%nat; discriminate|apply is_lim_seq_INR].
Qed.

(** 1 / log N tends to 0. *)
Lemma inv_ln_INR_limit : is_lim_seq (fun N => / ln (INR N)) 0.
Proof.
  apply (is_lim_seq_inv _ p_infty); [apply ln_INR_infinite|discriminate].
Qed.

(** log N exceeds any bound at some N >= m. *)
Lemma ln_INR_exceeds (B : R) (m : nat) : exists N, (m <= N)%nat /\ B < ln (INR N).
Proof.
  destruct (proj2 (is_lim_seq_spec _ _) ln_INR_infinite B) as [n Hn].
  exists (max m n). split; [lia|apply Hn; lia].
Qed.

(** log N >= log 2 for N >= 2. *)
Lemma ln_INR_ge_ln_2 (N : nat) : (2 <= N)%nat -> ln 2 <= ln (INR N).
Proof. intros H. apply ln_le; [lra|]. now apply (le_INR 2). Qed.
