"""What attention costs, counted product by product: scores, values, projections, and the other bracketing.

For n tokens of width d, scores take n²d products and their use on values n²d more; n² scores stand between the two. The four
projections of queries, keys, values and output take 4nd². Bracketed the other way, with features of width D, n keys and
values make a state of D × d numbers in nDd products and n queries read it in nDd more.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted

Matrix = list[list[int]]


class _Counter:
    """Multiplies matrices of whole numbers and counts the products of two numbers."""

    def __init__(self) -> None:
        self.products = 0

    def times(self, left: Matrix, right: Matrix) -> Matrix:
        return [[self._row_times_column(row, column) for column in zip(*right, strict=True)] for row in left]

    def _row_times_column(self, row: list[int], column: tuple[int, ...]) -> int:
        total = 0
        for a, b in zip(row, column, strict=True):
            total += a * b
            self.products += 1
        return total


def _matrix(rows: int, columns: int) -> Matrix:
    return [[(3 * i + 5 * j) % 7 - 3 for j in range(columns)] for i in range(rows)]


def _numbers(matrix: Matrix) -> int:
    return sum(len(row) for row in matrix)


def _transposed(matrix: Matrix) -> Matrix:
    return [list(column) for column in zip(*matrix, strict=True)]


def costs_are(score_width: int, longest: int, widest: int) -> Exhausted:
    """Products 2n²d, stored scores n²·d^`score_width`, projections 4nd², for n to `longest` and d to `widest`."""

    def holds(case: tuple[int, int]) -> bool:
        n, d = case
        x, weight, tally, projected = _matrix(n, d), _matrix(d, d), _Counter(), _Counter()
        q, k, v = (projected.times(x, weight) for _ in range(3))
        scores = tally.times(q, _transposed(k))
        projected.times(tally.times(scores, v), weight)
        return (tally.products, _numbers(scores), projected.products) == (2 * n * n * d, n * n * d**score_width, 4 * n * d * d)

    cases = product(range(1, longest + 1), range(1, widest + 1))
    return Exhausted.over(f"n to {longest}, d to {widest}", longest * widest, cases, holds)


def other_bracketing_costs(state: str, longest: int, widest: int) -> Exhausted:
    """The same result by Q(KᵀV): 2nDd products, a state of D·d numbers (state: features), or of d² (state: width)."""

    def holds(case: tuple[int, int, int]) -> bool:
        n, features, d = case
        q, k, v = _matrix(n, features), _matrix(n, features), _matrix(n, d)
        first, second = _Counter(), _Counter()
        whole = first.times(first.times(q, _transposed(k)), v)
        kept = second.times(_transposed(k), v)
        size = features * d if state == "features" else d * d
        return (
            second.times(q, kept) == whole
            and second.products == 2 * n * features * d
            and _numbers(kept) == size
            and first.products == n * n * (features + d)
            and (n > Fraction(2 * features * d, features + d)) == (second.products < first.products)
        )

    cases = product(range(1, longest + 1), range(1, widest + 1), range(1, widest + 1))
    return Exhausted.over(f"n to {longest}, D and d to {widest}", longest * widest**2, cases, holds)
