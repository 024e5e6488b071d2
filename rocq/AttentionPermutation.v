(** * Softmax attention without mask and positions does not see the order of tokens

    Role: proves [Statements.AttentionPermutes full_mask] and refutes the causal
    mask.

    Idea: each output is a quotient of two sums over all tokens, and a sum does not
    depend on the order of its terms. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
From Ledger Require Import Sums.
Local Open Scope R_scope.

(** For any score of two tokens and any value of a token, linear or not. *)
Lemma attention_permutes_any (n : nat) (score : vector -> vector -> R)
    (value : vector -> vector) (X : matrix) (perm : nat -> nat) :
  permutes n perm -> forall i c,
  attention n full_mask (fun i j => score (X (perm i)) (X (perm j)))
    (fun j => value (X (perm j))) i c =
  attention n full_mask (fun i j => score (X i) (X j)) (fun j => value (X j)) (perm i) c.
Proof.
  intros Hperm i c. unfold attention, weighted_mean, full_mask, Rdiv.
  apply f_equal2; [|apply f_equal].
  - apply (Sum_permute n perm (fun j => exp (score (X (perm i)) (X j)) * value (X j) c)).
    exact Hperm.
  - apply (Sum_permute n perm (fun j => exp (score (X (perm i)) (X j)))). exact Hperm.
Qed.

(** Permuting the tokens permutes the outputs of a softmax head without mask. *)
Theorem attention_permutation : AttentionPermutes full_mask.
Proof.
  intros n d dk Wq Wk Wv X perm Hperm i c _.
  exact (attention_permutes_any n
    (fun x y => dot dk (matvec d Wq x) (matvec d Wk y) / sqrt (INR dk))
    (fun x => matvec d Wv x) X perm Hperm i c).
Qed.

(** ** Control *)

(** Two tokens, 0 and 1, with queries and keys 0: under the causal mask the first
    output is the first value, the second the mean of both. *)
Local Definition two_tokens : matrix := fun t _ => INR t.
Local Definition exchange (i : nat) : nat := (1 - i)%nat.
Local Definition zeros : matrix := fun _ _ => 0.

Local Lemma exchange_permutes : permutes 2 exchange.
Proof. unfold exchange. split; intros; lia. Qed.

(** The causal mask is refuted: after the exchange the first output is 1; the second
    output was 1/2. *)
Theorem attention_permutation_not_causal : ~ AttentionPermutes causal_mask.
Proof.
  intros H.
  pose proof (H 2%nat 1%nat 1%nat zeros zeros unit_matrix two_tokens exchange
    exchange_permutes 0%nat 0%nat ltac:(lia)) as E.
  unfold attention_head, attention, weighted_mean, causal_mask, matvec, dot, zeros,
    two_tokens, exchange, unit_matrix in E. simpl in E.
  replace ((0 + (0 + 0 * 1) * (0 + 0 * 1)) / sqrt 1) with 0 in E by (unfold Rdiv; ring).
  replace ((0 + (0 + 0 * 1) * (0 + 0 * 0)) / sqrt 1) with 0 in E by (unfold Rdiv; ring).
  rewrite exp_0 in E. field_simplify in E. lra.
Qed.
