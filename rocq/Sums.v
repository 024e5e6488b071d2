(** * Finite sums: what every other proof module needs of [Sum]

    Role: the algebra of [Sum] (extensionality, linearity, order, splitting,
    exchange, reordering), its derivative in a parameter, and its reading as the
    partial sum of a series.

    Decision: [Sum] has its own few lemmas rather than those of [sum_f_R0] or
    [sum_n], whose upper bound is included: a sum over i < n may be empty. *)

From Coq Require Import Reals List Permutation Lra Lia.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions.
Local Open Scope R_scope.

(** ** Linearity *)

(** Terms that agree below n have the same sum. *)
Lemma Sum_ext (n : nat) (f h : nat -> R) :
  (forall i, (i < n)%nat -> f i = h i) -> Sum n f = Sum n h.
Proof.
  induction n as [|n IH]; intros H; simpl; [reflexivity|].
  rewrite IH by (intros; apply H; lia). rewrite H by lia. reflexivity.
Qed.

(** The sum of zeros. *)
Lemma Sum_zero (n : nat) : Sum n (fun _ => 0) = 0.
Proof. induction n as [|n IH]; simpl; lra. Qed.

(** The sum of a sum of terms. *)
Lemma Sum_plus (n : nat) (f h : nat -> R) :
  Sum n (fun i => f i + h i) = Sum n f + Sum n h.
Proof. induction n as [|n IH]; simpl; [|rewrite IH]; ring. Qed.

(** The sum of a difference of terms. *)
Lemma Sum_minus (n : nat) (f h : nat -> R) :
  Sum n (fun i => f i - h i) = Sum n f - Sum n h.
Proof. induction n as [|n IH]; simpl; [|rewrite IH]; ring. Qed.

(** A constant factor comes out of a sum, ... *)
Lemma Sum_scal (n : nat) (c : R) (f : nat -> R) :
  Sum n (fun i => c * f i) = c * Sum n f.
Proof. induction n as [|n IH]; simpl; [|rewrite IH]; ring. Qed.

(** ... from the right as well. *)
Lemma Sum_scal_r (n : nat) (c : R) (f : nat -> R) :
  Sum n (fun i => f i * c) = Sum n f * c.
Proof. induction n as [|n IH]; simpl; [|rewrite IH]; ring. Qed.

(** ** Order *)

(** Terms in order have sums in order. *)
Lemma Sum_le (n : nat) (f h : nat -> R) :
  (forall i, (i < n)%nat -> f i <= h i) -> Sum n f <= Sum n h.
Proof.
  induction n as [|n IH]; intros H; simpl; [lra|].
  apply Rplus_le_compat; [apply IH; intros; apply H|apply H]; lia.
Qed.

(** Terms that are not negative have a sum that is not negative, ... *)
Lemma Sum_nonneg (n : nat) (f : nat -> R) :
  (forall i, (i < n)%nat -> 0 <= f i) -> 0 <= Sum n f.
Proof. intros H. rewrite <- (Sum_zero n). now apply Sum_le. Qed.

(** ... and at least as large as each of them. *)
Lemma Sum_ge_term (n : nat) (f : nat -> R) (k : nat) :
  (forall i, (i < n)%nat -> 0 <= f i) -> (k < n)%nat -> f k <= Sum n f.
Proof.
  induction n as [|n IH]; intros H Hk; [lia|]; simpl.
  assert (0 <= Sum n f) by (apply Sum_nonneg; intros; apply H; lia).
  assert (0 <= f n) by (apply H; lia).
  destruct (Nat.eq_dec k n) as [->|Hne]; [lra|].
  assert (f k <= Sum n f) by (apply IH; [intros; apply H|]; lia). lra.
Qed.

(** Positive terms have a positive sum. *)
Lemma Sum_pos (n : nat) (f : nat -> R) :
  (1 <= n)%nat -> (forall i, (i < n)%nat -> 0 < f i) -> 0 < Sum n f.
Proof.
  intros Hn H. apply Rlt_le_trans with (f 0%nat); [apply H; lia|].
  apply Sum_ge_term; [intros; apply Rlt_le, H|]; lia.
Qed.

(** Non-negative terms whose sum is 0 are all 0. *)
Lemma Sum_eq_0 (n : nat) (f : nat -> R) :
  (forall i, (i < n)%nat -> 0 <= f i) -> Sum n f = 0 ->
  forall i, (i < n)%nat -> f i = 0.
Proof.
  intros H E i Hi. pose proof (Sum_ge_term n f i H Hi). specialize (H i Hi). lra.
Qed.

(** Terms in order whose sums are equal are equal. *)
Lemma Sum_eq_terms (n : nat) (f h : nat -> R) :
  (forall i, (i < n)%nat -> f i <= h i) -> Sum n f = Sum n h ->
  forall i, (i < n)%nat -> f i = h i.
Proof.
  intros H E i Hi. enough (h i - f i = 0) by lra.
  apply (Sum_eq_0 n (fun i => h i - f i)); [|rewrite Sum_minus; lra|exact Hi].
  intros j Hj. specialize (H j Hj). lra.
Qed.

(** ** Splitting, exchange, single terms *)

(** A telescoping sum. *)
Lemma Sum_telescope (n : nat) (a : nat -> R) :
  Sum n (fun i => a i - a (S i)) = a 0%nat - a n.
Proof. induction n as [|n IH]; simpl; [|rewrite IH]; ring. Qed.

(** A sum over n + m indices is one over n and one over m. *)
Lemma Sum_split (n m : nat) (f : nat -> R) :
  Sum (n + m) f = Sum n f + Sum m (fun i => f (n + i)%nat).
Proof.
  induction m as [|m IH]; simpl; [rewrite Nat.add_0_r; ring|].
  rewrite Nat.add_succ_r. simpl. rewrite IH. ring.
Qed.

(** Two sums change places. *)
Lemma Sum_swap (n m : nat) (f : nat -> nat -> R) :
  Sum n (fun i => Sum m (fun j => f i j)) = Sum m (fun j => Sum n (fun i => f i j)).
Proof.
  induction n as [|n IH]; simpl; [symmetry; apply Sum_zero|].
  now rewrite IH, Sum_plus.
Qed.

(** A sum in which one index only is not crossed out. *)
Lemma Sum_pick (n : nat) (f : nat -> R) (y : nat) : (y < n)%nat ->
  Sum n (fun x => f x * (if Nat.eq_dec x y then 1 else 0)) = f y.
Proof.
  intros Hy. replace n with (y + S (n - S y))%nat by lia.
  rewrite Sum_split, (Sum_ext y _ (fun _ => 0)), Sum_zero.
  2: { intros i Hi. destruct (Nat.eq_dec i y); [lia|ring]. }
  replace (S (n - S y)) with (1 + (n - S y))%nat by lia.
  rewrite Sum_split, (Sum_ext (n - S y) _ (fun _ => 0)), Sum_zero.
  2: { intros i Hi. destruct (Nat.eq_dec (y + (1 + i)) y); [lia|ring]. }
  simpl. rewrite Nat.add_0_r. destruct (Nat.eq_dec y y); [ring|congruence].
Qed.

(** ** Reordering *)

Local Definition list_Sum (f : nat -> R) (l : list nat) : R :=
  fold_right (fun i acc => f i + acc) 0 l.

Local Lemma list_Sum_Permutation (f : nat -> R) (l l' : list nat) :
  Permutation l l' -> list_Sum f l = list_Sum f l'.
Proof. intros H. induction H; simpl; lra. Qed.

Local Lemma Sum_list (n : nat) (f : nat -> R) : Sum n f = list_Sum f (seq 0 n).
Proof.
  assert (A : forall l l', list_Sum f (l ++ l') = list_Sum f l + list_Sum f l')
    by (intros l l'; induction l; simpl; lra).
  induction n as [|n IH]; [reflexivity|].
  rewrite seq_S, A, <- IH. simpl. ring.
Qed.

Local Lemma permutes_seq (n : nat) (perm : nat -> nat) : permutes n perm ->
  Permutation (map perm (seq 0 n)) (seq 0 n).
Proof.
  intros [Hin Hinj]. apply NoDup_Permutation_bis.
  - assert (H : forall l, NoDup l -> (forall i, In i l -> (i < n)%nat) -> NoDup (map perm l)).
    { induction 1 as [|a l Ha Hl IH]; intros Hlt; simpl; constructor.
      - intros H. apply in_map_iff in H as (b & Hb & Hbl).
        assert (b = a) by (apply Hinj; auto with datatypes). congruence.
      - apply IH. auto with datatypes. }
    apply H; [apply seq_NoDup|]. intros i Hi. apply in_seq in Hi. lia.
  - rewrite map_length. apply Nat.le_refl.
  - intros j Hj. apply in_map_iff in Hj as (i & <- & Hi).
    apply in_seq in Hi. apply in_seq. specialize (Hin i). lia.
Qed.

(** Reordering the terms leaves the sum. *)
Lemma Sum_permute (n : nat) (perm : nat -> nat) (f : nat -> R) :
  permutes n perm -> Sum n (fun i => f (perm i)) = Sum n f.
Proof.
  intros H. rewrite !Sum_list, <- (list_Sum_Permutation f _ _ (permutes_seq n perm H)).
  induction (seq 0 n) as [|i l IH]; simpl; [reflexivity|]. now rewrite IH.
Qed.

(** ** Calculus *)

(** A sum of differentiable terms has the sum of their derivatives. *)
Lemma Sum_is_derive (n : nat) (f df : nat -> R -> R) (x : R) :
  (forall i, (i < n)%nat -> is_derive (f i) x (df i x)) ->
  is_derive (fun t : R => Sum n (fun i => f i t)) x (Sum n (fun i => df i x)).
Proof.
  induction n as [|n IH]; intros H.
  - apply (is_derive_const (K := R_AbsRing) (V := R_NormedModule) 0 x).
  - apply (is_derive_plus (fun t : R => Sum n (fun i => f i t)) (f n)).
    + apply IH; intros; apply H; lia.
    + apply H; lia.
Qed.

(** The partial sum of a series up to the index n is the sum over i < n + 1. *)
Lemma sum_n_Sum (f : nat -> R) (n : nat) : sum_n f n = Sum (S n) f.
Proof.
  induction n as [|n IH].
  - rewrite sum_O. simpl. ring.
  - rewrite sum_Sn, IH. reflexivity.
Qed.

(** A series has the sum l exactly when its sums over i < n tend to l. *)
Lemma is_series_Sum (f : nat -> R) (l : R) :
  is_series f l <-> is_lim_seq (fun n => Sum n f) l.
Proof.
  rewrite (is_lim_seq_incr_1 (fun n => Sum n f)).
  split; intros H.
  - apply (is_lim_seq_ext (sum_n f)); [apply sum_n_Sum|exact H].
  - apply (is_lim_seq_ext (fun n => Sum (S n) f) (sum_n f) l);
      [intros; symmetry; apply sum_n_Sum|exact H].
Qed.
