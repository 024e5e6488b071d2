"""√2 between two decimals: 2 between their squares."""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure


def two_lies_between_the_squares(low: Fraction, high: Fraction) -> Enclosure:
    """low² < 2 < high²."""
    return Enclosure((Ball("low²", low**2, high=2), Ball("high²", high**2, low=2)))
