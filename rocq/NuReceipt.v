(** * (-1/(2p)) (2p) = -1 says nothing about pi

    Role: proves [Statements.NuReceipt nonzero] and refutes the set of pi alone.

    Idea: the identity holds for every p but 0. *)

From Coq Require Import Reals Lra.
From Ledger Require Import Definitions Statements.
Local Open Scope R_scope.

Local Lemma receipt_identity (p : R) : p <> 0 -> (-1 / (2 * p)) * (2 * p) = -1.
Proof. intros Hp. field. exact Hp. Qed.

(** The identity singles out the numbers other than 0: that is, nothing. *)
Theorem nu_receipt : NuReceipt nonzero.
Proof. intros p Hp. split; intros _; [exact Hp|exact (receipt_identity p Hp)]. Qed.

(** Any set that the identity singles out has every p <> 0 in it. *)
Theorem nu_receipt_everything (D : R -> Prop) :
  NuReceipt D -> forall p, p <> 0 -> D p.
Proof. intros H p Hp. apply (H p Hp), receipt_identity, Hp. Qed.

(** That it singles out pi is refuted: 3 is a solution. *)
Theorem nu_receipt_not_only_pi : ~ NuReceipt only_pi.
Proof.
  intros H. pose proof (nu_receipt_everything only_pi H 3 ltac:(lra)) as H3.
  pose proof PI2_3_2. unfold only_pi in H3. lra.
Qed.
