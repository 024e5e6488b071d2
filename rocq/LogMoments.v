(** * The moments of log d at g = 1 against their integrals

    Role: two-sided bounds, at every N, on the excess of M_k(1, N) = sum of
    (log d)^k / d over d <= N over (log N)^(k+1) / (k+1), for k = 0, 1, 2.

    Idea: the terms are values of f(x) = (log x)^k / x, whose primitive is
    (log x)^(k+1) / (k+1). By the mean value theorem one step from n to n + 1
    changes the excess by f(n+1) - f(x) with n < x < n+1. Where f falls (log x >= k)
    the excess falls, and excess - f rises; where f rises the excess rises. So the
    excess at one n bounds it at every later N. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions.
From Ledger Require Import Sums LogBounds.
Local Open Scope R_scope.

(** The term (log x)^k / x as a function of a real x. *)
Definition log_term (k : nat) (x : R) : R := ln x ^ k / x.

(** M_k(1, N) - (log N)^(k+1) / (k+1). *)
Definition excess (k N : nat) : R :=
  log_moment k 1 N - ln (INR N) ^ S k / INR (S k).

(** ** One step *)

(** At g = 1 the weight is 1/d. *)
Lemma weight_1 (i : nat) : weight 1 i = / dist i.
Proof.
  assert (0 < dist i) by (apply lt_0_INR; lia).
  unfold weight. replace (- (1) * ln (dist i)) with (- ln (dist i)) by ring.
  now rewrite exp_Ropp, exp_ln.
Qed.

(** One more distance adds one term. *)
Lemma log_moment_S (k n : nat) :
  log_moment k 1 (S n) = log_moment k 1 n + log_term k (INR (S n)).
Proof. unfold log_moment, log_term. simpl Sum. now rewrite weight_1. Qed.

Local Lemma primitive_derive (k : nat) (x : R) : 0 < x ->
  is_derive (fun y : R => ln y ^ S k / INR (S k)) x (log_term k x).
Proof.
  intros Hx. assert (INR (S k) <> 0) by (apply not_0_INR; lia).
  unfold log_term. auto_derive; [exact Hx|].
  change (match k with O => 1 | S _ => INR k + 1 end) with (INR (S k)).
  field. split; [lra|assumption].
Qed.

Local Lemma step (k n : nat) : (1 <= n)%nat ->
  exists x, INR n < x < INR (S n) /\
    excess k (S n) - excess k n = log_term k (INR (S n)) - log_term k x.
Proof.
  intros Hn. assert (Hp : 0 < INR n) by (apply lt_0_INR; lia).
  destruct (MVT_cor2 (fun y => ln y ^ S k / INR (S k)) (log_term k)
              (INR n) (INR (S n))) as [x [E Hx]].
  - apply lt_INR; lia.
  - intros c Hc. apply is_derive_Reals, primitive_derive. lra.
  - exists x. split; [exact Hx|]. unfold excess. rewrite log_moment_S.
    replace (INR (S n) - INR n) with 1 in E by (rewrite S_INR; ring). lra.
Qed.

(** ** Where the term rises and where it falls *)

Local Lemma term_derive (k : nat) (x : R) : 0 < x ->
  is_derive (log_term k) x ((INR k * ln x ^ pred k - ln x ^ k) / x ^ 2).
Proof. intros Hx. unfold log_term. auto_derive; [lra|field; lra]. Qed.

Local Lemma term_change (k : nat) (x y : R) : 0 < x < y ->
  exists c, x < c < y /\ log_term k y - log_term k x =
    (INR k * ln c ^ pred k - ln c ^ k) * ((y - x) / c ^ 2).
Proof.
  intros Hxy.
  destruct (MVT_cor2 (log_term k)
    (fun c => (INR k * ln c ^ pred k - ln c ^ k) / c ^ 2) x y) as [c [E Hc]].
  - lra.
  - intros c Hc. apply is_derive_Reals, term_derive. lra.
  - exists c. split; [exact Hc|]. rewrite E. field. lra.
Qed.

Local Lemma factor_pos (x y c : R) : 0 < x < c -> c < y -> 0 <= (y - x) / c ^ 2.
Proof.
  intros Hx Hy. left. apply Rdiv_lt_0_compat; [lra|]. apply pow_lt. lra.
Qed.

(** From x on, (log x)^k / x falls as soon as log x >= k. *)
Lemma log_term_decr (k : nat) (x y : R) : 0 < x -> INR k <= ln x -> x < y ->
  log_term k y <= log_term k x.
Proof.
  intros Hx Hk Hxy. destruct (term_change k x y) as [c [Hc E]]; [lra|].
  pose proof (ln_increasing x c Hx ltac:(lra)) as Hl.
  pose proof (factor_pos x y c ltac:(lra) ltac:(lra)) as Hf.
  assert (INR k * ln c ^ pred k - ln c ^ k <= 0); [|nra].
  destruct k as [|k]; [simpl; lra|].
  simpl pred. rewrite <- tech_pow_Rmult.
  assert (0 <= ln c ^ k); [|nra].
  apply pow_le. pose proof (pos_INR (S k)). lra.
Qed.

(** Between 1 and y, (log x)^k / x rises as long as log y <= k, for k >= 1. *)
Lemma log_term_incr (k : nat) (x y : R) : 1 <= x -> x < y -> ln y <= INR (S k) ->
  log_term (S k) x <= log_term (S k) y.
Proof.
  intros Hx Hxy Hk. destruct (term_change (S k) x y) as [c [Hc E]]; [lra|].
  pose proof (ln_increasing c y ltac:(lra) ltac:(lra)) as Hl.
  pose proof (factor_pos x y c ltac:(lra) ltac:(lra)) as Hf.
  assert (0 <= INR (S k) * ln c ^ k - ln c ^ S k); [|simpl pred in E; nra].
  rewrite <- tech_pow_Rmult.
  assert (0 <= ln c ^ k); [|nra].
  apply pow_le. rewrite <- ln_1. apply ln_le; lra.
Qed.

(** ** From one N to all later ones *)

Local Lemma excess_step_decr (k n : nat) : (1 <= n)%nat -> INR k <= ln (INR n) ->
  excess k n - log_term k (INR n) <= excess k (S n) - log_term k (INR (S n)) /\
  excess k (S n) <= excess k n.
Proof.
  intros Hn Hk. assert (Hp : 0 < INR n) by (apply lt_0_INR; lia).
  destruct (step k n Hn) as [x [Hx E]].
  pose proof (ln_increasing (INR n) x Hp ltac:(lra)).
  pose proof (log_term_decr k (INR n) x Hp Hk ltac:(lra)).
  pose proof (log_term_decr k x (INR (S n)) ltac:(lra) ltac:(lra) ltac:(lra)).
  lra.
Qed.

(** Where the term falls, from n on: the excess falls, and the excess minus the
    last term rises. *)
Lemma excess_range (k n N : nat) : (1 <= n <= N)%nat -> INR k <= ln (INR n) ->
  excess k n - log_term k (INR n) + log_term k (INR N) <= excess k N /\
  excess k N <= excess k n.
Proof.
  intros [Hn HN] Hk. induction HN as [|N HN IH]; [lra|].
  destruct (excess_step_decr k N) as [A B]; [lia| |lra].
  apply (Rle_trans _ _ _ Hk), ln_le; [apply lt_0_INR; lia|now apply le_INR].
Qed.

(** Where the term rises, up to n: the excess rises. *)
Lemma excess_incr (k n N : nat) : (1 <= N <= n)%nat -> ln (INR n) <= INR (S k) ->
  excess (S k) N <= excess (S k) n.
Proof.
  intros [HN Hn] Hk. induction Hn as [|n Hn IH]; [lra|].
  assert (Hp : 1 <= INR N) by (now apply (le_INR 1)).
  assert (Hm : INR N <= INR n) by (now apply le_INR).
  destruct (step (S k) n) as [x [Hx E]]; [lia|].
  pose proof (log_term_incr k x (INR (S n)) ltac:(lra) ltac:(lra) Hk).
  assert (Hm' : ln (INR n) <= INR (S k)); [|specialize (IH Hm'); lra].
  apply (Rle_trans _ (ln (INR (S n)))); [apply ln_le; lra|exact Hk].
Qed.

(** The terms are not negative. *)
Lemma log_term_nonneg (k N : nat) : (1 <= N)%nat -> 0 <= log_term k (INR N).
Proof.
  intros HN. assert (1 <= INR N) by (now apply (le_INR 1)).
  apply Rmult_le_pos; [|left; apply Rinv_0_lt_compat; lra].
  apply pow_le. rewrite <- ln_1. apply ln_le; lra.
Qed.
