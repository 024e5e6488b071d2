"""E[log d] and Var(log d) on all distances, as γ falls to 1: from log ζ, with the distance from the limit bounded.

On d = 1, 2, 3, … and γ > 1, Z = ζ(γ), E[log d] = −(log ζ)′(γ) and Var(log d) = (log ζ)″(γ). With ε = γ − 1 and
ζ(1+ε) = 1/ε + γ_E − γ_1 ε + …                                                                          (DLMF 25.2.4)

    ε E[log d] = 1 − γ_E ε + …,        ε² Var(log d) = 1 − (γ_E² + 2γ_1) ε² + …,

so the mean grows as 1/ε and the variance as 1/ε². What is checked is how fast, at ε = 10^-e:

    |ε^j E[log d] − 1| < ε,        |ε^k Var(log d) − 1| < ε²,        j = 1, k = 2.

At ε = 1 every power of ε is 1, and a false j or k agrees there. That the bounds hold at named ε shows no limit.
"""

from fractions import Fraction

from flint import arb, arb_series, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 1600
BITS = 60


def _mean_and_variance(gap: Fraction) -> tuple[arb, arb]:
    """E[log d] and Var(log d) on 1, 2, 3, … at γ = 1 + gap."""
    log_zeta = arb_series([ball(1 + gap), 1], prec=3).zeta().log()
    return -log_zeta[1], 2 * log_zeta[2]


def mean_and_variance_grow_as_powers_of_one_over_the_gap(power: int, exponents: list[int], mean_power: int = 1) -> Enclosure:
    """(ε^`mean_power` E − 1)/ε and (ε^`power` Var − 1)/ε² lie between −1 and 1, at ε = 10^-e for every e."""
    balls = []
    with ctx.workprec(PRECISION):
        for exponent in exponents:
            gap = Fraction(1, 10**exponent)
            mean, variance = _mean_and_variance(gap)
            e = ball(gap)
            balls += [
                Ball(f"E[log d], ε = 10^-{exponent}", (e**mean_power * mean - 1) / e, low=-1, high=1, bits=BITS),
                Ball(f"Var(log d), ε = 10^-{exponent}", (e**power * variance - 1) / (e * e), low=-1, high=1, bits=BITS),
            ]
    return Enclosure(tuple(balls))
