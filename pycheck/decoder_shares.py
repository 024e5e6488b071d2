"""The feed-forward share of a block, and the width at which a gated layer has the parameters of a plain one: in symbols.

With full heads and no biases a block of width d has 4 d² attention weights, and 2·h·d feed-forward ones, 3·h·d if gated:

    2·4d·d / (4d² + 2·4d·d) = 2/3,        3·d·h = 2·d·4d at h = (2/3)·4d,

so that a gated layer of that width keeps the share (Shazeer 2020, who reduces h by 2/3 to keep parameters and compute).
"""

from fractions import Fraction

import sympy

from claimledger.finding import Domain, Equation, Residual

D = sympy.Symbol("d", positive=True)
FACTOR = sympy.Symbol("k", positive=True)


def _rational(number: Fraction) -> sympy.Rational:
    return sympy.Rational(number.numerator, number.denominator)


def feed_forward_share_is(share: Fraction, factor: int) -> Residual:
    """2hd is that share of 4d² + 2hd at h = factor·d."""
    hidden = factor * D
    return Residual((Equation("share", 2 * hidden * D, _rational(share) * (4 * D**2 + 2 * hidden * D)),), {D: Domain(low=0)})


def gated_layer_matches_at(ratio: Fraction) -> Residual:
    """Three matrices of width ratio·k·d against two of width k·d: parameters, and so products a token, are the same."""
    gated = _rational(ratio) * FACTOR * D
    equation = Equation("weights", 3 * D * gated, 2 * D * FACTOR * D)
    return Residual((equation,), {D: Domain(low=0), FACTOR: Domain(low=0)})
