"""Var(log d) for γ below 1, with N so large that the cut-off has stopped to matter: it is 1/(1−γ)², as from above.

For γ < 1 and large N the continuum x^-γ on [1, N] makes log N − log x an exponential variable of rate 1 − γ, cut off at
log N, whose variance is 1/(1−γ)²; the corrections fall as N^(γ−1) (log N)². Mean distance in log from the far end, and
variance, are enclosed at named γ and N from differences of Hurwitz zeta values.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, variance
from pycheck.moments_by_zeta import log_moments

PRECISION = 1024


def variance_is_a_power_of_one_over_the_gap(
    power: int, exponents: list[Fraction], powers_of_ten: list[int], slack: Fraction, mean_power: int = 1
) -> Enclosure:
    """(1−γ)^`power` Var(log d) and (1−γ)^`mean_power` (log N − E[log d]) are 1 to within `slack`, N = 10^e."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma, exponent in zip(exponents, powers_of_ten, strict=True):
            size, gap = 10**exponent, ball(1 - gamma)
            moments = log_moments(gamma, size)
            short = arb(size).log() - moments[1] / moments[0]
            at = f"γ = {gamma}, N = 10^{exponent}"
            balls += [
                Ball(f"Var(log d), {at}", gap**power * variance(moments) - 1, low=-slack, high=slack),
                Ball(f"log N − E[log d], {at}", gap**mean_power * short - 1, low=-slack, high=slack),
            ]
    return Enclosure(tuple(balls))
