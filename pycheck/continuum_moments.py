"""The log-moments of the density 1/(x log N) on [1, N], integrated with a proved error.

This density is the continuous counterpart of d^-1 / Z, and log x is uniform on [0, log N] under it, so that

    E[(log x)^k] = ∫_1^N (log x)^k / (x log N) dx = (log N)^k / (k + 1),    Var(log x) = (1/3 − 1/4)(log N)² = (log N)²/12.

Here nothing is substituted: Arb integrates the integrand as it stands, over x itself, by Gauss–Legendre quadrature with
an error bounded in the complex plane (Johansson 2018), the mean first and then the mean square distance from it. N = 3/2
is in the grid, where the interval is short, and N = 10¹⁸, where nearly all of it carries almost no mass.
"""

from fractions import Fraction

from flint import acb, arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 160
BITS = 80


def _moment_about(centre: arb, order: int, size: Fraction) -> arb:
    """∫ (log x − centre)^k / (x log N) dx over [1, N]."""
    width = ball(size).log()

    def integrand(x: acb, analytic: bool) -> acb:
        return (x.log(analytic) - centre) ** order / (x * width)

    integral: acb = acb.integral(integrand, 1, ball(size))
    return integral.real


def log_moments_are_those_of_a_uniform_variable(
    variance: Fraction, orders: list[int], sizes: list[Fraction], shift: int = 1
) -> Enclosure:
    """E[(log x)^k] = (log N)^k/(k + `shift`) for every k, and Var(log x) = `variance`·(log N)², for every N."""
    balls = []
    with ctx.workprec(PRECISION):
        for size in sizes:
            log = ball(size).log()
            for k in orders:
                moment = _moment_about(arb(0), k, size)
                balls.append(Ball(f"E[(log x)^{k}], N = {size}", moment, target=log**k / (k + shift), bits=BITS))
            spread = _moment_about(_moment_about(arb(0), 1, size), 2, size)
            balls.append(Ball(f"Var(log x), N = {size}", spread, target=ball(variance) * log * log, bits=BITS))
    return Enclosure(tuple(balls))
