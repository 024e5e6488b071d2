(** * The slowest wavelength of RoPE is 2 pi theta^(1 - 2/d_h), below 2 pi theta

    Role: proves [Statements.RopeSlowestWavelength 2] and refutes every other
    constant, so 0 (the value 2 pi theta).

    Idea: the wavelength of plane i is 2 pi theta^(2i/d_h), and powers of theta > 1
    grow with the exponent. *)

From Coq Require Import Reals Lra Lia.
From Ledger Require Import Definitions Statements.
Local Open Scope R_scope.

(** The wavelength of plane i as a power of theta. *)
Lemma rope_wavelength_power (theta : R) (planes i : nat) :
  rope_wavelength theta planes i = 2 * PI * Rpower theta (2 * INR i / INR (2 * planes)).
Proof.
  unfold rope_wavelength, rope_frequency.
  rewrite Rpower_Ropp. field. unfold Rpower. apply Rgt_not_eq, exp_pos.
Qed.

Local Lemma head_positive (planes : nat) : (0 < planes)%nat -> 0 < INR (2 * planes).
Proof. intros H. apply lt_0_INR. lia. Qed.

(** The exponent of the last plane is 1 - 2/d_h, ... *)
Local Lemma last_exponent (planes : nat) : (0 < planes)%nat ->
  2 * INR (pred planes) / INR (2 * planes) = 1 - 2 / INR (2 * planes).
Proof.
  destruct planes as [|p]; intros H; [lia|]. rewrite mult_INR, (S_INR p). cbn [pred].
  replace (INR 2) with 2 by (simpl; ring). field. pose proof (pos_INR p). lra.
Qed.

(** ... and no other is larger. *)
Local Lemma exponent_le (planes i : nat) : (i < planes)%nat ->
  2 * INR i / INR (2 * planes) <= 1 - 2 / INR (2 * planes).
Proof.
  intros H. rewrite <- last_exponent by lia.
  apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat, head_positive; lia|].
  apply Rmult_le_compat_l; [lra|]. apply le_INR. lia.
Qed.

Local Lemma wavelength_le (theta x y : R) : 1 < theta -> x <= y ->
  2 * PI * Rpower theta x <= 2 * PI * Rpower theta y.
Proof.
  intros Ht Hxy. pose proof PI_RGT_0.
  apply Rmult_le_compat_l; [lra|]. apply Rle_Rpower; lra.
Qed.

Local Lemma wavelength_lt (theta x : R) : 1 < theta -> x < 1 ->
  2 * PI * Rpower theta x < 2 * PI * theta.
Proof.
  intros Ht Hx. pose proof PI_RGT_0.
  apply Rmult_lt_compat_l; [lra|].
  rewrite <- (Rpower_1 theta) at 2 by lra. apply Rpower_lt; lra.
Qed.

(** For theta > 1 the largest wavelength is 2 pi theta^(1 - 2/d_h), and every
    wavelength is below 2 pi theta. *)
Theorem rope_slowest_wavelength : RopeSlowestWavelength 2.
Proof.
  intros theta planes Ht Hp. cbv zeta.
  assert (Hle : forall i, (i < planes)%nat -> rope_wavelength theta planes i <=
            2 * PI * Rpower theta (1 - 2 / INR (2 * planes))).
  { intros i Hi. rewrite rope_wavelength_power.
    apply wavelength_le; [assumption|apply exponent_le; assumption]. }
  split; [|split; [exact Hle|]].
  - exists (pred planes). split; [lia|].
    rewrite rope_wavelength_power, last_exponent by assumption. reflexivity.
  - intros i Hi. eapply Rle_lt_trans; [apply Hle, Hi|].
    apply wavelength_lt; [assumption|].
    assert (0 < 2 / INR (2 * planes)); [|lra].
    apply Rdiv_lt_0_compat; [lra|apply head_positive, Hp].
Qed.

(** Only the constant 2 fits: a head of one plane, whose one wavelength is 2 pi. *)
Theorem rope_slowest_wavelength_unique (c : R) : c <> 2 -> ~ RopeSlowestWavelength c.
Proof.
  intros Hc H. apply Hc. pose proof PI_RGT_0.
  destruct (H (exp 1) 1%nat) as [(i & Hi & Heq) _].
  { pose proof (exp_ineq1 1). lra. } { lia. }
  replace i with 0%nat in Heq by lia. rewrite rope_wavelength_power in Heq.
  apply Rmult_eq_reg_l in Heq; [|lra]. unfold Rpower in Heq.
  apply exp_inv in Heq. rewrite ln_exp in Heq. simpl in Heq. lra.
Qed.

(** That the slowest wavelength is 2 pi theta is refuted. *)
Theorem rope_slowest_wavelength_not_two_pi_theta : ~ RopeSlowestWavelength 0.
Proof. apply rope_slowest_wavelength_unique. lra. Qed.
