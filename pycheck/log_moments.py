"""M_0, M_1, M_2 for N far beyond any sum that can be written out: two routes, and plain sums where they reach.

Zeta values come from Arb, the Euler–Maclaurin sum is our own with its own remainder bound; they share no line. Up to
N = 10⁴ both are also held against the sum itself. What the two routes do share is a theorem: Arb, too, computes
Hurwitz zeta values by Euler–Maclaurin summation, with other code, another start and another bound.

The grid holds points where the routes are at their worst: γ within 10⁻¹² of 1, where differences of zeta values and
the integral both cancel, and N = 10⁶⁰. A constant that is off by one term shows only where that term is within reach of
the accuracy: at γ = 3 and N = 10⁶⁰ one term of the sum is 10⁻¹⁸⁰.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck import definitions, moments_by_euler_maclaurin, moments_by_zeta

PRECISION = 640
BITS = 200
SUMMED = 10**4


def two_routes_agree_on_the_log_moments(
    exponents: list[Fraction],
    sizes: list[int],
    end_weight: Fraction = Fraction(1, 2),
    b2: Fraction = Fraction(1, 6),
    first_left_out: int = 1,
) -> Enclosure:
    """Each M_k by zeta values is M_k by Euler–Maclaurin to 200 bits, and both are the sum itself where N ≤ 10⁴."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma in exponents:
            plain = _sums(gamma, [size for size in sizes if size <= SUMMED])
            for size in sizes:
                zeta = moments_by_zeta.log_moments(gamma, size, first_left_out)
                summed = moments_by_euler_maclaurin.log_moments(gamma, size, end_weight, b2)
                for k in range(3):
                    label = f"M_{k}, γ = {gamma}, N = {size}"
                    balls.append(Ball(f"{label}: zeta and Euler–Maclaurin", zeta[k], target=summed[k], bits=BITS))
                    if size in plain:
                        exact = plain[size][k]
                        balls.append(Ball(f"{label}: the sum and Euler–Maclaurin", exact, target=summed[k], bits=BITS))
                        balls.append(Ball(f"{label}: the sum and zeta", exact, target=zeta[k], bits=BITS))
    return Enclosure(tuple(balls))


def _sums(gamma: Fraction, sizes: list[int]) -> dict[int, tuple[arb, arb, arb]]:
    """The moments summed one term after the other, kept at each of `sizes`."""
    running = enumerate(definitions.running_moments(gamma, max(sizes, default=0)), 1)
    return {size: moments for size, moments in running if size in sizes}
