(** * The locked statements: one predicate for each claim

    Role: what is proved or refuted elsewhere is an instance of a predicate of
    this file, and nothing else. The argument is the constant, sign, term or set
    of the claim that could have been otherwise: the claim is the predicate at the
    right value, and a control is the same predicate at a wrong one, so that a
    refutation cannot be about something else.

    Decision: existence stands inside the statement ([is_derive], [is_RInt],
    [is_series], [is_lim_seq], [filterlim]); the total functions [Derive], [RInt],
    [Series] and [Lim], which return a junk value where there is no derivative,
    integral, sum or limit, are never used. *)

From Coq Require Import Reals List.
From Coquelicot Require Import Coquelicot.
From Ledger Require Import Definitions.
Local Open Scope R_scope.

(** ** The power law at a finite number of distances *)

(** fisher-heat-capacity. The Fisher information of the exponent, times g^k, is the
    heat capacity; and the heat capacity is g^2 times the second derivative of
    log Z, and the derivative of the energy in the temperature tau = 1/g. For every
    N >= 1 and every real g (g > 0 for the temperature), with all derivatives
    existing:
    - the score (d/dg) log p(d) exists at every d, and the mean of its square
      under p, times g^k, is C_V;
    - log Z has a derivative everywhere, this has a derivative at g, and C_V is
      g^2 times that;
    - tau |-> E[log d] at exponent 1/tau has the derivative C_V at tau = 1/g.
    The claim is k = 2; k enters the equation of the Fisher information only. *)
Definition FisherHeatCapacity (k : nat) : Prop :=
  forall (N : nat) (g : R), (1 <= N)%nat ->
    (exists score : nat -> R,
        (forall i : nat, (i < N)%nat ->
           is_derive (fun x : R => ln (prob x N i)) g (score i)) /\
        Sum N (fun i => prob g N i * score i ^ 2) * g ^ k = CV g N) /\
    (exists (z1 : R -> R) (z2 : R),
        (forall x : R, is_derive (fun y : R => ln (Z y N)) x (z1 x)) /\
        is_derive z1 g z2 /\
        CV g N = g ^ 2 * z2) /\
    (0 < g -> is_derive (fun tau : R => mean_log (1 / tau) N) (1 / g) (CV g N)).

(** max-entropy. Among the distributions on 1..N whose mean of log d is that of
    d^-g / Z, this one has the largest s * entropy, and it alone, for every N >= 1
    and real g. The claim is s = 1; a control is s = -1. *)
Definition MaxEntropy (s : R) : Prop :=
  forall (N : nat) (g : R), (1 <= N)%nat ->
    unique_maximiser N
      (fun p => distribution N p /\ mean N p (fun i => ln (dist i)) = mean_log g N)
      (fun p => s * entropy N p) (prob g N).

(** heat-capacity-at-gamma-one. At g = 1 the heat capacity grows as c (log N)^2:
    C_V(1; N) / (log N)^2 tends to c as N tends to infinity. The claim is
    c = 1/12. *)
Definition HeatCapacityLimit (c : R) : Prop :=
  is_lim_seq (fun N => CV 1 N / ln (INR N) ^ 2) c.

(** heat-capacity-bounds. At g = 1 and every N >= 2, C_V(1; N) differs from
    c (log N)^2 by at most (log N)/2 + 1/2. The claim is c = 1/12. *)
Definition HeatCapacityBounds (c : R) : Prop :=
  forall N : nat, (2 <= N)%nat ->
    Rabs (CV 1 N - c * ln (INR N) ^ 2) <= ln (INR N) / 2 + 1 / 2.

(** heat-capacity-next-term. At g = 1 the term after (log N)^2 / 12 is c times
    Euler's constant times log N: with l the limit of H_N - log N,
    (C_V(1; N) - (log N)^2 / 12) / log N tends to c l. The claim is c = 1/6; a
    control is c = 0. *)
Definition HeatCapacityNextTerm (c : R) : Prop :=
  exists l : R,
    is_lim_seq (fun N => harmonic N - ln (INR N)) l /\
    is_lim_seq (fun N => (CV 1 N - ln (INR N) ^ 2 / 12) / ln (INR N)) (c * l).

(** ** The power law on all distances, and its continuum *)

(** p-series-threshold. The sum of d^-g over all d >= 1 converges exactly when g is
    over 1; and for every D >= 1 and g > 1 the tail t, the sum over
    d = D+1, D+2, ..., exists and
    (D + near)^(1-g) / (g-1) <= t <= (D + far)^(1-g) / (g-1).
    The claim is: over is [>], near = 1, far = 0. *)
Definition PSeriesThreshold (over : R -> R -> Prop) (near far : nat) : Prop :=
  (forall g : R, (exists l : R, is_series (weight g) l) <-> over g 1) /\
  (forall (D : nat) (g : R), (1 <= D)%nat -> 1 < g ->
     exists t : R,
       is_series (fun i => weight g (D + i)) t /\
       Rpower (INR (D + near)) (1 - g) / (g - 1) <= t /\
       t <= Rpower (INR (D + far)) (1 - g) / (g - 1)).

(** mean-and-variance-near-one. On 1, 2, 3, ... with p(d) = d^-g / z, for every
    g > 1, the series of z, of the mean of log d and of its variance converge; and
    as g comes down to 1, (g - 1) * mean -> 1 and (g - 1)^e * variance -> 1. The
    claim is e = 2; a control is e = 1, at which the product is not even bounded. *)
Definition MeanAndVarianceNearOne (e : nat) : Prop :=
  exists z mean variance : R -> R,
    (forall g : R, 1 < g ->
      is_series (weight g) (z g) /\
      is_series (fun i => weight g i / z g * ln (dist i)) (mean g) /\
      is_series (fun i => weight g i / z g * (ln (dist i) - mean g) ^ 2) (variance g)) /\
    filterlim (fun g => (g - 1) * mean g) (at_right 1) (locally 1) /\
    filterlim (fun g => (g - 1) ^ e * variance g) (at_right 1) (locally 1).

(** continuum-moments. For real N > 1 and the density 1 / (x log N) on [1, N], the
    k-th moment of log x is (log N)^k / (k + 1) for every k (k = 0: it is a
    density), and its variance, about the mean mu, is v * (log N)^2. The claim is
    v = 1/12; a control is v = 1/4. *)
Definition ContinuumMoments (v : R) : Prop :=
  forall N : R, 1 < N ->
    (forall k : nat,
      is_RInt (fun x => ln x ^ k / (x * ln N)) 1 N (ln N ^ k / INR (S k))) /\
    exists mu : R,
      is_RInt (fun x => ln x / (x * ln N)) 1 N mu /\
      is_RInt (fun x => (ln x - mu) ^ 2 / (x * ln N)) 1 N (v * ln N ^ 2).

(** ** Positions *)

(** rope-relative. For any number of planes, each with its own frequency, and any
    query and key, the score of the rotated query at position m and the rotated key
    at position n is a function of m + s n, for real m and n. The claim is s = -1;
    a control is s = 1. *)
Definition RopeRelative (s : R) : Prop :=
  forall (planes : nat) (w : nat -> R) (q k : vector),
    exists f : R -> R, forall m n : R, rope_score planes w q k m n = f (m + s * n).

(** rope-slowest-wavelength. For theta > 1 and d_h = 2 * planes, the largest
    wavelength is 2 pi theta^(1 - c/d_h), and every one is below 2 pi theta. The
    claim is c = 2; a control is c = 0, which makes it 2 pi theta. *)
Definition RopeSlowestWavelength (c : R) : Prop :=
  forall (theta : R) (planes : nat), 1 < theta -> (0 < planes)%nat ->
    let slowest := 2 * PI * Rpower theta (1 - c / INR (2 * planes)) in
    (exists i : nat, (i < planes)%nat /\ rope_wavelength theta planes i = slowest) /\
    (forall i : nat, (i < planes)%nat -> rope_wavelength theta planes i <= slowest) /\
    (forall i : nat, (i < planes)%nat -> rope_wavelength theta planes i < 2 * PI * theta).

(** rope-no-exact-alias. At frequency w no whole number r <> 0 of steps is a whole
    number of turns. The claim is w = 1; a control is w = pi/2. *)
Definition RopeNoExactAlias (w : R) : Prop :=
  forall r k : BinNums.Z, r <> 0%Z -> IZR r * w <> 2 * PI * IZR k.

(** ** Attention *)

(** attention-permutation. Permuting the tokens permutes the outputs of a softmax
    head without positions, for any number of tokens and any weights. The claim is
    mask = [full_mask], no mask; a control is the causal mask. *)
Definition AttentionPermutes (mask : nat -> nat -> bool) : Prop :=
  forall (n d dk : nat) (Wq Wk Wv X : matrix) (perm : nat -> nat),
    permutes n perm ->
    forall i c : nat, (i < n)%nat ->
      attention_head n d dk mask Wq Wk Wv (fun j => X (perm j)) i c =
      attention_head n d dk mask Wq Wk Wv X (perm i) c.

(** softmax-free-energy. At every temperature tau > 0 the softmax of - E / tau is
    the unique minimiser on the simplex of mean energy less s * tau * entropy. The
    claim is s = 1; a control is s = -1. *)
Definition SoftmaxFreeEnergy (s : R) : Prop :=
  forall (n : nat) (tau : R) (E : vector), (1 <= n)%nat -> 0 < tau ->
    unique_minimiser n (distribution n)
      (fun p => mean n p E - s * tau * entropy n p) (softmax n tau E).

(** averaging-contracts, first part. A row-stochastic matrix with positive entries
    brings the range of every non-constant vector strictly below c times what it
    was. *)
Definition RangeContracts (c : R) : Prop :=
  forall (N : nat) (A : matrix) (x : vector), row_stochastic N A ->
    (forall i : nat, (i < N)%nat -> all_positive N (A i)) ->
    (exists i j : nat, (i < N)%nat /\ (j < N)%nat /\ x i <> x j) ->
    range N (matvec N A x) < c * range N x.

(** averaging-contracts, second part. The symbol of d^-g / Z on 1..N, the sum of
    p(d) e^(i d t), is at most c in absolute value, for every real g and t. *)
Definition SymbolWithin (c : R) : Prop :=
  forall (N : nat) (g t : R), (1 <= N)%nat ->
    sqrt (mean N (prob g N) (fun i => cos (dist i * t)) ^ 2 +
          mean N (prob g N) (fun i => sin (dist i * t)) ^ 2) <= c.

(** averaging-contracts. Both parts. The claim is c = 1; a control is c = 1/2, which
    each part refutes by itself. *)
Definition AveragingContracts (c : R) : Prop := RangeContracts c /\ SymbolWithin c.

(** online-softmax. The merge of (max, sum, output) is associative; and merging the
    blocks of a row in one pass, however the row is cut into non-empty blocks,
    gives the (max, sum, output) of the whole row and, divided, its
    softmax-weighted mean. The claim is factor = [rescaling]; a control is the
    merge without the factor. *)
Definition OnlineSoftmax (factor : R -> R -> R) : Prop :=
  (forall a b c : softmax_state,
     merge factor a (merge factor b c) = merge factor (merge factor a b) c) /\
  (forall (s : vector) (v : matrix) (first : nat) (rest : list nat),
     (0 < first)%nat -> List.Forall (fun len => (0 < len)%nat) rest ->
     let n := (first + list_sum rest)%nat in
     let result := online factor s v first (softmax_block s v 0 first) rest in
     result = softmax_block s v 0 n /\
     forall c : nat, normalised result c = softmax_row n s v c).

(** linear-attention-reassociation. (Q K^T) V = Q (K^T V); and the causal form is,
    row by row, the query applied to the state of its own row. The claim is
    causal_state = [prefix_state]; a control is one state K^T V for every row. *)
Definition LinearAttentionReassociates
    (causal_state : nat -> matrix -> matrix -> nat -> matrix) : Prop :=
  forall (n d : nat) (Q K V : matrix) (i c : nat), (i < n)%nat ->
    matmul n (matmul d Q (transpose K)) V i c =
      matmul d Q (matmul n (transpose K) V) i c /\
    causal_linear_attention n d Q K V i c =
      matmul d Q (causal_state n K V i) i c.

(** ** Alignment and sampling *)

(** kl-optimum. For beta > 0 and a reference distribution without zeros, mean reward
    less beta times the divergence from the reference is largest at the reference
    reweighted by exp (r / (s * beta)), and there alone. The claim is s = 1; a
    control is s = -1. *)
Definition KLOptimum (s : R) : Prop :=
  forall (n : nat) (beta : R) (r ref : vector), 0 < beta ->
    distribution n ref -> all_positive n ref ->
    unique_maximiser n (distribution n) (regularised_reward n beta r ref)
      (reweighted n (s * beta) r ref).

(** dpo-margin. The optimal policy exists, is unique, has no zeros, and
    s * beta * (log (policy/ref)(y1) - log (policy/ref)(y2)) = r y1 - r y2. The
    claim is s = 1; a control is s = -1. *)
Definition DPOMargin (s : R) : Prop :=
  forall (n : nat) (beta : R) (r ref : vector), 0 < beta ->
    distribution n ref -> all_positive n ref ->
    exists policy : vector,
      unique_maximiser n (distribution n) (regularised_reward n beta r ref) policy /\
      all_positive n policy /\
      forall y1 y2 : nat, (y1 < n)%nat -> (y2 < n)%nat ->
        s * beta * (ln (policy y1 / ref y1) - ln (policy y2 / ref y2)) = r y1 - r y2.

(** speculative-exact, one drafted token. For any vocabulary of n tokens, target p
    and draft q (either may have zeros, p = q included), and any law for a
    replacement that is never asked for: the output law is the target, and the
    probability of keeping the drafted token is 1 - TV(p, q), the sum of min(p, q).
    The claim is residual = [positive_part]; a control is the target itself. *)
Definition SpeculativeExact (residual : R -> R -> R) : Prop :=
  forall (n : nat) (p q fallback : vector), distribution n p -> distribution n q ->
    agree n (speculative_law n residual p q fallback) p /\
    acceptance_probability n p q = 1 - total_variation n p q /\
    acceptance_probability n p q = Sum n (fun x => Rmin (p x) (q x)).

(** speculative-exact, blocks of drafted tokens. For a target and a draft that see
    the tokens before, and blocks of any length of which any number is left, every
    sequence has the probability that the target alone gives it. The claim is
    residual = [positive_part]; a control is the target itself. *)
Definition SpeculativeSequenceExact (residual : R -> R -> R) : Prop :=
  forall (n : nat) (p q fallback : list nat -> vector),
    (forall past : list nat, distribution n (p past) /\ distribution n (q past)) ->
    forall (block left : nat) (past tokens : list nat),
      List.Forall (fun y => (y < n)%nat) tokens ->
      speculative_sequence_law n residual p q fallback block left past tokens =
      sequence_law p past tokens.

(** cfg-at-one. Guidance of strength s returns the conditional prediction, whatever
    the unconditional one. The claim is s = 1; a control is s = 2. *)
Definition GuidanceIsConditional (s : R) : Prop :=
  forall (u c : vector) (i : nat), guided s u c i = c i.

(** ** Weights and the residual stream *)

(** lora-merge. The merged weight acts as base plus adapter scaled by alpha/r, for
    all sizes, ranks r >= 1, weights and inputs. The claim is scaling =
    [alpha_over_r]; a control leaves the scaling out. *)
Definition LoraMerge (scaling : R -> nat -> R) : Prop :=
  forall (n r : nat) (alpha : R) (W0 B A : matrix) (x : vector) (i : nat),
    (0 < r)%nat ->
    matvec n (merged_weight r (scaling alpha r) W0 B A) x i =
    matvec n W0 x i + alpha / INR r * matvec r B (matvec n A x) i.

(** linear-collapse. Any two layers with [act] between are some one matrix, and with
    nothing between this is W2 W1. The claim is act = [no_activation]; a control is
    a ReLU between, for which some two layers are no matrix at all. *)
Definition LinearCollapse (act : R -> R) : Prop :=
  (forall (n h : nat) (W2 W1 : matrix), exists W : matrix,
     forall (x : vector) (i : nat), two_layers act n h W2 W1 x i = matvec n W x i) /\
  (forall (n h : nat) (W2 W1 : matrix) (x : vector) (i : nat),
     two_layers no_activation n h W2 W1 x i = matvec n (matmul h W2 W1) x i).

(** residual-basis-change. With blocks without normalisation, an invertible change
    of the basis of the stream, with embedding, blocks and readout changed along,
    leaves every output as it was. The claim is where_phi = [on_hidden]; a control
    is phi on the coordinates of the stream. *)
Definition ResidualBasisChange (where_phi : site) : Prop :=
  forall (n d : nat) (P Q E U : matrix) (blocks : list residual_block) (X : matrix),
    inverse_pair d P Q ->
    forall t i : nat,
      network where_phi n d (matmul d P E) (matmul d U Q)
        (map (rebase d P Q) blocks) X t i =
      network where_phi n d E U blocks X t i.

(** ** What an identity shows *)

(** nu-receipt-audit. (-1/(2p)) (2p) = -1 singles out the set D among the p <> 0. The
    claim is D = [nonzero], so that the identity says nothing about pi; a control is
    D = pi alone. *)
Definition NuReceipt (D : R -> Prop) : Prop :=
  forall p : R, p <> 0 -> ((-1 / (2 * p)) * (2 * p) = -1 <-> D p).

(** ** Numbers that the book prints, or that stand in place of them

    The arguments are the number as printed, [digits] with [decimals] of them after
    the point; a control is another number. *)

(** The factor of model and of data for ten times the compute, if both grow as its
    square root. *)
Definition SqrtTen (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to (sqrt 10) digits decimals.

(** The same if the model grows as the power 0.73 of the compute, ... *)
Definition TenToThe73Hundredths (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to (Rpower 10 (73 / 100)) digits decimals.

(** ... and the data as the power 0.27. *)
Definition TenToThe27Hundredths (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to (Rpower 10 (27 / 100)) digits decimals.

(** Ten independent steps, each right with probability 0.9, are all right. *)
Definition TenStepsAtNineTenths (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to ((9 / 10) ^ 10) digits decimals.

(** 2 pi theta at theta = 10^4. *)
Definition TwoPiTheta (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to (2 * PI * 10 ^ 4) digits decimals.

(** The wavelength of pair i at theta = 10^4 and d_h = 64. *)
Definition WavelengthOfPair (i : nat) (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to (rope_wavelength (10 ^ 4) 32 i) digits decimals.

(** The weight of token t (0, 1, 2) in the attention worked by hand in section 47.4:
    the softmax of the scores 0, 2, 2 divided by the square root of 2. *)
Definition HandWorkedWeight (t : nat) (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to (normalise 3 (fun j => exp (dot 2 hand_query (hand_keys j) / sqrt 2)) t)
    digits decimals.

(** C_V(1; N) at N = 10, ... *)
Definition HeatCapacityAtTen (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to (CV 1 10) digits decimals.

(** ... and the fraction of it by which its leading term (log N)^2 / 12 is low. *)
Definition LeadingTermLowAtTen (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to (1 - ln 10 ^ 2 / 12 / CV 1 10) digits decimals.

(** The size of the slope that is read as -1/(2 pi). *)
Definition InverseTwoPi (digits : BinNums.Z) (decimals : nat) : Prop :=
  rounds_to (1 / (2 * PI)) digits decimals.

(** ** The exponent predicted from the base and the length of RoPE *)

(** pade-range. For each theta > 0, the values that gamma_Pade takes at lengths
    L > 0 are exactly the numbers between lo and hi, and it is negative exactly at
    the lengths above theta sqrt 2. The claim is lo = -1, hi = 1; controls are
    lo = 0 and hi = 2. *)
Definition PadeRange (lo hi : R) : Prop :=
  forall theta : R, 0 < theta ->
    (forall g : R, (exists L : R, 0 < L /\ gamma_pade theta L = g) <-> lo < g < hi) /\
    (forall L : R, 0 < L -> (gamma_pade theta L < 0 <-> theta * sqrt 2 < L)).

(** pade-monotone. gamma_Pade grows with theta and falls with L, strictly, or the
    other way round for s = -1. The claim is s = 1. *)
Definition PadeMonotone (s : R) : Prop :=
  (forall theta theta' L : R, 0 < L -> 0 < theta < theta' ->
     0 < s * (gamma_pade theta' L - gamma_pade theta L)) /\
  (forall theta L L' : R, 0 < theta -> 0 < L < L' ->
     s * (gamma_pade theta L' - gamma_pade theta L) < 0).

(** pade-below-exponential. With z = L sqrt 2 / theta, gamma_Pade lies below
    exp (-z), by less than c z^3. The claim is c = 1/12; a control is c = 1/24. *)
Definition PadeBelowExponential (c : R) : Prop :=
  forall theta L : R, 0 < theta -> 0 < L ->
    0 < exp (- pade_argument theta L) - gamma_pade theta L /\
    exp (- pade_argument theta L) - gamma_pade theta L < c * pade_argument theta L ^ 3.

(** smaller-exponent-looks-farther. Of two exponents g < g', the mass beyond D under
    g stands in the relation [far] to that under g', for every N and every D from 1
    to N - 1. The claim is [>]; a control is [<]. *)
Definition SmallerExponentLooksFarther (far : R -> R -> Prop) : Prop :=
  forall (N D : nat) (g g' : R), (1 <= D)%nat -> (D < N)%nat -> g < g' ->
    far (mass_beyond D g N) (mass_beyond D g' N).

(** larger-base-looks-nearer. At the exponent gamma_Pade, the mass beyond D at the
    larger of two bases stands in the relation [base] to that at the smaller, and at
    the larger of two lengths in the relation [length] to that at the smaller. The
    claim is [<] and [>]; controls are [>] and [<]. *)
Definition LargerBaseLooksNearer (base length : R -> R -> Prop) : Prop :=
  forall (N D : nat), (1 <= D)%nat -> (D < N)%nat ->
    (forall theta theta' L : R, 0 < L -> 0 < theta < theta' ->
       base (mass_beyond D (gamma_pade theta' L) N) (mass_beyond D (gamma_pade theta L) N)) /\
    (forall theta L L' : R, 0 < theta -> 0 < L < L' ->
       length (mass_beyond D (gamma_pade theta L') N) (mass_beyond D (gamma_pade theta L) N)).

(** ** A finite range at g = 1, and everywhere *)

(** nothing-singular-at-finite-n. For every N >= 1 and every real g, E[log d] has a
    derivative in g, which is minus the variance and lies between - c (log N)^2 and
    0. The claim is c = 1/4; a control is c = 1/12. *)
Definition MeanLogSlope (c : R) : Prop :=
  forall (N : nat) (g : R), (1 <= N)%nat ->
    is_derive (fun x : R => mean_log x N) g (- var_log g N) /\
    0 <= var_log g N <= c * ln (INR N) ^ 2.

(** ** The fractional view *)

(** power-law-damps-every-frequency. For N >= 2 and 0 < t < 2 pi the symbol of
    d^-g / Z is below 1 in absolute value for g < 1, stands in the relation [at_one]
    to 1 at g = 1, and in the relation [above] for g > 1. The claim is [<] for both;
    controls are [=] for the first and [>] for the second. *)
Definition PowerLawDamps (at_one above : R -> R -> Prop) : Prop :=
  forall (N : nat) (g t : R), (2 <= N)%nat -> 0 < t < 2 * PI ->
    (g < 1 -> symbol_modulus g N t < 1) /\
    (g = 1 -> at_one (symbol_modulus g N t) 1) /\
    (1 < g -> above (symbol_modulus g N t) 1).

(** jump-semigroup-contracts. Under jumps at the rates d^-g, a signal of frequency t
    is multiplied, after the time tau, by exp (s tau q(t)) with q the
    [jump_symbol]; this is below 1. The claim is s = -1; a control is s = 1. *)
Definition JumpSemigroupContracts (s : R) : Prop :=
  forall (N : nat) (g tau t : R), (1 <= N)%nat -> 0 < tau -> 0 < t < 2 * PI ->
    exp (s * tau * jump_symbol g N t) < 1.

(** levy-window. alpha = g - 1 is the index of a stable law that is not Gaussian,
    0 < alpha < 2, exactly for lo < g < 3. The claim is lo = 1; a control is
    lo = 0. *)
Definition LevyWindow (lo : R) : Prop :=
  forall g : R, 0 < g - 1 < 2 <-> lo < g < 3.

(** power-law-jump-moments. For g > 1 jumps d with probabilities proportional to
    d^-g on 1, 2, 3, ... have a finite mean exactly when g is above m, and a finite
    mean square exactly when g is above v. The claim is m = 2, v = 3; controls are
    m = 1 and v = 2. *)
Definition PowerLawJumpMoments (m v : R) : Prop :=
  forall g : R, 1 < g ->
    ((exists l : R, is_series (fun i => dist i * weight g i) l) <-> m < g) /\
    ((exists l : R, is_series (fun i => dist i ^ 2 * weight g i) l) <-> v < g).

(** ** Growth of the mass, and windows *)

(** partition-growth. For g >= 0 other than 1 and N >= 1,
    ((N+1)^(1-g) - 1) / (1-g)^k <= Z(g, N) <= 1 + (N^(1-g) - 1) / (1-g)^k;
    log (N+1) <= Z(1, N) <= 1 + log N; and as N tends to infinity, for 0 <= g < 1,
    Z(g, N) / N^(1-g) tends to 1 / (1-g)^k, and Z(1, N) / log N to 1. The claim is
    k = 1; a control is k = 0, which leaves the factor out. *)
Definition PartitionGrowth (k : nat) : Prop :=
  (forall (g : R) (N : nat), 0 <= g -> g <> 1 -> (1 <= N)%nat ->
     (Rpower (INR (N + 1)) (1 - g) - 1) / (1 - g) ^ k <= Z g N /\
     Z g N <= 1 + (Rpower (INR N) (1 - g) - 1) / (1 - g) ^ k) /\
  (forall N : nat, (1 <= N)%nat ->
     ln (INR (N + 1)) <= Z 1 N /\ Z 1 N <= 1 + ln (INR N)) /\
  (forall g : R, 0 <= g < 1 ->
     is_lim_seq (fun N => Z g N / Rpower (INR N) (1 - g)) (1 / (1 - g) ^ k)) /\
  is_lim_seq (fun N => Z 1 N / ln (INR N)) 1.

(** fixed-window-threshold. Where g is over 1, every share f < 1 of the mass is held
    by one window 1..D for all N at once; where it is not, every window falls below
    every share f > 0 from some N on. The claim is: over is [>]; a control is [>=]. *)
Definition FixedWindowThreshold (over : R -> R -> Prop) : Prop :=
  forall g : R,
    (over g 1 -> forall f : R, f < 1 ->
       exists D : nat, (1 <= D)%nat /\ forall N : nat, f * Z g N <= Z g D) /\
    (~ over g 1 -> forall (f : R) (D : nat), 0 < f ->
       exists N0 : nat, forall N : nat, (N0 <= N)%nat -> Z g D < f * Z g N).

(** window-share-limit. For 0 <= g < 1 and whole a, b >= 1, the mass of 1..an over
    that of 1..bn tends to (a/b)^((1-g)^k) as n tends to infinity; at g = 1 the mass
    of 1..n^a over that of 1..n^b tends to a/b. The claim is k = 1; a control is
    k = 0, a share that is the window's own share of the distances. *)
Definition WindowShareLimit (k : nat) : Prop :=
  forall a b : nat, (1 <= a)%nat -> (1 <= b)%nat ->
    (forall g : R, 0 <= g < 1 ->
       is_lim_seq (fun n => Z g (a * n) / Z g (b * n))
         (Rpower (INR a / INR b) ((1 - g) ^ k))) /\
    is_lim_seq (fun n => Z 1 (n ^ a) / Z 1 (n ^ b)) (INR a / INR b).

(** ** Maximum entropy without a largest distance *)

(** max-entropy-all-distances. On all distances 1, 2, 3, ... and for every g > 1, the
    series of z, of the mean of log d and of the entropy of p(d) = d^-g / z converge;
    among the distributions whose mean of log d exists and is that of p, every one
    has a convergent entropy, s * entropy is largest at p, and at p alone. The claim
    is s = 1; a control is s = -1. *)
Definition MaxEntropyAllDistances (s : R) : Prop :=
  forall g : R, 1 < g ->
    exists z m h : R,
      let p := fun i => weight g i / z in
      is_series (weight g) z /\
      is_series (fun i => p i * ln (dist i)) m /\
      is_series (fun i => - xlnx (p i)) h /\
      forall q : vector,
        (forall i : nat, 0 <= q i) -> is_series q 1 ->
        is_series (fun i => q i * ln (dist i)) m ->
        exists hq : R,
          is_series (fun i => - xlnx (q i)) hq /\ s * hq <= s * h /\
          (hq = h -> forall i : nat, q i = p i).
