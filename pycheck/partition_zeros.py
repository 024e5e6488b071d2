"""Where Z(γ, N), as a function of a complex γ, is zero nearest to γ = 1: zeros counted inside circles, in balls.

Z(γ, N) = Σ_{d ≤ N} d^-γ is entire in γ, and on the real line it is positive; so log Z is analytic on any disc about 1 that
holds no zero, and is not on one that holds any. The number of zeros inside |γ − 1| = r is the winding number of Z along the
circle (the argument principle). The circle is cut into arcs; on each, Z lies in a ball that has to leave 0 out, so that the
turn between its ends is the principal argument of their quotient. The turns add up to 2π times the count.

Only sums over d ≤ N are used.
"""

from fractions import Fraction

from flint import acb, arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 64


def _z(gamma: acb, logs: list[arb]) -> acb:
    return sum(((-gamma * log).exp() for log in logs), acb(0))


def _zeros_inside(radius: Fraction, logs: list[arb], arcs: int) -> arb:
    """The winding number of Z along |γ − 1| = radius, twice that of its upper half; raises where an arc's ball holds 0.

    `arcs` is even. Z at a conjugate is the conjugate of Z, so that the lower half turns as far as the upper.
    """
    r = ball(radius)
    turn, half = arb(0), ball(Fraction(1, arcs))
    values = [_z(1 + r * acb(ball(Fraction(2 * k, arcs))).exp_pi_i(), logs) for k in range(arcs // 2 + 1)]
    for k in range(arcs // 2):
        middle = ball(Fraction(2 * k + 1, arcs)) + arb(0, 1) * half
        image = _z(1 + r * acb(middle).exp_pi_i(), logs)
        if image.contains(0):
            raise ArithmeticError(f"arc {k} of {arcs} at radius {radius}: the ball of Z holds 0")
        turn += (values[k + 1] / values[k]).arg()
    return turn / arb.pi()


def zeros_near_one_are(
    inner: int, outer: int, sizes: list[int], inner_radii: list[Fraction], outer_radii: list[Fraction], arcs: list[int]
) -> Enclosure:
    """Z(γ, N) has `inner` zeros within the inner radius of γ = 1, and `outer` within the outer, for every N."""
    balls = []
    with ctx.workprec(PRECISION):
        for size, near, far, cuts in zip(sizes, inner_radii, outer_radii, arcs, strict=True):
            logs = [arb(d).log() for d in range(1, size + 1)]
            for radius, count in ((near, inner), (far, outer)):
                found = _zeros_inside(radius, logs, cuts)
                low, high = count - Fraction(1, 2), count + Fraction(1, 2)
                balls.append(Ball(f"zeros within {radius} of 1, N = {size}", found, low=low, high=high))
    return Enclosure(tuple(balls))
