"""Permuted tokens give permuted outputs: softmax attention without mask and without positions, every order of the tokens.

For tokens x_1, …, x_n and matrices W_Q, W_K, W_V the output at i is Σ_j a_ij W_V x_j with a_ij ∝ e^(s_ij) over the j that i
may look at, s_ij = (W_Q x_i)·(W_K x_j)/√d_k (Vaswani et al. 2017). With no mask, and for every permutation π of the tokens,

    output at i for the tokens x_π(1), …, x_π(n)  =  output at π(i) for the tokens x_1, …, x_n.

The outputs move along with the tokens. They do not stay where they were: with `outputs_move` false the check asks that the
output at i be the same before and after. With `causal` each i looks at j ≤ i only.

Every permutation of n tokens, in balls. Tokens and matrices hold small whole numbers from fixed seeds, chosen so that the
matrices are invertible and no two tokens or outputs are alike. The permutation that moves nothing agrees with any variant.
"""

import random
from itertools import permutations

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure

PRECISION = 160
BITS = 100
WIDTH = 2
SEED = 34
ENTRIES = ((-1, 1), (-1, 1), (1, 3))
"""The entries of W_Q, W_K and W_V lie between these."""
Vector = list[int]


def _times(matrix: list[Vector], x: Vector) -> Vector:
    return [sum(a * b for a, b in zip(row, x, strict=True)) for row in matrix]


def _drawn(size: int) -> tuple[list[Vector], list[list[Vector]]]:
    """Tokens, all different, and the three matrices."""
    source = random.Random(SEED + size)
    pairs = [[a, b] for a in range(-1, 3) for b in range(-1, 3)]
    matrices = [[[source.randint(low, high) for _ in range(WIDTH)] for _ in range(WIDTH)] for low, high in ENTRIES]
    return source.sample(pairs, size), matrices


def _attention(tokens: list[Vector], matrices: list[list[Vector]], causal: bool) -> list[list[arb]]:
    queries, keys, values = ([_times(matrix, x) for x in tokens] for matrix in matrices)
    outputs = []
    for i, query in enumerate(queries):
        seen = range(i + 1) if causal else range(len(tokens))
        scores = {j: arb(sum(a * b for a, b in zip(query, keys[j], strict=True))) / arb(WIDTH).sqrt() for j in seen}
        weights = {j: score.exp() for j, score in scores.items()}
        total = sum(weights.values(), arb(0))
        outputs.append([sum((w * values[j][c] for j, w in weights.items()), arb(0)) / total for c in range(WIDTH)])
    return outputs


def permuted_tokens_give_permuted_outputs(causal: bool, sizes: list[int], outputs_move: bool = True) -> Enclosure:
    """The output at i of the permuted tokens is that at π(i) of the tokens, for every permutation π of n tokens and every i."""
    balls = []
    with ctx.workprec(PRECISION):
        for size in sizes:
            tokens, matrices = _drawn(size)
            before = _attention(tokens, matrices, causal)
            for order in permutations(range(size)):
                after = _attention([tokens[j] for j in order], matrices, causal)
                for i, row in enumerate(after):
                    target = before[order[i] if outputs_move else i]
                    for c in range(WIDTH):
                        balls.append(Ball(f"order {order}, output {i}, coordinate {c}", row[c], target=target[c], bits=BITS))
    return Enclosure(tuple(balls))
