"""The decay of attention over distance says nothing of what a head writes: all small W_O W_V under one pattern.

A causal head on 5 tokens whose scores see positions only, through fixed query and key weights: the score at distance d is
−d·(d + 1)/2 in powers of two, so every weight is rational. The tokens are pairs of numbers, the head writes
o_i = Σ_j A_ij (W_O W_V) x_j. Mean attention at distance d is A(d) = mean of A_ij over the pairs with i − j = d, and γ is
fitted to A(d), by whatever rule. W_O W_V runs over all 81 matrices with entries −1, 0, 1.
"""

from fractions import Fraction
from itertools import product

from flint import arb

from claimledger.finding import Ball, Enclosure

TOKENS = ((1, 0), (0, 1), (1, 1), (2, -1), (-1, 3))
Vector = tuple[Fraction, ...]


def _pattern(i: int) -> list[Fraction]:
    powers = [Fraction(1, 2 ** ((i - j) * (i - j + 1) // 2)) for j in range(i + 1)]
    return [power / sum(powers) for power in powers]


def head(ov: tuple[int, ...]) -> tuple[Vector, tuple[Vector, ...]]:
    """(A(1), …, A(4)) and the outputs of the head with that W_O W_V, both read off one run of it."""
    by_distance: dict[int, list[Fraction]] = {d: [] for d in range(1, len(TOKENS))}
    outputs = []
    for i in range(len(TOKENS)):
        written = [Fraction(0), Fraction(0)]
        for j, weight in enumerate(_pattern(i)):
            if i > j:
                by_distance[i - j].append(weight)
            x, y = TOKENS[j]
            written[0] += weight * (ov[0] * x + ov[1] * y)
            written[1] += weight * (ov[2] * x + ov[3] * y)
        outputs.append(tuple(written))
    return tuple(sum(weights, Fraction(0)) / len(weights) for weights in by_distance.values()), tuple(outputs)


def heads_with_one_decay_and_what_they_write(matrices: int, decays: int, functions: int, opposite: int) -> Enclosure:
    """Over all W_O W_V: how many, how many different A(d), how many different outputs, and how many pairs of opposite ones."""
    heads = [head(ov) for ov in product((-1, 0, 1), repeat=4)]
    outputs = {written for _, written in heads}
    negated = {tuple(tuple(-entry for entry in row) for row in written) for written in outputs}
    pairs = (len(outputs & negated) - any(all(entry == 0 for row in written for entry in row) for written in outputs)) // 2
    balls = (
        Ball("matrices W_O W_V", arb(len(heads)), target=matrices),
        Ball("different A(d)", arb(len({decay for decay, _ in heads})), target=decays),
        Ball("different outputs", arb(len(outputs)), target=functions),
        Ball("pairs of heads that write the opposite of each other", arb(pairs), target=opposite),
    )
    return Enclosure(balls)
