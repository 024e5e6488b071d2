(** * How the mass grows with the number of distances

    Role: proves [Statements.PartitionGrowth 1]; refutes the growth without its
    divisor 1 - g. [PartitionWindows] builds on it.

    Idea: a primitive P of x^-g rises from n to n+1 by something between (n+1)^-g and
    n^-g, by the mean value theorem; the steps telescope. Two primitives are needed:
    x^(1-g)/(1-g), and log x at g = 1. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums Moments LogBounds.
Local Open Scope R_scope.

(** ** A primitive of x^-g bounds the sum from both sides *)

Lemma exp_monotone (x y : R) : x <= y -> exp x <= exp y.
Proof. intros [H| ->]; [left; now apply exp_increasing|apply Rle_refl]. Qed.

Section Primitive.

Variables (g : R) (P : R -> R).
Hypothesis g_nonneg : 0 <= g.
Hypothesis P_derive : forall x, 0 < x -> is_derive P x (exp (- g * ln x)).

Local Lemma step (i : nat) :
  weight g (S i) <= P (dist (S i)) - P (dist i) <= weight g i.
Proof.
  assert (Hp : 0 < dist i) by (apply lt_0_INR; lia).
  assert (E1 : dist (S i) = dist i + 1) by apply S_INR.
  destruct (MVT_cor2 P (fun x => exp (- g * ln x)) (dist i) (dist (S i)))
    as [x [E Hx]]; [lra| |].
  - intros c Hc. apply is_derive_Reals, P_derive; lra.
  - replace (P (dist (S i)) - P (dist i)) with (exp (- g * ln x))
      by (rewrite E1 in E at 2; lra).
    pose proof (ln_increasing (dist i) x Hp ltac:(lra)).
    pose proof (ln_increasing x (dist (S i)) ltac:(lra) ltac:(lra)).
    unfold weight. split; apply exp_monotone; nra.
Qed.

Local Lemma sum_lower (N : nat) : P (INR (N + 1)) - P 1 <= Z g N.
Proof.
  replace (P (INR (N + 1)) - P 1) with (- (P (dist 0) - P (dist N)))
    by (unfold dist; rewrite Nat.add_1_r; simpl (INR 1); ring).
  rewrite <- (Sum_telescope N (fun i => P (dist i))).
  apply Ropp_le_cancel. rewrite Ropp_involutive.
  replace (- Z g N) with (Sum N (fun i => -1 * weight g i))
    by (rewrite Sum_scal; unfold Z; ring).
  apply Sum_le. intros i _. pose proof (step i). lra.
Qed.

Local Lemma sum_upper (N : nat) : (1 <= N)%nat -> Z g N <= 1 + (P (INR N) - P 1).
Proof.
  destruct N as [|n]; [lia|]. intros _. induction n as [|n IH].
  - unfold Z, weight. simpl Sum. unfold dist. simpl (INR 1). rewrite ln_1, Rmult_0_r, exp_0. lra.
  - pose proof (step n) as Hs. unfold dist in Hs.
    change (Z g (S (S n))) with (Z g (S n) + weight g (S n)). lra.
Qed.

End Primitive.

(** ** The two primitives *)

Local Definition power (g x : R) : R := Rpower x (1 - g) / (1 - g).

Local Lemma power_derive (g x : R) : g <> 1 -> 0 < x ->
  is_derive (power g) x (exp (- g * ln x)).
Proof.
  intros Hg Hx. unfold power, Rpower. auto_derive; [lra|].
  replace ((1 - g) * ln x) with (- g * ln x + ln x) by ring.
  rewrite exp_plus, exp_ln by exact Hx. field. lra.
Qed.

Local Lemma log_derive (x : R) : 0 < x -> is_derive ln x (exp (- (1) * ln x)).
Proof.
  intros Hx. replace (exp (- (1) * ln x)) with (/ x).
  - apply is_derive_Reals, derivable_pt_lim_ln, Hx.
  - replace (- (1) * ln x) with (- ln x) by ring. now rewrite exp_Ropp, exp_ln.
Qed.

Local Lemma power_at_1 (g : R) : Rpower 1 (1 - g) = 1.
Proof. unfold Rpower. now rewrite ln_1, Rmult_0_r, exp_0. Qed.

Local Lemma power_bounds (g : R) (N : nat) : 0 <= g -> g <> 1 -> (1 <= N)%nat ->
  (Rpower (INR (N + 1)) (1 - g) - 1) / (1 - g) <= Z g N /\
  Z g N <= 1 + (Rpower (INR N) (1 - g) - 1) / (1 - g).
Proof.
  intros H0 H1 HN.
  pose proof (sum_lower g (power g) H0 (fun x => power_derive g x H1) N) as L.
  pose proof (sum_upper g (power g) H0 (fun x => power_derive g x H1) N HN) as U.
  unfold power in L, U. rewrite power_at_1 in L, U. unfold Rdiv in *. lra.
Qed.

Lemma log_bounds (N : nat) : (1 <= N)%nat ->
  ln (INR (N + 1)) <= Z 1 N /\ Z 1 N <= 1 + ln (INR N).
Proof.
  intros HN.
  pose proof (sum_lower 1 ln ltac:(lra) log_derive N) as L.
  pose proof (sum_upper 1 ln ltac:(lra) log_derive N HN) as U.
  rewrite ln_1 in L, U. lra.
Qed.

(** ** Limits *)

(** N^(g-1) tends to 0 for g < 1. *)
Local Lemma inverse_power_limit (g : R) : g < 1 ->
  is_lim_seq (fun N => / Rpower (INR N) (1 - g)) 0.
Proof.
  intros Hg.
  apply (is_lim_seq_le_le_loc (fun _ => 0) _ (fun N => / (1 - g) * / ln (INR N))).
  - exists 2%nat. intros N HN.
    assert (Hl : 0 < ln (INR N)).
    { pose proof (ln_INR_ge_ln_2 N HN). pose proof ln_lt_2. lra. }
    assert (Hy : 0 < (1 - g) * ln (INR N)) by (apply Rmult_lt_0_compat; lra).
    unfold Rpower. split; [left; apply Rinv_0_lt_compat, exp_pos|].
    rewrite <- Rinv_mult. apply Rinv_le_contravar; [exact Hy|].
    pose proof (exp_ineq1_le ((1 - g) * ln (INR N))). lra.
  - apply is_lim_seq_const.
  - replace (Finite 0) with (Rbar_mult (/ (1 - g)) 0) by (simpl; f_equal; ring).
    apply is_lim_seq_scal_l, inv_ln_INR_limit.
Qed.

Lemma power_limit (g : R) : 0 <= g < 1 ->
  is_lim_seq (fun N => Z g N / Rpower (INR N) (1 - g)) (1 / (1 - g)).
Proof.
  intros Hg. set (r := fun N => / Rpower (INR N) (1 - g)).
  assert (Hr : is_lim_seq r 0) by (apply inverse_power_limit; lra).
  apply (is_lim_seq_le_le_loc
           (fun N => / (1 - g) - / (1 - g) * r N) _
           (fun N => / (1 - g) + (1 - / (1 - g)) * r N)).
  - exists 1%nat. intros N HN.
    destruct (power_bounds g N ltac:(lra) ltac:(lra) HN) as [L U].
    assert (Hp : 0 < Rpower (INR N) (1 - g)) by apply exp_pos.
    assert (Hi : 0 < / (1 - g)) by (apply Rinv_0_lt_compat; lra).
    assert (Hm : Rpower (INR N) (1 - g) <= Rpower (INR (N + 1)) (1 - g)).
    { apply Rle_Rpower_l; [lra|]. split; [apply lt_0_INR; lia|apply le_INR; lia]. }
    unfold r. split; apply (Rmult_le_reg_r _ _ _ Hp).
    + replace (Z g N / Rpower (INR N) (1 - g) * Rpower (INR N) (1 - g)) with (Z g N)
        by (field; lra).
      replace ((/ (1 - g) - / (1 - g) * / Rpower (INR N) (1 - g)) * Rpower (INR N) (1 - g))
        with ((Rpower (INR N) (1 - g) - 1) * / (1 - g)) by (field; lra).
      unfold Rdiv in L.
      pose proof (Rmult_le_compat_r (/ (1 - g)) _ _ (Rlt_le _ _ Hi) Hm). lra.
    + replace (Z g N / Rpower (INR N) (1 - g) * Rpower (INR N) (1 - g)) with (Z g N)
        by (field; lra).
      replace ((/ (1 - g) + (1 - / (1 - g)) * / Rpower (INR N) (1 - g)) * Rpower (INR N) (1 - g))
        with (1 + (Rpower (INR N) (1 - g) - 1) / (1 - g)) by (field; lra).
      exact U.
  - replace (Finite (1 / (1 - g))) with (Finite (/ (1 - g) - / (1 - g) * 0)) by (f_equal; field; lra).
    apply is_lim_seq_minus'; [apply is_lim_seq_const|].
    apply (is_lim_seq_scal_l r (/ (1 - g)) 0 Hr).
  - replace (Finite (1 / (1 - g))) with (Finite (/ (1 - g) + (1 - / (1 - g)) * 0)) by (f_equal; field; lra).
    apply is_lim_seq_plus'; [apply is_lim_seq_const|].
    apply (is_lim_seq_scal_l r (1 - / (1 - g)) 0 Hr).
Qed.

Lemma log_limit : is_lim_seq (fun N => Z 1 N / ln (INR N)) 1.
Proof.
  apply (is_lim_seq_le_le_loc (fun _ => 1) _ (fun N => 1 + / ln (INR N))).
  - exists 2%nat. intros N HN. destruct (log_bounds N ltac:(lia)) as [L U].
    assert (Hl : 0 < ln (INR N)).
    { pose proof (ln_INR_ge_ln_2 N HN). pose proof ln_lt_2. lra. }
    assert (Hm : ln (INR N) <= ln (INR (N + 1))).
    { apply ln_le; [apply lt_0_INR; lia|apply le_INR; lia]. }
    split; apply (Rmult_le_reg_r _ _ _ Hl);
      replace (Z 1 N / ln (INR N) * ln (INR N)) with (Z 1 N) by (field; lra).
    + lra.
    + replace ((1 + / ln (INR N)) * ln (INR N)) with (1 + ln (INR N)) by (field; lra). lra.
  - apply is_lim_seq_const.
  - replace (Finite 1) with (Finite (1 + 0)) by (f_equal; ring).
    apply is_lim_seq_plus'; [apply is_lim_seq_const|apply inv_ln_INR_limit].
Qed.

(** For 0 <= g < 1 the mass grows as N^(1-g)/(1-g), at g = 1 as log N, with bounds at
    every N. *)
Theorem partition_growth : PartitionGrowth 1.
Proof.
  split; [|split; [|split]].
  - intros g N H0 H1 HN. rewrite pow_1. now apply power_bounds.
  - exact log_bounds.
  - intros g Hg. rewrite pow_1. now apply power_limit.
  - exact log_limit.
Qed.

(** Without the divisor 1 - g the limit is refuted, at g = 1/2. *)
Theorem partition_growth_not_0 : ~ PartitionGrowth 0.
Proof.
  intros (_ & _ & H & _). specialize (H (1 / 2) ltac:(lra)).
  pose proof (power_limit (1 / 2) ltac:(lra)) as T.
  apply is_lim_seq_unique in H, T. rewrite H in T. simpl in T. injection T. lra.
Qed.
