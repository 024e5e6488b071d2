"""C_V(1; N) at astronomically large N: the expansion in log N against two routes that do not know it.

The expansion of `heat_capacity_expansion`, with L = log N, u = L + g_0, a = g_0²/2 + g_1, b = g_2 + 2 g_0³/3 + 2 g_0 g_1,

    C_V(1; N) = L²/12 + g_0 L/6 + g_0²/12 − a + b/u − a²/u²,        g_k = γ_k + ε_k(N),

is exact once ε_k is enclosed. Where f(x) = (log x)^k/x is decreasing and convex (log x ≥ 3 is enough for k ≤ 2), the
trapezoid on [d, d+1] exceeds the integral by at most (f′(d+1) − f′(d))/8 and never falls below it; summed from N on,

    f(N)/2 − |f′(N)|/8 ≤ ε_k(N) ≤ f(N)/2,        f′(x) = (k − log x)(log x)^(k−1)/x².

The other two values are M_2/M_0 − (M_1/M_0)² with the moments γ_k − γ_k(N+1) from generalised Stieltjes constants, and
from an Euler–Maclaurin sum. The first shares γ_k with the expansion, the second shares nothing with either.

No finite N shows a limit. What agreement to 30 digits and more at N = 10³⁰ and 10⁶⁰ shows is that no coefficient but this
one fits them, once the lower terms are those derived.
"""

from fractions import Fraction

from flint import acb, arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck import moments_by_euler_maclaurin, moments_by_zeta
from pycheck.definitions import ball, heat_capacity

PRECISION = 400
ONE = Fraction(1)


def _constant(order: int, size: int) -> arb:
    """g_k(N) = γ_k + ε_k(N), with the enclosure of ε_k above."""
    log = arb(size).log()
    if not log > 3:
        raise ValueError(f"N = {size}: the enclosure needs log N > 3")
    half = log**order / size / 2
    slope = (log - order) * log ** (order - 1) / size / size
    return acb.stieltjes(order).real + half - slope / 16 + arb(0, 1) * slope / 16


def expansion(size: int, coefficient: Fraction, next_coefficient: Fraction) -> arb:
    """The expansion with the two coefficients as given and all else as derived."""
    log = arb(size).log()
    g0, g1, g2 = (_constant(k, size) for k in range(3))
    u, a, b = log + g0, g0 * g0 / 2 + g1, g2 + 2 * g0 * g0 * g0 / 3 + 2 * g0 * g1
    rest = g0 * g0 / 12 - a + b / u - a * a / (u * u)
    return ball(coefficient) * log * log + ball(next_coefficient) * g0 * log + rest


def two_routes_agree_with_the_expansion(
    coefficient: Fraction, powers_of_ten: list[int], digits: int, next_coefficient: Fraction = Fraction(1, 6)
) -> Enclosure:
    """C_V(1; 10^e) = `coefficient` L² + `next_coefficient` g_0 L + …, by zeta values and by Euler–Maclaurin."""
    bits = -(-digits * 3322 // 1000)
    balls = []
    with ctx.workprec(PRECISION):
        for power in powers_of_ten:
            size = 10**power
            expanded = expansion(size, coefficient, next_coefficient)
            by_zeta = heat_capacity(ONE, moments_by_zeta.log_moments(ONE, size))
            by_sum = heat_capacity(ONE, moments_by_euler_maclaurin.log_moments(ONE, size))
            balls += [
                Ball(f"N = 10^{power}: zeta values and the expansion", by_zeta, target=expanded, bits=bits),
                Ball(f"N = 10^{power}: Euler–Maclaurin and the expansion", by_sum, target=expanded, bits=bits),
                Ball(f"N = 10^{power}: zeta values and Euler–Maclaurin", by_zeta, target=by_sum, bits=bits),
            ]
    return Enclosure(tuple(balls))
