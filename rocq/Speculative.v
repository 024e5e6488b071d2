(** * Speculative decoding puts out the target's law exactly

    Role: proves [Statements.SpeculativeExact positive_part] and
    [Statements.SpeculativeSequenceExact positive_part], and refutes the target
    itself as the residual in each.

    Idea: a drafted token is kept with total probability
    q x * min (1, p x / q x) = min (p x, q x). What is missing from p,
    p - min (p, q) = max (p - q, 0), is the residual, and its total is the
    probability of a rejection. If that is 0 then no draft is rejected and the kept
    part is all of p. So every token of a block has the law of the target, whatever
    is drafted after it. *)

From Coq Require Import Reals List Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums.
Local Open Scope R_scope.

(** ** One drafted token *)

Local Lemma kept p q : 0 <= p -> 0 <= q -> q * acceptance p q = Rmin p q.
Proof.
  intros Hp Hq. unfold acceptance. destruct (Req_EM_T q 0) as [->|ne].
  - rewrite Rmin_right by assumption. ring.
  - assert (Hr : q * (p / q) = p) by (field; assumption).
    unfold Rmin at 1. destruct (Rle_dec 1 (p / q)) as [H|H].
    + apply (Rmult_le_compat_l q) in H; [|assumption]. rewrite Rmin_right; lra.
    + rewrite Hr, Rmin_left; [reflexivity|]. apply Rnot_le_lt, Rlt_le in H.
      apply (Rmult_le_compat_l q) in H; lra.
Qed.

(** The output law in two parts: the tokens kept, and the replacements of those rejected. *)
Local Lemma speculative_law_parts n residual p q fallback y :
  distribution n p -> distribution n q -> (y < n)%nat ->
  speculative_law n residual p q fallback y =
  Rmin (p y) (q y)
  + (1 - Sum n (fun x => Rmin (p x) (q x))) * replacement n residual p q fallback y.
Proof.
  intros [Hp _] [Hq Sq] Hy. unfold speculative_law.
  set (c := replacement n residual p q fallback y).
  rewrite (Sum_ext _ _ (fun x =>
    Rmin (p x) (q x) * (if Nat.eq_dec x y then 1 else 0) + (q x - Rmin (p x) (q x)) * c)).
  - rewrite Sum_plus, Sum_pick, Sum_scal_r, Sum_minus, Sq by assumption. reflexivity.
  - intros x Hx. rewrite <- (kept (p x) (q x)) by auto. ring.
Qed.

Local Lemma missing p q : p - Rmin p q = positive_part p q.
Proof.
  unfold positive_part, Rmax. destruct (Rle_dec (p - q) 0).
  - rewrite Rmin_left; lra.
  - rewrite Rmin_right; lra.
Qed.

Local Lemma missing_total n p q : distribution n p ->
  Sum n (fun x => positive_part (p x) (q x)) = 1 - Sum n (fun x => Rmin (p x) (q x)).
Proof.
  intros [_ Sp]. rewrite <- Sp, <- Sum_minus. apply Sum_ext. intros; symmetry; apply missing.
Qed.

Local Lemma acceptance_is_overlap n p q : distribution n p -> distribution n q ->
  acceptance_probability n p q = Sum n (fun x => Rmin (p x) (q x)).
Proof. intros [Hp _] [Hq _]. apply Sum_ext. intros; apply kept; auto. Qed.

(** The overlap of p and q is 1 less their total variation, as min (a, b) is
    (a + b - |a - b|) / 2. *)
Local Lemma overlap_is_1_less_TV n p q : distribution n p -> distribution n q ->
  Sum n (fun x => Rmin (p x) (q x)) = 1 - total_variation n p q.
Proof.
  intros [_ Sp] [_ Sq]. unfold total_variation.
  replace 1 with (/ 2 * (Sum n p + Sum n q)) by (rewrite Sp, Sq; field).
  rewrite <- Sum_plus, <- !Sum_scal, <- Sum_minus. apply Sum_ext. intros i _.
  unfold Rmin, Rabs. destruct (Rle_dec (p i) (q i)), (Rcase_abs (p i - q i)); lra.
Qed.

(** The output law is the target's, and a drafted token is kept with probability
    1 - TV(p, q) = sum of min (p, q). *)
Theorem speculative_exact : SpeculativeExact positive_part.
Proof.
  intros n p q fallback Hp Hq. split; [intros y Hy|split].
  - rewrite speculative_law_parts by assumption. unfold replacement.
    destruct (Req_EM_T _ 0) as [H0|H0].
    + assert (H := Sum_eq_0 _ _ (fun x _ => Rmax_r _ _) H0 y Hy).
      rewrite missing_total in H0 by assumption.
      rewrite H0. assert (M := missing (p y) (q y)). unfold positive_part in M. lra.
    + rewrite <- missing_total, <- missing by assumption. field. assumption.
  - rewrite acceptance_is_overlap by assumption. apply overlap_is_1_less_TV; assumption.
  - apply acceptance_is_overlap; assumption.
Qed.

(** ** Blocks of drafted tokens *)

(** One step of a block, in the same two parts. *)
Local Lemma sequence_step n residual (p q fallback : list nat -> vector) past y :
  distribution n (p past) -> distribution n (q past) -> (y < n)%nat ->
  q past y * acceptance (p past y) (q past y)
  + Sum n (fun x => q past x * (1 - acceptance (p past x) (q past x)))
    * replacement n residual (p past) (q past) (fallback past) y
  = speculative_law n residual (p past) (q past) (fallback past) y.
Proof.
  intros Dp Dq Hy. rewrite speculative_law_parts by assumption.
  destruct Dp as [Hp _], Dq as [Hq Sq]. rewrite kept by auto.
  replace (Sum n (fun x => q past x * (1 - acceptance (p past x) (q past x))))
    with (1 - Sum n (fun x => Rmin (p past x) (q past x))); [reflexivity|].
  rewrite <- Sq at 1. rewrite <- Sum_minus. apply Sum_ext. intros x Hx.
  rewrite <- (kept (p past x) (q past x)) by auto. ring.
Qed.

(** Blocks of any length give every sequence the probability that the target gives it. *)
Theorem speculative_sequence_exact : SpeculativeSequenceExact positive_part.
Proof.
  intros n p q fallback D block left past tokens H. revert left past.
  induction H as [|y rest Hy Hrest IH]; intros left past; [reflexivity|].
  destruct (D past) as [Hp Hq], left as [|more]; simpl; rewrite !IH; [reflexivity|].
  rewrite <- Rmult_plus_distr_r, sequence_step by assumption.
  now rewrite (proj1 (speculative_exact n _ _ (fallback past) Hp Hq) y Hy).
Qed.

(** ** Controls *)

(** The witness: a fair coin as target, a draft that always says 0. *)
Local Definition coin : vector := fun _ => / 2.
Local Definition always_0 : vector := fun i => match i with 0%nat => 1 | _ => 0 end.

Local Lemma witness_distributions : distribution 2 coin /\ distribution 2 always_0.
Proof.
  unfold coin. repeat split; try (simpl; lra); intros i _; [lra|destruct i; simpl; lra].
Qed.

(** Drawn from the target itself after a rejection, token 0 comes out with
    probability 3/4. *)
Local Lemma whole_target_law fallback :
  speculative_law 2 whole_target coin always_0 fallback 0 = 3 / 4.
Proof.
  destruct witness_distributions as [Dp Dq].
  rewrite speculative_law_parts by (assumption || lia).
  unfold replacement, whole_target, coin.
  simpl. rewrite Rmin_left, Rmin_right by lra.
  destruct (Req_EM_T _ 0) as [H0|H0]; lra.
Qed.

(** A replacement drawn from the target instead of max (p - q, 0) is refuted, ... *)
Theorem speculative_exact_not_target : ~ SpeculativeExact whole_target.
Proof.
  intros H. destruct witness_distributions as [Dp Dq].
  destruct (H 2%nat _ _ always_0 Dp Dq) as [Ha _].
  specialize (Ha 0%nat ltac:(lia)). rewrite whole_target_law in Ha. unfold coin in Ha. lra.
Qed.

(** ... and so it is in blocks: one token, of a block of one. *)
Theorem speculative_sequence_exact_not_target : ~ SpeculativeSequenceExact whole_target.
Proof.
  intros H. destruct witness_distributions as [Dp Dq].
  specialize (H 2%nat (fun _ => coin) (fun _ => always_0) (fun _ => always_0)
    (fun _ => conj Dp Dq) 1%nat 1%nat nil (cons 0%nat nil)).
  cbn [speculative_sequence_law sequence_law] in H. rewrite !Rmult_1_r in H.
  rewrite (sequence_step 2 whole_target (fun _ => coin) (fun _ => always_0)
    (fun _ => always_0) nil 0 Dp Dq ltac:(lia)), whole_target_law in H.
  unfold coin in H. enough (3 / 4 = / 2) by lra. apply H. repeat constructor.
Qed.
