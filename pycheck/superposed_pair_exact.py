"""The losses of two features in one dimension on a lattice of inputs, summed case by case, and their limit: in fractions.

A feature is 0 with probability 1 − p, else one of the midpoints (2k − 1)/2m of m equal parts of (0, 1), all alike. The network is
run on every pair of inputs: h = w·x, x̂ = relu(w h + b). The losses are polynomials in 1/m², and Richardson's step with m and 2m
takes the leading term of the distance to the uniform case away; at m = 8 and 16 what is left is below 1/10,000.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure

Pair = tuple[Fraction, Fraction]


def _loss(weights: Pair, bias: Pair, p: Fraction, parts: int) -> Fraction:
    values = [(Fraction(0), 1 - p)] + [(Fraction(2 * k - 1, 2 * parts), p / parts) for k in range(1, parts + 1)]
    total = Fraction(0)
    for x, first in values:
        for y, second in values:
            hidden = weights[0] * x + weights[1] * y
            out = [max(w * hidden + b, Fraction(0)) for w, b in zip(weights, bias, strict=True)]
            total += first * second * ((x - out[0]) ** 2 + (y - out[1]) ** 2)
    return total


def _limit(weights: Pair, bias: Pair, p: Fraction) -> Fraction:
    coarse, fine = (_loss(weights, bias, p, parts) for parts in (8, 16))
    return (4 * fine - coarse) / 3


def losses_cross_at(density: Fraction, densities: list[Fraction]) -> Enclosure:
    """Loss of one alone less that of both, within 1/10,000 of 7 p (density − p)/12 at each p."""
    balls = []
    for p in densities:
        both = _limit((Fraction(1), Fraction(-1)), (Fraction(0), Fraction(0)), p)
        alone = _limit((Fraction(1), Fraction(0)), (Fraction(0), p / 2), p)
        target = 7 * p * (density - p) / 12
        balls.append(Ball(f"p = {p}", alone - both, low=target - Fraction(1, 10000), high=target + Fraction(1, 10000)))
    return Enclosure(tuple(balls))
