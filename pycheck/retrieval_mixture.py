"""Errors of a reader that uses retrieved text some of the time, in symbols and on a grid.

With probability f the reader goes by the retrieved text and is right with probability r, else it goes by memory and is right
with probability m:

    error = f(1 − r) + (1 − f)(1 − m) = (1 − m) − f (r − m).

Retrieval lowers the error of memory exactly where f > 0 and r > m, raises it where f > 0 and r < m, and leaves none only
where f(1 − r) and (1 − f)(1 − m) are both 0.
"""

from fractions import Fraction
from itertools import product

import sympy

from claimledger.finding import Domain, Equation, Exhausted, Residual


def error_is_memorys_less_the_gain(sign: int) -> Residual:
    """f(1 − r) + (1 − f)(1 − m) = (1 − m) − `sign`·f (r − m)."""
    f, r, m = sympy.symbols("f r m", positive=True)
    equation = Equation("error", f * (1 - r) + (1 - f) * (1 - m), (1 - m) - sign * f * (r - m))
    return Residual((equation,), {s: Domain(low=0, high=1) for s in (f, r, m)})


def retrieval_lowers_errors(always: bool, parts: int) -> Exhausted:
    """The error is below memory's iff f > 0 and r > m (or for every f > 0, `always`), followed through both branches."""

    def holds(case: tuple[int, int, int]) -> bool:
        f, r, m = (Fraction(x, parts) for x in case)
        right = f * r + (1 - f) * m
        claimed = f > 0 and (always or r > m)
        return (1 - right < 1 - m) == claimed

    cases = product(range(parts + 1), repeat=3)
    return Exhausted.over(f"f, r and m in parts of {parts}", (parts + 1) ** 3, cases, holds)
