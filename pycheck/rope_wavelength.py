"""The slowest RoPE pair of a head: its wavelength is 2πθ^(1−2/d_h), which is less than 2πθ.

Pair i = 0, …, d_h/2 − 1 turns by ω_i = θ^(−2i/d_h) a position, so it comes round after λ_i = 2π/ω_i = 2πθ^(2i/d_h). The
last pair has i = d_h/2 − 1 and 2i/d_h = 1 − 2/d_h. The value 2πθ would need i = d_h/2, which is one pair too many; it is
too large by the factor θ^(2/d_h), 1.3335 for θ = 10⁴ and d_h = 64.

Every λ_i is formed from its frequency; the largest of them is held against 2πθ^(1−c/d_h) with c = 2, and each against 2πθ.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 160
BITS = 100


def largest_wavelength_is_two_pi_theta_to_one_less_c_over_width(c: int, bases: list[Fraction], widths: list[int]) -> Enclosure:
    """max λ_i = 2πθ^(1 − `c`/d_h), and λ_i < 2πθ for every i, for every θ > 1 and even d_h."""
    balls = []
    with ctx.workprec(PRECISION):
        for theta in bases:
            for width in widths:
                turn = 2 * arb.pi()
                frequencies = [ball(theta) ** ball(Fraction(-2 * i, width)) for i in range(width // 2)]
                wavelengths = [turn / frequency for frequency in frequencies]
                largest = wavelengths[0]
                for wavelength in wavelengths:
                    largest = largest.max(wavelength)
                at = f"θ = {theta}, d_h = {width}"
                target = turn * ball(theta) ** ball(1 - Fraction(c, width))
                balls.append(Ball(f"largest, {at}", largest, target=target, bits=BITS))
                balls += [Ball(f"λ_{i}, {at}", w, high=turn * ball(theta)) for i, w in enumerate(wavelengths)]
    return Enclosure(tuple(balls))
