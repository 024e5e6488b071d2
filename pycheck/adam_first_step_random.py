"""Adam run for one step on drawn gradients, in rational arithmetic: m_0 = v_0 = 0, then the update as published.

Square roots are of squares of rationals and so exact. The step is held against ηg/(|g| + ε).
"""

from fractions import Fraction
from math import isqrt

from hypothesis import strategies as st

from claimledger.finding import Cases

Case = tuple[Fraction, Fraction, Fraction, Fraction, Fraction]


def _root(square: Fraction) -> Fraction:
    top, bottom = isqrt(square.numerator), isqrt(square.denominator)
    if Fraction(top * top, bottom * bottom) != square:
        raise ValueError(f"{square} is no square")
    return Fraction(top, bottom)


def first_step_is(form: str, examples: int = 300) -> Cases:
    """The first step from g, η, ε, β_1, β_2; form: normalised, ηg/(|g| + ε); proportional, ηg."""

    def holds(case: Case) -> bool:
        g, eta, epsilon, b1, b2 = case
        mean, square = Fraction(0), Fraction(0)
        mean = b1 * mean + (1 - b1) * g
        square = b2 * square + (1 - b2) * g * g
        step = eta * (mean / (1 - b1)) / (_root(square / (1 - b2)) + epsilon)
        return step == (eta * g / (abs(g) + epsilon) if form == "normalised" else eta * g)

    gradients = st.tuples(st.sampled_from(range(-1000, 1001)), st.sampled_from(range(1, 100))).map(lambda t: Fraction(*t))
    rates = st.sampled_from(range(1, 100)).map(lambda k: Fraction(k, 1000))
    decays = st.sampled_from(range(0, 1000)).map(lambda k: Fraction(k, 1000))
    small = st.sampled_from([Fraction(1, 10**8), Fraction(1, 10**6), Fraction(1, 100)])
    return Cases.search(
        st.tuples(gradients, rates, small, decays, decays), holds, when=lambda case: case[0] != 0, examples=examples
    )
