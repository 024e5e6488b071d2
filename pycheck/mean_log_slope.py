"""The response of E[log d] to γ at a finite N, in balls: minus the variance, within Popoviciu's bound, at γ = 1 as elsewhere.

On d = 1..N the energy U(γ) = M_1/M_0 is a quotient of finite sums of exponentials in γ, with M_0 > 0, so it is analytic on the
whole line. Its derivative is −Var(log d), and a variable on [0, log N] has at most the variance (log N)²/4 (Popoviciu 1935).
The derivative is read off from U as a power series at γ, the variance is summed as it is defined.
"""

from fractions import Fraction
from itertools import product

from flint import arb, arb_series, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, moment, variance

PRECISION = 160
BITS = 80


def _slope(gamma: Fraction, size: int) -> arb:
    """The coefficient of ε in U(γ + ε)."""
    total, energy = arb_series([0], prec=2), arb_series([0], prec=2)
    for d in range(1, size + 1):
        log = arb(d).log()
        weight = arb_series([-ball(gamma) * log, -log], prec=2).exp()
        total, energy = total + weight, energy + log * weight
    return (energy / total)[1]


def slope_of_the_mean_is_minus_the_variance(coefficient: Fraction, exponents: list[Fraction], sizes: list[int]) -> Enclosure:
    """U'(γ) = −Var(log d), and 0 < Var(log d) < `coefficient`·(log N)² for N ≥ 3."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma, size in product(exponents, sizes):
            spread = variance((moment(0, gamma, size), moment(1, gamma, size), moment(2, gamma, size)))
            label = f"γ = {gamma}, N = {size}"
            balls.append(Ball(f"slope, {label}", _slope(gamma, size), target=-spread, bits=BITS))
            balls.append(Ball(f"over (log N)², {label}", spread / arb(size).log() ** 2, low=0, high=coefficient))
    return Enclosure(tuple(balls))
