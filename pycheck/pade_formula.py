"""The book's closed form for the decay exponent, γ_Padé(θ, L) = (2θ − L√2)/(2θ + L√2), at named values."""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure, Finding

BITS = 128


def _formula(theta: int, length: int) -> arb:
    root = length * arb(2).sqrt()
    return (2 * theta - root) / (2 * theta + root)


def value_lies_between(theta: int, length: int, low: Fraction, high: Fraction) -> Finding:
    """γ_Padé at one θ and L."""
    ctx.prec = BITS
    return Enclosure((Ball("γ_Padé", _formula(theta, length), low=low, high=high, bits=40),))


def change_with_theta_lies_between(thetas: list[int], length: int, low: Fraction, high: Fraction) -> Finding:
    """γ_Padé at the second θ less that at the first."""
    ctx.prec = BITS
    before, after = (_formula(theta, length) for theta in thetas)
    return Enclosure((Ball("difference", after - before, low=low, high=high, bits=40),))


def change_with_length_lies_between(theta: int, lengths: list[int], low: Fraction, high: Fraction) -> Finding:
    """γ_Padé at the second L less that at the first."""
    ctx.prec = BITS
    before, after = (_formula(theta, length) for length in lengths)
    return Enclosure((Ball("difference", after - before, low=low, high=high, bits=40),))
