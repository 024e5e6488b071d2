"""The fractional order s = (γ − 1)/2 and the index α = γ − 1 that the book reads off an exponent, and where they mean something.

On the line, (−Δ)^s for 0 < s < 1 is the operator of symbol |t|^(2s) and of jump kernel c/|x|^(1+2s) (Kwaśnicki 2017),
so the exponent of its kernel is γ = 1 + 2s, between 1 and 3; α = 2s is the index of a stable law, Gaussian at α = 2. For
−1/2 < s < 0 the operator of that symbol sums with the positive kernel c/|x|^(1+2s), γ between 0 and 1 (the Riesz potential).
"""

from fractions import Fraction

from flint import ctx

from claimledger.finding import Ball, Enclosure, Exhausted
from pycheck.definitions import ball

PRECISION = 128


def orders_are(exponents: list[Fraction], orders: list[Fraction], divisor: int) -> Exhausted:
    """(γ − 1)/`divisor` is the order, exactly."""
    pairs = list(zip(exponents, orders, strict=True))
    return Exhausted.over("named exponents", len(pairs), pairs, lambda pair: (pair[0] - 1) / divisor == pair[1])


def symbol_of_order_s_is(orders: list[Fraction], frequency: Fraction, values: list[Fraction]) -> Enclosure:
    """|t|^(2s) is the value to two decimals."""
    half = Fraction(1, 200)
    with ctx.workprec(PRECISION):
        found = [(2 * ball(s) * ball(frequency).log()).exp() for s in orders]
    cases = zip(orders, found, values, strict=True)
    return Enclosure(tuple(Ball(f"s = {s}", x, low=v - half, high=v + half) for s, x, v in cases))


def index_is_in_its_window_exactly_above(low: Fraction, steps: int, last: int) -> Exhausted:
    """0 < γ − 1 < 2 exactly when `low` < γ < 3, for every γ = k/`steps` from −`last` to `last`."""
    cases = [Fraction(k, steps) for k in range(-last * steps, last * steps + 1)]
    return Exhausted.over(f"γ in 1/{steps}", len(cases), cases, lambda g: (0 < g - 1 < 2) == (low < g < 3))
