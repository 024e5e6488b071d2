"""C_V(1; N) stays within a L + b of (log N)²/12, L = log N: every N from 2 to a stated end, by running sums.

The claim is a = b = 1/2, at every N ≥ 2. One ball for each stretch of 100 consecutive N holds the values of

    (C_V(1; N) − c L²) / (a L + b)

at all of them, and has to lie between −1 and 1; so a stretch passes only if each of its N does, and is refuted only if
none does. The values come from M_0, M_1, M_2 summed up to N with nothing left out.

The bound is far from sharp: the true difference is near (γ_E/6) L = 0.0962 L, above 0 and below L/10, so a = 2/25 with
b = 0 is already false at every N. With c = 1/4 the difference grows as L²/6, and passes L/2 + 1/2 at N = 68.
"""

from collections.abc import Iterator
from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, heat_capacity, running_moments

PRECISION = 128
STRETCH = 100
ONE = Fraction(1)
HALF = Fraction(1, 2)


def _shares(last: int, coefficient: Fraction, slope: Fraction, constant: Fraction) -> Iterator[tuple[int, arb]]:
    """N and (C_V(1; N) − c L²)/(a L + b), for N = 2, …, `last`."""
    for size, moments in enumerate(running_moments(ONE, last), 1):
        if size > 1:
            log = arb(size).log()
            difference = heat_capacity(ONE, moments) - ball(coefficient) * log * log
            yield size, difference / (ball(slope) * log + ball(constant))


def difference_from_leading_term_is_within_a_log_n_plus_b(
    coefficient: Fraction, last: int, slope: Fraction = HALF, constant: Fraction = HALF
) -> Enclosure:
    """|C_V(1; N) − `coefficient`·L²| < `slope`·L + `constant` for every N = 2, …, `last`, 100 of them in a ball."""
    stretches: dict[int, arb] = {}
    with ctx.workprec(PRECISION):
        for size, share in _shares(last, coefficient, slope, constant):
            first = (size - 2) // STRETCH * STRETCH + 2
            stretches[first] = stretches[first].union(share) if first in stretches else share
    ends = {first: min(first + STRETCH - 1, last) for first in stretches}
    return Enclosure(tuple(Ball(f"N = {n} to {ends[n]}", value, low=-1, high=1) for n, value in stretches.items()))
