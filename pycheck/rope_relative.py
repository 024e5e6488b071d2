"""RoPE scores of whole heads in balls: turned vectors against complex numbers that know m + s n only.

With ω_i = θ^(−2i/d_h), i = 0, …, d_h/2 − 1, the left side turns each pair of coordinates of q by mω_i and of k by nω_i and
takes the scalar product. The right side reads the pairs as complex numbers and never sees m and n apart (Su et al. 2021):

    score = Re Σ_i conj(q_i) k_i e^(−i(m + s n)ω_i),    s = −1.

Queries and keys are whole numbers from −9 to 9, drawn from a fixed seed; positions go up to 10⁶ and need not be whole.
Where n = 0 the sign s plays no part.
"""

import random
from fractions import Fraction

from flint import acb, arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 256
BITS = 100
SEED = 8
Pairs = list[tuple[int, int]]


def _frequencies(theta: int, width: int) -> list[arb]:
    return [arb(theta) ** ball(Fraction(-2 * i, width)) for i in range(width // 2)]


def _turned(pairs: Pairs, position: Fraction, frequencies: list[arb]) -> list[tuple[arb, arb]]:
    turned = []
    for (x, y), frequency in zip(pairs, frequencies, strict=True):
        angle = ball(position) * frequency
        cos, sin = angle.cos(), angle.sin()
        turned.append((cos * x - sin * y, sin * x + cos * y))
    return turned


def _by_complex_numbers(q: Pairs, k: Pairs, combined: Fraction, frequencies: list[arb]) -> arb:
    total = acb(0)
    for (q0, q1), (k0, k1), frequency in zip(q, k, frequencies, strict=True):
        total += acb(q0, -q1) * acb(k0, k1) * acb(0, -ball(combined) * frequency).exp()
    return total.real


def score_is_a_function_of_m_plus_s_n(
    s: int, bases: list[int], widths: list[int], queries: list[Fraction], keys: list[Fraction]
) -> Enclosure:
    """The score of q at m and k at n is the complex formula at m + `s` n, for every θ, d_h, m and n."""
    drawn = random.Random(SEED)
    balls = []
    with ctx.workprec(PRECISION):
        for theta in bases:
            for width in widths:
                frequencies = _frequencies(theta, width)
                q, k = ([(drawn.randint(-9, 9), drawn.randint(-9, 9)) for _ in frequencies] for _ in range(2))
                for m in queries:
                    for n in keys:
                        rows = zip(_turned(q, m, frequencies), _turned(k, n, frequencies), strict=True)
                        score = sum((x * u + y * v for (x, y), (u, v) in rows), arb(0))
                        target = _by_complex_numbers(q, k, m + s * n, frequencies)
                        balls.append(Ball(f"θ = {theta}, d_h = {width}, m = {m}, n = {n}", score, target=target, bits=BITS))
    return Enclosure(tuple(balls))
