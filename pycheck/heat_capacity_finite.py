"""C_V(1; N) lies above (log N)²/12, and by less than s·log N: every N from 2 to a stated end, by running sums.

With L = log N and C_V(1; N) = L²/12 + (γ_E/6) L + O(1), the excess over the leading term, divided by L, tends to
γ_E/6 = 0.0962…; the claim is that on the whole range it is positive and below s. Each N is one ball,

    0 < (C_V(1; N) − L²/12) / L < s,

from M_0, M_1, M_2 summed up to N with nothing left out. With s = 0 the upper end says that the leading term *is* the
value (or more than it), which no N ≥ 2 bears out.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import heat_capacity, running_moments

PRECISION = 128
BITS = 80


def excess_over_leading_term_is_below_s_log_n(s: Fraction, last: int, coefficient: Fraction = Fraction(1, 12)) -> Enclosure:
    """`coefficient`·(log N)² < C_V(1; N) < `coefficient`·(log N)² + s·log N for every N = 2, …, `last`."""
    balls = []
    with ctx.workprec(PRECISION):
        for size, moments in enumerate(running_moments(Fraction(1), last), 1):
            if size > 1:
                log = arb(size).log()
                excess = heat_capacity(Fraction(1), moments) / log - log * coefficient.numerator / coefficient.denominator
                balls.append(Ball(f"N = {size}", excess, low=0, high=s, bits=BITS))
    return Enclosure(tuple(balls))
