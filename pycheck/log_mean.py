"""What the mean of log d says of its variance, which is what the coefficient of C_V at γ = 1 is: nothing.

In units of log N, log d lies in [0, 1], and C_V(1; N)/(log N)² is its variance. Weight w at 0, w at 1 and 1 − 2w at 1/2
has mean 1/2 for every w from 0 to 1/2, and variance w/2.
"""

from collections.abc import Sequence
from fractions import Fraction

from flint import arb

from claimledger.finding import Ball, Enclosure


def coefficients_that_a_mean_of_one_half_allows(coefficients: list[Fraction], allowed: int) -> Enclosure:
    """How many of the coefficients are the variance of some distribution on [0, 1] whose mean is 1/2."""
    return Enclosure((Ball("allowed", arb(sum(_is_attained(c) for c in coefficients)), target=allowed),))


def _is_attained(coefficient: Fraction) -> bool:
    """Whether the three-point distribution with that variance is one, and has the mean 1/2 and the variance."""
    edge = 2 * coefficient
    points, weights = (Fraction(0), Fraction(1, 2), Fraction(1)), (edge, 1 - 2 * edge, edge)
    mean = _mean(points, weights)
    variance = _mean([(p - mean) ** 2 for p in points], weights)
    return min(weights) >= 0 and sum(weights) == 1 and mean == Fraction(1, 2) and variance == coefficient


def _mean(values: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    return sum((v * w for v, w in zip(values, weights, strict=True)), Fraction(0))
