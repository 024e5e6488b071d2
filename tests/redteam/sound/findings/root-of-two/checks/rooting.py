"""√2 between two decimals, in a ball."""

from fractions import Fraction

from flint import arb

from claimledger.finding import Ball, Enclosure


def root_of_two_lies_between(low: Fraction, high: Fraction) -> Enclosure:
    """low < √2 < high."""
    return Enclosure((Ball("√2", arb(2).sqrt(), low=low, high=high),))
