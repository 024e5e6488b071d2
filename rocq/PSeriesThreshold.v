(** * The sum of d^-g converges exactly for g > 1, with two-sided tail bounds

    Role: proves [Statements.PSeriesThreshold Rgt 1 0]; refutes g >= 1 as the
    threshold, and the two ends of the tail bound exchanged.

    Idea: G(x) = x^(1-g) / (g-1) falls with slope - x^-g, so by the mean value
    theorem G(n) - G(n+1) lies strictly between (n+1)^-g and n^-g; the sum of
    these differences telescopes, and G tends to 0. At g <= 1 each term is at
    least 1/d >= log (d+1) - log d, and the sums exceed log. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Moments LogBounds.
Local Open Scope R_scope.

(** ** The primitive *)

Local Definition primitive (g x : R) : R := Rpower x (1 - g) / (g - 1).

Local Lemma primitive_derive (g x : R) : 1 < g -> 0 < x ->
  is_derive (primitive g) x (- exp (- g * ln x)).
Proof.
  intros Hg Hx. unfold primitive, Rpower. auto_derive; [lra|].
  replace ((1 - g) * ln x) with (- g * ln x + ln x) by ring.
  rewrite exp_plus, exp_ln by exact Hx. field. lra.
Qed.

Local Lemma primitive_pos (g x : R) : 1 < g -> 0 < primitive g x.
Proof. intros Hg. apply Rdiv_lt_0_compat; [apply exp_pos|lra]. Qed.

(** (n+1)^-g < G(n) - G(n+1) < n^-g, where index i has distance i + 1. *)
Local Lemma primitive_step (g : R) (i : nat) : 1 < g ->
  weight g (S i) < primitive g (dist i) - primitive g (dist (S i)) < weight g i.
Proof.
  intros Hg. assert (Hp : 0 < dist i) by (apply lt_0_INR; lia).
  assert (E1 : dist (S i) = dist i + 1) by apply S_INR.
  destruct (MVT_cor2 (primitive g) (fun x => - exp (- g * ln x))
              (dist i) (dist (S i))) as [x [E Hx]]; [lra| |].
  - intros c Hc. apply is_derive_Reals, primitive_derive; lra.
  - replace (primitive g (dist i) - primitive g (dist (S i)))
      with (exp (- g * ln x)) by (rewrite E1 in E at 2; lra).
    pose proof (ln_increasing (dist i) x Hp ltac:(lra)).
    pose proof (ln_increasing x (dist (S i)) ltac:(lra) ltac:(lra)).
    split; apply exp_increasing; nra.
Qed.

(** G(x) = exp (- (g-1) ln x) / (g-1) is at most 1 / ((g-1)^2 ln x). *)
Local Lemma primitive_le (g x : R) : 1 < g -> 1 < x ->
  primitive g x <= / (g - 1) ^ 2 * / ln x.
Proof.
  intros Hg Hx. set (y := (g - 1) * ln x).
  assert (Hl : 0 < ln x) by (rewrite <- ln_1; apply ln_increasing; lra).
  assert (Hy : 0 < y) by (apply Rmult_lt_0_compat; lra).
  replace (/ (g - 1) ^ 2 * / ln x) with (/ y / (g - 1))
    by (unfold y; field; lra).
  unfold primitive, Rpower. replace ((1 - g) * ln x) with (- y) by (unfold y; ring).
  apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra|].
  rewrite exp_Ropp. apply Rinv_le_contravar; [exact Hy|].
  pose proof (exp_ineq1_le y). lra.
Qed.

Local Lemma primitive_limit (g : R) (D : nat) : 1 < g ->
  is_lim_seq (fun n => primitive g (dist (D + n))) 0.
Proof.
  intros Hg.
  assert (H : is_lim_seq (fun n => primitive g (INR n)) 0).
  { apply (is_lim_seq_le_le_loc (fun _ => 0) _
             (fun n => / (g - 1) ^ 2 * / ln (INR n))).
    - exists 2%nat. intros n Hn. apply le_INR in Hn. simpl in Hn. split.
      + left. now apply primitive_pos.
      + apply primitive_le; lra.
    - apply is_lim_seq_const.
    - replace (Finite 0) with (Rbar_mult (/ (g - 1) ^ 2) 0)
        by (simpl; f_equal; ring).
      apply is_lim_seq_scal_l, inv_ln_INR_limit. }
  apply (is_lim_seq_ext (fun n => primitive g (INR (n + S D)))).
  - intros n. unfold dist. do 2 f_equal. lia.
  - now apply (is_lim_seq_incr_n (fun n => primitive g (INR n)) (S D)).
Qed.

(** ** The tail after the distance D + 1, D >= 0: indices D + 1, D + 2, ... *)

Local Lemma partial_upper (g : R) (D n : nat) : 1 < g ->
  Sum n (fun i => weight g (S D + i)) <= primitive g (dist D).
Proof.
  intros Hg.
  apply (Rle_trans _ (Sum n (fun i =>
    primitive g (dist (D + i)) - primitive g (dist (D + S i))))).
  - apply Sum_le; intros i _. rewrite <- plus_n_Sm. left.
    apply (primitive_step g (D + i) Hg).
  - rewrite (Sum_telescope n (fun i => primitive g (dist (D + i)))), <- plus_n_O.
    pose proof (primitive_pos g (dist (D + n)) Hg). lra.
Qed.

Local Lemma partial_lower (g : R) (D n : nat) : 1 < g ->
  primitive g (dist D) - primitive g (dist (D + n)) <=
  Sum n (fun i => weight g (D + i)).
Proof.
  intros Hg. rewrite (plus_n_O D) at 1.
  rewrite <- (Sum_telescope n (fun i => primitive g (dist (D + i)))).
  apply Sum_le; intros i _. rewrite <- plus_n_Sm. left.
  apply (primitive_step g (D + i) Hg).
Qed.

Local Lemma tail (g : R) (D : nat) : 1 < g ->
  exists t : R, is_series (fun i => weight g (S D + i)) t /\
    primitive g (dist (S D)) <= t <= primitive g (dist D).
Proof.
  intros Hg. set (u := fun n => Sum n (fun i => weight g (S D + i))).
  destruct (ex_finite_lim_seq_incr u (primitive g (dist D))) as [t Ht].
  - intros n. change (u n <= u n + weight g (S D + n)).
    pose proof (weight_pos g (S D + n)). lra.
  - intros n. now apply partial_upper.
  - exists t. split; [now apply is_series_Sum|split].
    + apply (is_lim_seq_le
        (fun n => primitive g (dist (S D)) - primitive g (dist (S D + n))) u
        (primitive g (dist (S D))) t); [| |exact Ht].
      * intros n. now apply partial_lower.
      * replace (Finite (primitive g (dist (S D))))
          with (Finite (primitive g (dist (S D)) - 0)) by (f_equal; ring).
        apply is_lim_seq_minus'; [apply is_lim_seq_const|now apply primitive_limit].
    + apply (is_lim_seq_le u (fun _ => primitive g (dist D)) t (primitive g (dist D)));
        [|exact Ht|apply is_lim_seq_const].
      intros n. now apply partial_upper.
Qed.

(** Both bounds are strict: the first term is strictly inside. *)
Local Lemma tail_strict (g t : R) (D : nat) : 1 < g ->
  is_series (fun i => weight g (S D + i)) t ->
  primitive g (dist (S D)) < t < primitive g (dist D).
Proof.
  intros Hg Ht. destruct (tail g (S D) Hg) as [t' [Ht' Hb]].
  assert (Hs : is_series (fun i => weight g (S (S D) + i)) (t - weight g (S D))).
  { apply (is_series_ext (fun i => weight g (S D + S i)));
      [intros; f_equal; lia|].
    apply (is_series_incr_1 (fun i => weight g (S D + i))).
    rewrite Nat.add_0_r.
    change (is_series (fun i => weight g (S D + i))
              (t - weight g (S D) + weight g (S D))).
    replace (t - weight g (S D) + weight g (S D)) with t by ring. exact Ht. }
  apply is_series_unique in Hs, Ht'. rewrite Ht' in Hs.
  pose proof (primitive_step g D Hg). pose proof (primitive_step g (S D) Hg). lra.
Qed.

(** ** The threshold *)

Local Lemma converges (g : R) : 1 < g -> exists l : R, is_series (weight g) l.
Proof.
  intros Hg. destruct (tail g 0 Hg) as [t [Ht _]].
  exists (t + weight g 0). apply (is_series_decr_1 (weight g)).
  change (is_series (fun i => weight g (1 + i)) (t + weight g 0 + - weight g 0)).
  replace (t + weight g 0 + - weight g 0) with t by ring. exact Ht.
Qed.

(** At g <= 1 the term is at least 1/d, so at least log (d+1) - log d. *)
Local Lemma term_lower (g : R) (i : nat) : g <= 1 ->
  ln (dist (S i)) - ln (dist i) <= weight g i.
Proof.
  intros Hg. assert (H1 : 1 <= dist i) by (apply (le_INR 1); lia).
  apply (Rle_trans _ (/ dist i)).
  - pose proof (exp_ineq1_le (/ dist i)) as E.
    assert (0 < / dist i) by (apply Rinv_0_lt_compat; lra).
    replace (dist (S i)) with (dist i * (1 + / dist i))
      by (unfold dist at 3; rewrite (S_INR (S i)); fold (dist i); field; lra).
    rewrite ln_mult by lra.
    apply ln_le in E; [rewrite ln_exp in E|]; lra.
  - rewrite <- (exp_ln (dist i)) at 1 by lra. rewrite <- exp_Ropp.
    assert (0 <= ln (dist i)) by (rewrite <- ln_1; apply ln_le; lra).
    unfold weight. destruct (Req_dec (- ln (dist i)) (- g * ln (dist i))) as [->|];
      [lra|]. left. apply exp_increasing. nra.
Qed.

Local Lemma diverges (g l : R) : g <= 1 -> ~ is_series (weight g) l.
Proof.
  intros Hg H. apply is_series_Sum, is_lim_seq_unique in H.
  assert (P : is_lim_seq (fun n => Sum n (weight g)) p_infty).
  { apply (is_lim_seq_le_p_loc (fun n => ln (INR (S n)))).
    - exists 0%nat. intros n _. induction n as [|n IH].
      + simpl. rewrite ln_1. lra.
      + pose proof (term_lower g n Hg) as T. unfold dist in T. simpl Sum. lra.
    - apply (is_lim_seq_incr_1 (fun n => ln (INR n))), ln_INR_infinite. }
  apply is_lim_seq_unique in P. congruence.
Qed.

(** The sum of d^-g over all d >= 1 converges exactly when g > 1; and for every
    D >= 1 and g > 1 the sum over d > D lies between (D+1)^(1-g) / (g-1) and
    D^(1-g) / (g-1). *)
Theorem p_series_threshold : PSeriesThreshold Rgt 1 0.
Proof.
  split.
  - intros g. split; [|intros Hg; now apply converges].
    intros [l Hl]. destruct (Rle_lt_dec g 1) as [Hg|Hg]; [|exact Hg].
    now apply diverges in Hl.
  - intros [|D] g HD Hg; [lia|]. rewrite Nat.add_0_r, Nat.add_1_r.
    now apply tail.
Qed.

(** ** Controls *)

(** The threshold g >= 1 is refuted: at g = 1 the sum diverges. *)
Theorem p_series_threshold_not_ge : ~ PSeriesThreshold Rge 1 0.
Proof.
  intros [H _]. destruct (proj2 (H 1) (Rle_refl 1)) as [l Hl].
  now apply (diverges 1 l (Rle_refl 1)).
Qed.

(** No lower bound at D itself, whatever the upper one. *)
Theorem p_series_near_not_0 (over : R -> R -> Prop) (far : nat) :
  ~ PSeriesThreshold over 0 far.
Proof.
  intros [_ H]. destruct (H 1%nat 2 ltac:(lia) ltac:(lra)) as (t & Ht & Hl & _).
  apply tail_strict in Ht; [|lra]. change (1 + 0)%nat with 1%nat in Hl.
  unfold primitive, dist in Ht. lra.
Qed.

(** No upper bound at D + 1, whatever the lower one. *)
Theorem p_series_far_not_1 (over : R -> R -> Prop) (near : nat) :
  ~ PSeriesThreshold over near 1.
Proof.
  intros [_ H]. destruct (H 1%nat 2 ltac:(lia) ltac:(lra)) as (t & Ht & _ & Hu).
  apply tail_strict in Ht; [|lra]. change (1 + 1)%nat with 2%nat in Hu.
  unfold primitive, dist in Ht. lra.
Qed.

(** The ends of the tail bound exchanged are refuted. *)
Theorem p_series_threshold_not_exchanged : ~ PSeriesThreshold Rgt 0 1.
Proof. apply p_series_near_not_0. Qed.
