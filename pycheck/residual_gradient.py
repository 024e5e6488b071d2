"""The derivative of a stack of layers, with and without residual connections, by dual numbers and by sums over paths.

Layer l is f_l(x) = a_l (x + x²), whose slope at 0 is a_l; all streams start at 0 and stay there. Running the stack on the dual
number 0 + ε gives the derivative of the output by the input with no formula for it. The formulas held against it:

    with x ← x + f_l(x):    Π (1 + a_l) = Σ_S Π_{l ∈ S} a_l over all sets S of layers, the empty set giving 1 (Veit et al. 2016);
    with x ← f_l(x):        Π a_l.

The empty set is the path through all the shortcuts; it always gives 1. The sum does not: it is 0 if some a_l = −1, (1/2)^L if all
a_l = −1/2.
"""

from fractions import Fraction
from itertools import combinations, product
from math import prod

from claimledger.finding import Ball, Enclosure, Exhausted

SLOPES = [Fraction(s) for s in ("-1", "-1/2", "0", "1/10", "2")]
Dual = tuple[Fraction, Fraction]


def _derivative(slopes: tuple[Fraction, ...], adds: bool) -> Fraction:
    value, tangent = Fraction(0), Fraction(1)
    for a in slopes:
        written: Dual = (a * (value + value**2), a * (tangent + 2 * value * tangent))
        value, tangent = (value + written[0], tangent + written[1]) if adds else written
    return tangent


def derivative_is_the_sum_over_paths(least: int, deepest: int) -> Exhausted:
    """Σ_S Π_{l ∈ S} a_l over sets of at least `least` layers is the derivative, for all listed slopes, depths to `deepest`."""

    def holds(slopes: tuple[Fraction, ...]) -> bool:
        sets = (chosen for size in range(least, len(slopes) + 1) for chosen in combinations(slopes, size))
        paths = sum((prod(chosen, start=Fraction(1)) for chosen in sets), Fraction(0))
        without = prod(slopes, start=Fraction(1))
        return _derivative(slopes, adds=True) == paths and _derivative(slopes, adds=False) == without

    cases = [slopes for depth in range(1, deepest + 1) for slopes in product(SLOPES, repeat=depth)]
    return Exhausted.over("slopes", sum(len(SLOPES) ** depth for depth in range(1, deepest + 1)), cases, holds)


def derivative_through_lies_between(layers: int, slope: Fraction, adds: bool, low: Fraction, high: Fraction) -> Enclosure:
    """The derivative through `layers` layers of one slope, with (`adds`) or without shortcuts, strictly between two numbers."""
    return Enclosure((Ball("derivative", _derivative((slope,) * layers, adds), low=low, high=high),))
