"""How many times too large (log N)²/4 is: three times its corrected form, and less than that of C_V(1; N) itself.

    (log N)²/4 : (log N)²/12 = 3,    C_V(1; N) = (log N)²/12 + (γ_E/6) log N + …,

so that against the value the factor is below 3 and tends to it slowly. C_V is summed directly.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, heat_capacity, moment

PRECISION = 160


def quarter_is_this_many_times(of_corrected: Fraction, sizes: list[int], of_value: list[Fraction]) -> Enclosure:
    """(log N)²/4 is `of_corrected` times (log N)²/12, and `of_value` times C_V(1; N) to two decimals."""
    half, one = Fraction(1, 200), Fraction(1)
    with ctx.workprec(PRECISION):
        balls = [
            Ball("of the corrected coefficient", ball(Fraction(1, 4)) / ball(Fraction(1, 12)), target=of_corrected, bits=100)
        ]
        for size, factor in zip(sizes, of_value, strict=True):
            value = heat_capacity(one, (moment(0, one, size), moment(1, one, size), moment(2, one, size)))
            balls.append(Ball(f"of C_V, N = {size}", arb(size).log() ** 2 / 4 / value, low=factor - half, high=factor + half))
    return Enclosure(tuple(balls))
