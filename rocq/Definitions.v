(** * The objects of the claims

    Role: the shared vocabulary of [Statements]; no theorem here. A reader who
    knows these lines can read every claim.

    Decisions. A power d^-g is written exp (-g ln d), so that it has a meaning and
    a derivative for every real g. A sum over d = 1..N is a sum over the indices
    i = 0..N-1 with d = i + 1, so that no subtraction of naturals occurs. A vector
    with n entries is a function [nat -> R] read at the indices below n, a matrix a
    function [nat -> nat -> R] (row, then column); every size is an argument, so
    nothing rests on what stands beyond it. A quotient or a logarithm that could
    meet a zero says here what it does there. *)

From Coq Require Import Reals List.
Local Open Scope R_scope.

(** ** Sums, vectors, matrices *)

(** [Sum n f] = f 0 + f 1 + ... + f (n - 1); it is 0 when n = 0. *)
Fixpoint Sum (n : nat) (f : nat -> R) : R :=
  match n with
  | O => 0
  | S m => Sum m f + f m
  end.

Definition vector : Type := nat -> R.
Definition matrix : Type := nat -> nat -> R.

(** The scalar product of two vectors with n entries. *)
Definition dot (n : nat) (x y : vector) : R := Sum n (fun i => x i * y i).

(** W x, where W has n columns. *)
Definition matvec (n : nat) (W : matrix) (x : vector) : vector :=
  fun i => Sum n (fun j => W i j * x j).

(** A B, where A has n columns and B has n rows. *)
Definition matmul (n : nat) (A B : matrix) : matrix :=
  fun i j => Sum n (fun k => A i k * B k j).

(** Rows and columns exchanged. *)
Definition transpose (A : matrix) : matrix := fun i j => A j i.

(** 1 on the diagonal, 0 elsewhere. *)
Definition unit_matrix : matrix := fun i j => if Nat.eqb i j then 1 else 0.

(** P and Q are inverse to each other as matrices of d rows and columns. *)
Definition inverse_pair (d : nat) (P Q : matrix) : Prop :=
  forall i j : nat, (i < d)%nat -> (j < d)%nat ->
    matmul d P Q i j = unit_matrix i j /\ matmul d Q P i j = unit_matrix i j.

(** The largest and the smallest of the first n entries, for n >= 1. *)
Fixpoint largest (n : nat) (x : vector) : R :=
  match n with
  | O => x O
  | S m => Rmax (largest m x) (x m)
  end.
Fixpoint smallest (n : nat) (x : vector) : R :=
  match n with
  | O => x O
  | S m => Rmin (smallest m x) (x m)
  end.

(** The largest less the smallest entry. *)
Definition range (n : nat) (x : vector) : R := largest n x - smallest n x.

(** ** The power law p(d) = d^-g / Z over the distances d = 1..N *)

(** The distance of index i: d = i + 1, so that distances run over 1..N. *)
Definition dist (i : nat) : R := INR (S i).

(** The weight d^-g of index i. *)
Definition weight (g : R) (i : nat) : R := exp (- g * ln (dist i)).

(** The partition function Z(g, N) = sum of d^-g over d = 1..N. *)
Definition Z (g : R) (N : nat) : R := Sum N (weight g).

(** The probability p(d) = d^-g / Z(g, N) of index i. *)
Definition prob (g : R) (N i : nat) : R := weight g i / Z g N.

(** The moment M_k(g, N) = sum of (log d)^k d^-g over d = 1..N. *)
Definition log_moment (k : nat) (g : R) (N : nat) : R :=
  Sum N (fun i => ln (dist i) ^ k * weight g i).

(** The energy: the mean of log d under p. *)
Definition mean_log (g : R) (N : nat) : R :=
  Sum N (fun i => prob g N i * ln (dist i)).

(** The variance of log d under p. *)
Definition var_log (g : R) (N : nat) : R :=
  Sum N (fun i => prob g N i * (ln (dist i) - mean_log g N) ^ 2).

(** The heat capacity C_V(g; N) = g^2 Var(log d). *)
Definition CV (g : R) (N : nat) : R := g ^ 2 * var_log g N.

(** The harmonic number H_N = sum of 1/d over d = 1..N. *)
Definition harmonic (N : nat) : R := Sum N (fun i => / dist i).

(** ** Distributions on n states *)

(** p and q are the same vector on n states. *)
Definition agree (n : nat) (p q : vector) : Prop :=
  forall i : nat, (i < n)%nat -> p i = q i.

(** No entry is 0 or negative. *)
Definition all_positive (n : nat) (p : vector) : Prop :=
  forall i : nat, (i < n)%nat -> 0 < p i.

(** No entry is negative, and the entries sum to 1. *)
Definition distribution (n : nat) (p : vector) : Prop :=
  (forall i : nat, (i < n)%nat -> 0 <= p i) /\ Sum n p = 1.

(** Every row is a distribution. *)
Definition row_stochastic (n : nat) (A : matrix) : Prop :=
  forall i : nat, (i < n)%nat -> distribution n (A i).

(** The vector proportional to w with sum 1; used for positive w and n >= 1 only. *)
Definition normalise (n : nat) (w : vector) : vector := fun i => w i / Sum n w.

(** The mean of f under p. *)
Definition mean (n : nat) (p f : vector) : R := Sum n (fun i => p i * f i).

(** x ln x, and 0 at x = 0: said, and not left to the value that [ln] has at 0. *)
Definition xlnx (x : R) : R := if Req_EM_T x 0 then 0 else x * ln x.

(** The entropy of p. *)
Definition entropy (n : nat) (p : vector) : R := - Sum n (fun i => xlnx (p i)).

(** x ln (x/y), and 0 at x = 0; used for y > 0 only. *)
Definition xlnxy (x y : R) : R := if Req_EM_T x 0 then 0 else x * ln (x / y).

(** The divergence of p from q. *)
Definition relative_entropy (n : nat) (p q : vector) : R :=
  Sum n (fun i => xlnxy (p i) (q i)).

(** Half the sum of the absolute differences. *)
Definition total_variation (n : nat) (p q : vector) : R :=
  / 2 * Sum n (fun i => Rabs (p i - q i)).

(** m satisfies C, nothing that satisfies C has a larger F, and nothing else has as
    large a one. *)
Definition unique_maximiser (n : nat) (C : vector -> Prop) (F : vector -> R)
    (m : vector) : Prop :=
  C m /\ forall p : vector, C p -> F p <= F m /\ (F p = F m -> agree n p m).

(** m satisfies C, nothing that satisfies C has a smaller F, and nothing else has
    as small a one. *)
Definition unique_minimiser (n : nat) (C : vector -> Prop) (F : vector -> R)
    (m : vector) : Prop :=
  C m /\ forall p : vector, C p -> F m <= F p /\ (F p = F m -> agree n p m).

(** exp (- E_i / tau), normalised: the softmax of - E / tau. *)
Definition softmax (n : nat) (tau : R) (E : vector) : vector :=
  normalise n (fun i => exp (- E i / tau)).

(** What a policy p earns: its mean reward, less beta times its divergence from the
    reference. *)
Definition regularised_reward (n : nat) (beta : R) (r ref p : vector) : R :=
  mean n p r - beta * relative_entropy n p ref.

(** The reference reweighted by exp (r / beta). *)
Definition reweighted (n : nat) (beta : R) (r ref : vector) : vector :=
  normalise n (fun i => ref i * exp (r i / beta)).

(** ** Rotary positions (RoPE) *)

(** The vector x rotated for position m: coordinates 2 i and 2 i + 1 form plane i,
    which turns by the angle m * w i. *)
Definition rope (w : nat -> R) (m : R) (x : vector) : vector := fun j =>
  let angle := m * w (Nat.div2 j) in
  if Nat.even j then cos angle * x j - sin angle * x (S j)
  else sin angle * x (pred j) + cos angle * x j.

(** The score of query q at position m and key k at position n, in [planes] planes. *)
Definition rope_score (planes : nat) (w : nat -> R) (q k : vector) (m n : R) : R :=
  dot (2 * planes) (rope w m q) (rope w n k).

(** The frequency of plane i, theta^(-2i/d_h) with d_h = 2 * [planes]. *)
Definition rope_frequency (theta : R) (planes i : nat) : R :=
  Rpower theta (- (2 * INR i / INR (2 * planes))).

(** The wavelength of plane i, 2 pi over its frequency. *)
Definition rope_wavelength (theta : R) (planes i : nat) : R :=
  2 * PI / rope_frequency theta planes i.

(** ** Softmax attention *)

(** The mean of the rows v 0, ..., v (n-1) with weights w, coordinate by coordinate. *)
Definition weighted_mean (n : nat) (w : vector) (v : matrix) : vector :=
  fun c => Sum n (fun j => w j * v j c) / Sum n w.

(** The mean of the rows of v under the softmax of the scores s. *)
Definition softmax_row (n : nat) (s : vector) (v : matrix) : vector :=
  weighted_mean n (fun j => exp (s j)) v.

(** Which positions j position i may look at: all of them, or none after it. *)
Definition full_mask (i j : nat) : bool := true.
Definition causal_mask (i j : nat) : bool := Nat.leb j i.

(** Attention over n tokens under a mask: [score i j] of token i for token j,
    values v; masked pairs have weight 0 before the softmax divides. *)
Definition attention (n : nat) (mask : nat -> nat -> bool) (score v : matrix) : matrix :=
  fun i => weighted_mean n (fun j => if mask i j then exp (score i j) else 0) v.

(** One head without positions: X j is token j (with d entries); queries and keys
    (with dk entries) and values are linear in the token. *)
Definition attention_head (n d dk : nat) (mask : nat -> nat -> bool)
    (Wq Wk Wv X : matrix) : matrix :=
  attention n mask
    (fun i j => dot dk (matvec d Wq (X i)) (matvec d Wk (X j)) / sqrt (INR dk))
    (fun j => matvec d Wv (X j)).

(** [perm] permutes 0, ..., n-1. *)
Definition permutes (n : nat) (perm : nat -> nat) : Prop :=
  (forall i : nat, (i < n)%nat -> (perm i < n)%nat) /\
  (forall i j : nat, (i < n)%nat -> (j < n)%nat -> perm i = perm j -> i = j).

(** ** Softmax block by block *)

(** What is kept of the entries seen so far: the largest score, the sum of the
    weights exp (score - largest), and the weighted sum of the values. *)
Record softmax_state : Type := SoftmaxState
  { running_max : R; running_sum : R; running_output : vector }.

(** The state of the block of len >= 1 entries from [start] on, computed from these
    entries alone. *)
Definition softmax_block (s : vector) (v : matrix) (start len : nat) : softmax_state :=
  let top := largest len (fun i => s (start + i)%nat) in
  let weight i := exp (s (start + i)%nat - top) in
  {| running_max := top;
     running_sum := Sum len weight;
     running_output := fun c => Sum len (fun i => weight i * v (start + i)%nat c) |}.

(** Two states into one; [factor old new] multiplies what was computed with the
    maximum [old] when the common maximum is [new]. *)
Definition merge (factor : R -> R -> R) (a b : softmax_state) : softmax_state :=
  let new := Rmax (running_max a) (running_max b) in
  let fa := factor (running_max a) new in
  let fb := factor (running_max b) new in
  {| running_max := new;
     running_sum := fa * running_sum a + fb * running_sum b;
     running_output := fun c => fa * running_output a c + fb * running_output b c |}.

(** One pass: merge the blocks of lengths [lens], which begin at [start], into [st]. *)
Fixpoint online (factor : R -> R -> R) (s : vector) (v : matrix)
    (start : nat) (st : softmax_state) (lens : list nat) : softmax_state :=
  match lens with
  | nil => st
  | cons len rest =>
      online factor s v (start + len) (merge factor st (softmax_block s v start len)) rest
  end.

(** The row that a state stands for. *)
Definition normalised (st : softmax_state) : vector :=
  fun c => running_output st c / running_sum st.

(** The factor of online softmax, and the merge that leaves it out. *)
Definition rescaling (old new : R) : R := exp (old - new).
Definition no_rescaling (old new : R) : R := 1.

(** ** Linear attention *)

(** Row i of (Q K^T with the entries after the diagonal set to 0) V. *)
Definition causal_linear_attention (n d : nat) (Q K V : matrix) : matrix :=
  fun i c => Sum n (fun j =>
    (if causal_mask i j then matmul d Q (transpose K) i j else 0) * V j c).

(** The running state k_0 v_0^T + ... + k_i v_i^T, one update a token (n, the number
    of tokens, is not used: the state is causal). *)
Fixpoint prefix_state (n : nat) (K V : matrix) (i : nat) : matrix :=
  match i with
  | O => fun a c => K O a * V O c
  | S m => fun a c => prefix_state n K V m a c + K (S m) a * V (S m) c
  end.

(** The state without prefix sums: K^T V over all n tokens, whatever i is. *)
Definition total_state (n : nat) (K V : matrix) (i : nat) : matrix :=
  matmul n (transpose K) V.

(** ** Speculative decoding: a token is drawn from the draft q, then kept or replaced *)

(** The probability of keeping a token, from its target and draft probabilities. A
    token of draft probability 0 is never drawn; its entry is 1 and has no effect. *)
Definition acceptance (p q : R) : R := if Req_EM_T q 0 then 1 else Rmin 1 (p / q).

(** The probability that the drafted token is kept. *)
Definition acceptance_probability (n : nat) (p q : vector) : R :=
  Sum n (fun x => q x * acceptance (p x) (q x)).

(** What is drawn from after a rejection, before it is normalised: what the draft
    lacks; and the wrong residual, the target itself. *)
Definition positive_part (p q : R) : R := Rmax (p - q) 0.
Definition whole_target (p q : R) : R := p.

(** The law of the replacement. If the residual has no mass it cannot be normalised,
    and the law is [fallback], whatever that is. *)
Definition replacement (n : nat) (residual : R -> R -> R) (p q fallback : vector)
    (y : nat) : R :=
  let total := Sum n (fun x => residual (p x) (q x)) in
  if Req_EM_T total 0 then fallback y else residual (p y) (q y) / total.

(** The probability that the decoder puts out y: over every drafted x, it is kept
    and is y, or it is rejected and its replacement is y. *)
Definition speculative_law (n : nat) (residual : R -> R -> R) (p q fallback : vector)
    (y : nat) : R :=
  Sum n (fun x =>
    q x * (acceptance (p x) (q x) * (if Nat.eq_dec x y then 1 else 0)
           + (1 - acceptance (p x) (q x)) * replacement n residual p q fallback y)).

(** The probability of [tokens] after [past] (newest first), each token drawn from
    the model p of what came before it. *)
Fixpoint sequence_law (p : list nat -> vector) (past tokens : list nat) : R :=
  match tokens with
  | nil => 1
  | cons y rest => p past y * sequence_law p (y :: past) rest
  end.

(** The same for a decoder that drafts [block] tokens at a time, of which [left] are
    still to be looked at. The next draft is kept and is y, and the one after it is
    looked at; or it is rejected, y is its replacement, the rest of the block is
    thrown away and a new block is drafted. After a block kept to its end, one token
    is drawn from the target itself. *)
Fixpoint speculative_sequence_law (n : nat) (residual : R -> R -> R)
    (p q fallback : list nat -> vector) (block left : nat) (past tokens : list nat) : R :=
  match tokens with
  | nil => 1
  | cons y rest =>
      let go_on left :=
        speculative_sequence_law n residual p q fallback block left (y :: past) rest in
      match left with
      | O => p past y * go_on block
      | S more =>
          q past y * acceptance (p past y) (q past y) * go_on more
          + Sum n (fun x => q past x * (1 - acceptance (p past x) (q past x)))
            * replacement n residual (p past) (q past) (fallback past) y * go_on block
      end
  end.

(** ** Weights *)

(** Classifier-free guidance of strength s: u without and c with the condition. *)
Definition guided (s : R) (u c : vector) : vector := fun i => u i + s * (c i - u i).

(** The scaling of a LoRA update of rank r, and the merge that omits it. *)
Definition alpha_over_r (alpha : R) (r : nat) : R := alpha / INR r.
Definition no_scaling (alpha : R) (r : nat) : R := 1.

(** The merged weight W0 + scale * B A, where B has r columns. *)
Definition merged_weight (r : nat) (scale : R) (W0 B A : matrix) : matrix :=
  fun i j => W0 i j + scale * matmul r B A i j.

(** What stands between two layers: nothing, or a ReLU in each unit. *)
Definition no_activation (x : R) : R := x.
Definition relu (x : R) : R := Rmax 0 x.

(** Two layers, W2 (act (W1 x)), with n inputs and h hidden units. *)
Definition two_layers (act : R -> R) (n h : nat) (W2 W1 : matrix) (x : vector) : vector :=
  matvec h W2 (fun k => act (matvec n W1 x k)).

(** ** Residual streams *)

(** A residual block of [width] hidden units: the matrix that reads the stream, the
    one that writes to it, and any map [phi] of the hidden activations of all tokens
    (rows: tokens), so that attention heads and MLPs are both blocks. *)
Record residual_block : Type := Block
  { width : nat; read_weights : matrix; write_weights : matrix; phi : matrix -> matrix }.

(** Where [phi] acts: on what was read, or on the coordinates of the stream. *)
Inductive site : Type := on_hidden | on_stream.

(** W applied to each token of X. *)
Definition each_token (n : nat) (W X : matrix) : matrix := fun t => matvec n W (X t).

(** r + Wout (phi (Win r)) for [on_hidden], r + Wout (Win (phi r)) for [on_stream],
    on a stream of d coordinates. *)
Definition run_block (where_phi : site) (d : nat) (b : residual_block) (r : matrix) : matrix :=
  let hidden := match where_phi with
    | on_hidden => phi b (each_token d (read_weights b) r)
    | on_stream => each_token d (read_weights b) (phi b r)
    end in
  fun t i => r t i + each_token (width b) (write_weights b) hidden t i.

(** Embed the inputs X (with n entries) into the stream, run the blocks in order,
    read the stream out. *)
Definition network (where_phi : site) (n d : nat) (E U : matrix)
    (blocks : list residual_block) (X : matrix) : matrix :=
  each_token d U
    (fold_left (fun r b => run_block where_phi d b r) blocks (each_token n E X)).

(** The block in the basis of which P gives the new coordinates and Q the old. *)
Definition rebase (d : nat) (P Q : matrix) (b : residual_block) : residual_block :=
  {| width := width b; read_weights := matmul d (read_weights b) Q;
     write_weights := matmul d P (write_weights b); phi := phi b |}.

(** ** What an identity shows *)

(** Every number but zero; and pi alone. *)
Definition nonzero (p : R) : Prop := p <> 0.
Definition only_pi (p : R) : Prop := p = PI.

(** ** Printed numbers *)

(** The number printed as [digits] with [decimals] of them after the point, 3162 and
    3 for 3.162, is x to its digits: off by less than half a unit of the last one. *)
Definition rounds_to (x : R) (digits : BinNums.Z) (decimals : nat) : Prop :=
  Rabs (x - IZR digits / 10 ^ decimals) < / 2 / 10 ^ decimals.

(** The query of token 2 and the keys of tokens 1, 2, 3 of the exercise of section
    47.4 that is worked by hand; d = 2. *)
Definition hand_query : vector := fun i => nth i (0 :: 2 :: nil) 0.
Definition hand_keys : matrix := fun t i =>
  nth i (nth t ((1 :: 0 :: nil) :: (0 :: 1 :: nil) :: (1 :: 1 :: nil) :: nil) nil) 0.

(** ** The exponent predicted from the base and the length of RoPE *)

(** gamma_Pade(theta, L) = (2 theta - L sqrt 2) / (2 theta + L sqrt 2); used for
    theta, L > 0 only. *)
Definition gamma_pade (theta L : R) : R :=
  (2 * theta - L * sqrt 2) / (2 * theta + L * sqrt 2).

(** z = L sqrt 2 / theta, at which it approximates exp (- z). *)
Definition pade_argument (theta L : R) : R := L * sqrt 2 / theta.

(** ** Power laws as averages and as jumps *)

(** The probability of a distance above D: index i has distance i + 1. *)
Definition mass_beyond (D : nat) (g : R) (N : nat) : R :=
  Sum N (fun i => if Nat.leb D i then prob g N i else 0).

(** The absolute value of the symbol of d^-g / Z, the sum of p(d) e^(i d t). *)
Definition symbol_modulus (g : R) (N : nat) (t : R) : R :=
  sqrt (mean N (prob g N) (fun i => cos (dist i * t)) ^ 2 +
        mean N (prob g N) (fun i => sin (dist i * t)) ^ 2).

(** Minus the symbol of the generator of jumps by d to either side at the rates
    d^-g, d = 1..N: the sum of 2 d^-g (1 - cos d t). *)
Definition jump_symbol (g : R) (N : nat) (t : R) : R :=
  2 * Sum N (fun i => weight g i * (1 - cos (dist i * t))).
