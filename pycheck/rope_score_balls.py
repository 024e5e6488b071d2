"""RoPE scores by complex numbers, in balls: a placed peak, and the bound by the lengths of query and key.

In a plane the pairs are complex numbers and the score at distance r is Re(conj(q) k e^(−irω)).
"""

from fractions import Fraction

from flint import acb, arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION, BITS = 160, 80
PAIRS = ((3, -1), (1, 2), (-2, 5))
QUERIES = ((1, 1), (-4, 1), (2, 3))


def _frequencies(theta: int) -> list[arb]:
    return [arb(theta) ** ball(Fraction(-i, len(PAIRS))) for i in range(len(PAIRS))]


def score_has_its_peak_at_r_0_times(sign: int, theta: int, peaks: list[int], distances: list[int]) -> Enclosure:
    """Σ Re(conj(q_i) k_i e^(−irω_i)) with q_i = k_i e^(−ir_0ω_i) is Σ |k_i|² cos((r − `sign` r_0)ω_i)."""
    balls = []
    with ctx.workprec(PRECISION):
        frequencies = _frequencies(theta)
        for r_0 in peaks:
            for r in distances:
                score, closed = acb(0), arb(0)
                for (a, b), w in zip(PAIRS, frequencies, strict=True):
                    key = acb(a, b)
                    query = key * (acb(0, -1) * acb(w * r_0)).exp()
                    score += query.conjugate() * key * (acb(0, -1) * acb(w * r)).exp()
                    closed += (a * a + b * b) * (w * (r - sign * r_0)).cos()
                balls.append(Ball(f"r_0 = {r_0}, r = {r}", score.real, target=closed, bits=BITS))
    return Enclosure(tuple(balls))


def squares_of_both_products_sum_to(growth: int, theta: int, distances: list[int]) -> Enclosure:
    """|conj(q) k e^(−irω)|² = |q|²|k|² r^`growth` in each plane, and |score| stays below Σ|q_i||k_i| + 1/1000."""
    balls = []
    with ctx.workprec(PRECISION):
        for r in distances:
            score, most = arb(0), arb(0)
            for (a, b), (c, d), w in zip(PAIRS, QUERIES, _frequencies(theta), strict=True):
                both = acb(c, d).conjugate() * acb(a, b) * (acb(0, -1) * acb(w * r)).exp()
                lengths = (a * a + b * b) * (c * c + d * d)
                total = both.real * both.real + both.imag * both.imag
                balls.append(Ball(f"pair ({a}, {b}), r = {r}", total, target=lengths * r**growth, bits=BITS))
                score, most = score + both.real, most + arb(lengths).sqrt()
            balls.append(Ball(f"whole score, r = {r}", abs(score), high=most + ball(Fraction(1, 1000))))
    return Enclosure(tuple(balls))
