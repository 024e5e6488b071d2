(** * Softmax block by block

    Role: proves [Statements.OnlineSoftmax rescaling], shows that the factor is
    forced, and refutes the merge without it.

    Idea: a state (max, sum, output) is a row seen through exp (. - max), and
    passing to a larger max multiplies sum and output by exp (old max - new max);
    two such steps multiply to one. *)

From Coq Require Import Reals List FunctionalExtensionality Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums.
Local Open Scope R_scope.

Local Lemma rescaling_twice : forall a b c, rescaling b c * rescaling a b = rescaling a c.
Proof. intros. unfold rescaling. rewrite <- exp_plus. f_equal. ring. Qed.

Local Lemma state_ext : forall a b : softmax_state, running_max a = running_max b ->
  running_sum a = running_sum b ->
  (forall c, running_output a c = running_output b c) -> a = b.
Proof.
  intros [ma la oa] [mb lb ob]; simpl; intros -> -> H. f_equal.
  apply functional_extensionality, H.
Qed.

(** The merge with the rescaling factor is associative, on all states. *)
Lemma merge_assoc : forall a b c, merge rescaling a (merge rescaling b c) =
  merge rescaling (merge rescaling a b) c.
Proof.
  intros a b c. unfold merge. apply state_ext; simpl.
  - apply Rmax_assoc.
  - rewrite <- Rmax_assoc, !Rmult_plus_distr_l, <- !Rmult_assoc, !rescaling_twice. ring.
  - intros i.
    rewrite <- Rmax_assoc, !Rmult_plus_distr_l, <- !Rmult_assoc, !rescaling_twice. ring.
Qed.

(** The largest of a + b entries, with b >= 1. *)
Local Lemma largest_split : forall (x : vector) a b, (0 < b)%nat ->
  largest (a + b) x = Rmax (largest a x) (largest b (fun i => x (a + i)%nat)).
Proof.
  intros x a. induction b as [|b IH]; intros Hb; [lia|].
  rewrite Nat.add_succ_r. simpl. destruct b as [|b].
  - simpl. rewrite !Nat.add_0_r, (Rmax_left (x a)) by lra. reflexivity.
  - rewrite IH by lia. now rewrite <- Rmax_assoc.
Qed.

Local Lemma largest_ext : forall (x y : vector) n, (forall i, x i = y i) ->
  largest n x = largest n y.
Proof. intros x y n H. induction n as [|n IH]; simpl; now rewrite ?IH, !H. Qed.

(** Weights taken against another maximum differ by the rescaling factor. *)
Local Lemma Sum_rescaled : forall len (x : nat -> R) g old new,
  Sum len (fun i => exp (x i - new) * g i) =
  rescaling old new * Sum len (fun i => exp (x i - old) * g i).
Proof.
  intros. rewrite <- Sum_scal. apply Sum_ext. intros i _.
  rewrite <- Rmult_assoc. f_equal. symmetry. apply rescaling_twice.
Qed.

Local Lemma Sum_rescaled_weights : forall len (x : nat -> R) old new,
  Sum len (fun i => exp (x i - new)) =
  rescaling old new * Sum len (fun i => exp (x i - old)).
Proof.
  intros. rewrite <- Sum_scal. apply Sum_ext. intros i _. symmetry. apply rescaling_twice.
Qed.

(** Two adjacent blocks merge to the state of their union. *)
Local Lemma merge_blocks : forall s v start a b, (0 < b)%nat ->
  merge rescaling (softmax_block s v start a) (softmax_block s v (start + a) b) =
  softmax_block s v start (a + b).
Proof.
  intros s v start a b Hb.
  assert (M : largest (a + b) (fun i => s (start + i)%nat) =
    Rmax (largest a (fun i => s (start + i)%nat))
         (largest b (fun i => s (start + a + i)%nat))).
  { rewrite largest_split by assumption. f_equal. apply largest_ext.
    intros i. f_equal. lia. }
  apply state_ext; simpl; rewrite M.
  - reflexivity.
  - rewrite Sum_split. rewrite <- !Sum_rescaled_weights. f_equal.
    apply Sum_ext. intros i _. rewrite Nat.add_assoc. reflexivity.
  - intros c. rewrite Sum_split. rewrite <- !Sum_rescaled. f_equal.
    apply Sum_ext. intros i _. rewrite Nat.add_assoc. reflexivity.
Qed.

(** One pass over the blocks gives the state of the row. *)
Local Lemma online_row : forall s v lens first, List.Forall (fun len => (0 < len)%nat) lens ->
  online rescaling s v first (softmax_block s v 0 first) lens =
  softmax_block s v 0 (first + list_sum lens).
Proof.
  intros s v. induction lens as [|len rest IH]; intros first H; simpl.
  - rewrite Nat.add_0_r. reflexivity.
  - inversion_clear H.
    pose proof (merge_blocks s v 0 first len ltac:(assumption)) as M. simpl in M.
    rewrite M, IH by assumption. f_equal. lia.
Qed.

(** The state of a row, divided, is its softmax-weighted mean. *)
Local Lemma normalised_block : forall s v n c, (0 < n)%nat ->
  normalised (softmax_block s v 0 n) c = softmax_row n s v c.
Proof.
  intros s v n c Hn. unfold normalised, softmax_row, weighted_mean. simpl.
  set (m := largest n (fun i => s i)).
  assert (H : 0 < Sum n (fun j => exp (s j)))
    by (apply Sum_pos; [lia|intros; apply exp_pos]).
  rewrite (Sum_ext n (fun j => exp (s j) * v j c) (fun j => exp (s j - 0) * v j c))
    by (intros; rewrite Rminus_0_r; reflexivity).
  rewrite (Sum_ext n (fun j => exp (s j)) (fun j => exp (s j - 0))) in *
    by (intros; rewrite Rminus_0_r; reflexivity).
  rewrite (Sum_rescaled n s (fun j => v j c) 0 m), (Sum_rescaled_weights n s 0 m).
  field. split; [lra|]. apply Rgt_not_eq, exp_pos.
Qed.

(** The merge is associative, and one pass over any blocks gives the row. *)
Theorem online_softmax : OnlineSoftmax rescaling.
Proof.
  split; [exact merge_assoc|]. intros s v first rest Hfirst Hrest. cbv zeta.
  rewrite online_row by assumption. split; [reflexivity|].
  intros c. apply normalised_block. lia.
Qed.

(** The factor is forced: two blocks of one entry each, with scores a <= b. *)
Theorem online_softmax_unique : forall factor, OnlineSoftmax factor ->
  forall a b, a <= b -> factor a b = exp (a - b).
Proof.
  intros factor [_ H] a b Hab.
  destruct (H (fun i => if Nat.eqb i 0 then a else b)
              (fun i _ => if Nat.eqb i 0 then 1 else 0) 1%nat (cons 1%nat nil)) as [E _].
  { lia. } { constructor; [lia|constructor]. }
  apply (f_equal (fun st => running_output st 0%nat)) in E. simpl in E.
  rewrite (Rmax_left a a), (Rmax_left b b), (Rmax_right a b) in E by lra.
  rewrite !Rminus_eq_0, exp_0 in E. lra.
Qed.

(** The merge without the rescaling factor is refuted: it does not give the row. *)
Theorem online_softmax_not_unscaled : ~ OnlineSoftmax no_rescaling.
Proof.
  intros H. pose proof (online_softmax_unique _ H 0 1 ltac:(lra)) as E.
  unfold no_rescaling in E. rewrite <- exp_0 in E at 1. apply exp_inv in E. lra.
Qed.
