"""Bits about the input in a binned unit, as its weight grows: they fall for a saturating unit and stay for a ReLU.

256 inputs x, evenly spaced on (0, 1), all alike. The unit is tanh(wx), with its range from 0 to 1 cut into 32 bins, or
max(wx, 0), with the range from 0 to w that it has here cut into 32. As the unit is a function of x, the information is the
entropy of the bins. Without bins both units are one-to-one and keep all 8 bits: what falls is made by the bins (Saxe et al.
2019). Comparisons of tanh with the edges of bins are made in balls.
"""

from collections import Counter
from fractions import Fraction

from flint import arb, ctx, fmpq

from claimledger.finding import Ball, Enclosure

INPUTS, BINS = 256, 32
PRECISION = 300


def _bin(unit: str, weight: int, number: int) -> int:
    x = Fraction(2 * number + 1, 2 * INPUTS)
    if unit == "relu":
        return int(x * BINS)
    value = (weight * arb(fmpq(x.numerator, x.denominator))).tanh() * BINS
    place = value.floor().unique_fmpz()
    if place is None:
        raise ValueError("a value lies on the edge of a bin")
    return min(int(place), BINS - 1)


def _entropy(counts: list[int]) -> arb:
    shares = [arb(fmpq(count, INPUTS)) for count in counts]
    return -sum((share * share.log() for share in shares), arb(0)) / arb(2).log()


def bits_lie_between(units: list[str], weights: list[int], low: list[Fraction], high: list[Fraction]) -> Enclosure:
    """Entropy in bits of the binned unit, for each unit and weight."""
    balls = []
    with ctx.workprec(PRECISION):
        for unit, weight, least, most in zip(units, weights, low, high, strict=True):
            counts = Counter(_bin(unit, weight, number) for number in range(INPUTS))
            balls.append(Ball(f"{unit}, weight {weight}", _entropy(sorted(counts.values())), low=least, high=most))
    return Enclosure(tuple(balls))
