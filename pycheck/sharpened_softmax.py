"""Ten times the logits: the weight of the largest, in balls, with a clear winner, a close second and a tie.

The weight of a largest logit is 1/(m + Σ e^(−b Δ_j)), m the number of logits that are as large and Δ_j the gaps of the others. It
tends to 1/m as b grows: to one-hot only if m = 1, and at a given b only if b times the smallest gap is large.

Rows of logits are rationals divided by the square root of a whole number, so that the hand-worked scores (0, 2, 2)/√2 are among
them.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 192
BITS = 60


def _row(text: str) -> list[Fraction]:
    return [Fraction(part) for part in text.split()]


def largest_weight_lies_between(
    rows: list[str], roots: list[int], factors: list[int], low: list[str], high: list[str]
) -> Enclosure:
    """softmax(factor · row/√root) has its largest weight strictly between `low` and `high`."""
    balls = []
    with ctx.workprec(PRECISION):
        for text, root, factor, least, most in zip(rows, roots, factors, low, high, strict=True):
            weights = [(factor * ball(z) / arb(root).sqrt()).exp() for z in _row(text)]
            top = weights[_row(text).index(max(_row(text)))] / sum(weights, arb(0))
            balls.append(Ball(f"({text})/√{root} times {factor}", top, low=Fraction(least), high=Fraction(most), bits=BITS))
    return Enclosure(tuple(balls))
