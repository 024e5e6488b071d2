"""What a few trials leave open: exact limits for a probability, from binomial tails in rational arithmetic.

For x successes in n the limits at level 1 − α (Clopper & Pearson 1934) are the p at which P(X ≥ x) and P(X ≤ x) are α/2. A
limit known to three decimals is one between whose neighbours the tail crosses α/2.
"""

from fractions import Fraction
from math import comb

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball


def _at_least(x: int, n: int, p: Fraction) -> Fraction:
    return sum((comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(x, n + 1)), Fraction(0))


def limits_are(low: Fraction, high: Fraction, successes: int, trials: int, alpha: Fraction) -> Enclosure:
    """The exact limits for `successes` of `trials` lie within half a thousandth of `low` and `high`."""
    half, tail = Fraction(1, 2000), alpha / 2
    return Enclosure(
        (
            Ball("P(X ≥ x) just below low", ball(_at_least(successes, trials, low - half)), high=tail),
            Ball("P(X ≥ x) just above low", ball(_at_least(successes, trials, low + half)), low=tail),
            Ball("P(X ≤ x) just below high", ball(1 - _at_least(successes + 1, trials, high - half)), low=tail),
            Ball("P(X ≤ x) just above high", ball(1 - _at_least(successes + 1, trials, high + half)), high=tail),
        )
    )
