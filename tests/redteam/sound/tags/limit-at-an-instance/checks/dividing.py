"""1/n in a ball."""

from fractions import Fraction

from flint import arb

from claimledger.finding import Ball, Enclosure


def inverse_is_below(n: int) -> Enclosure:
    """1/n < 1/100."""
    return Enclosure((Ball("1/n", arb(1) / n, high=Fraction(1, 100)),))
