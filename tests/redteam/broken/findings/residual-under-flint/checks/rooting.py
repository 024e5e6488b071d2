"""A residual where a ball belongs."""

from fractions import Fraction

import sympy

from claimledger.finding import Equation, Residual


def root_of_two_lies_between(low: Fraction, high: Fraction) -> Residual:
    """2 = 2."""
    return Residual((Equation("two", sympy.Integer(2), sympy.Integer(2 if low < high else 3)),), {})
