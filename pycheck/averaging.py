"""Every positive row-stochastic matrix of a grid brings the entries of a vector closer together: in rational arithmetic.

If all a_ij > 0 and Σ_j a_ij = 1, each entry of Ax is a mean of the entries of x with positive weights, hence strictly between
the smallest and the largest of them unless all are equal; so with range(x) = max x − min x

    range(Ax) < c range(x),    c = 1,    for every x that is not constant.

No smaller c will do for all of them: rows (1 − h, h) and (h, 1 − h) keep the part 1 − 2h of the range of (0, 1).

Here the entries are k/m with k ≥ 1 whole. All 2 × 2 matrices with m = 20 act on (0, 1), all 3 × 3 ones with m = 6 on every
vector of entries 0, 1, 2 that is not constant. As the range of Ax is that of A(x + b) and scales with x, 2 × 2 needs no more.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product

from claimledger.finding import Exhausted

Row = tuple[int, ...]


def _rows(size: int, denominator: int) -> list[Row]:
    """All rows of `size` positive whole numbers with the given sum."""
    cuts = combinations(range(1, denominator), size - 1)
    return [tuple(b - a for a, b in zip((0, *cut), (*cut, denominator), strict=True)) for cut in cuts]


def _cases(small: int, large: int) -> Iterator[tuple[int, tuple[Row, ...], Row]]:
    for matrix in product(_rows(2, small), repeat=2):
        yield small, matrix, (0, 1)
    for matrix in product(_rows(3, large), repeat=3):
        for x in product(range(3), repeat=3):
            if len(set(x)) > 1:
                yield large, matrix, x


def averaging_brings_the_range_below_c_times_what_it_was(c: Fraction, small: int = 20, large: int = 6) -> Exhausted:
    """range(Ax) < `c`·range(x) for every case: 2 × 2 with denominator `small`, 3 × 3 with denominator `large`."""

    def holds(case: tuple[int, tuple[Row, ...], Row]) -> bool:
        denominator, matrix, x = case
        after = [sum(a * b for a, b in zip(row, x, strict=True)) for row in matrix]
        return max(after) - min(after) < c * denominator * (max(x) - min(x))

    size = (small - 1) ** 2 + ((large - 1) * (large - 2) // 2) ** 3 * (3**3 - 3)
    return Exhausted.over(f"2 × 2 in parts of {small}, 3 × 3 in parts of {large}", size, _cases(small, large), holds)
