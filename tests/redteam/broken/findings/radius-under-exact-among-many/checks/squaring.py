"""Forty-nine balls, of which the second has a radius."""

from fractions import Fraction

from flint import arb

from claimledger.finding import Ball, Enclosure


def two_lies_between_the_squares(low: Fraction, high: Fraction) -> Enclosure:
    """low < x < high for √2 once and 1.41425 forty-eight times."""
    values = [arb(2).sqrt() if i == 1 else Fraction("1.41425") for i in range(49)]
    return Enclosure(tuple(Ball(f"x{i}", value, low=low, high=high) for i, value in enumerate(values)))
