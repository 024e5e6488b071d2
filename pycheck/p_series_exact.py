"""The bounds on the tail of Σ d^-γ in rational arithmetic, for whole γ and every stretch of the sum up to a stated end.

For γ > 1 and 1 ≤ D < m the comparison with integrals holds before any limit is taken,

    ((D+1)^(1−γ) − (m+1)^(1−γ))/(γ−1) ≤ Σ_{D<d≤m} d^-γ ≤ (D^(1−γ) − m^(1−γ))/(γ−1),

and as m grows it becomes the bound on the tail. For whole γ all three sides are rational, so nothing is rounded and no
library is trusted; what it cannot show is other γ, or the limit.
"""

from fractions import Fraction
from itertools import combinations

from claimledger.finding import Exhausted


def _edge(point: int, gamma: int) -> Fraction:
    """x^(1−γ)/(γ−1)."""
    return Fraction(1, (gamma - 1) * point ** (gamma - 1))


def every_stretch_lies_between_its_bounds(exponents: list[int], last: int, near: int, far: int) -> Exhausted:
    """The two bounds with shifts `near` and `far`, for every γ of `exponents` and all 1 ≤ D < m ≤ `last`."""
    sums = {gamma: [Fraction(0)] for gamma in exponents}
    for gamma, row in sums.items():
        for distance in range(1, last + 1):
            row.append(row[-1] + Fraction(1, distance**gamma))

    def holds(case: tuple[int, tuple[int, int]]) -> bool:
        gamma, (start, end) = case
        stretch = sums[gamma][end] - sums[gamma][start]
        low, high = (_edge(start + shift, gamma) - _edge(end + shift, gamma) for shift in (near, far))
        return low <= stretch <= high

    cases = [(gamma, pair) for gamma in exponents for pair in combinations(range(1, last + 1), 2)]
    size = len(exponents) * last * (last - 1) // 2
    return Exhausted.over(f"γ in {exponents}, 1 ≤ D < m ≤ {last}", size, cases, holds)
