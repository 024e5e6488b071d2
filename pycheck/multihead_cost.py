"""Multi-head attention run with numbers that count their multiplications: every small n, h and d_k.

The layer is written as loops over whole numbers with weights 1 + s² in place of e^s, so that nothing but multiplications of the
matrices, the scores and the mixing is counted; weights that are normalised are counted apart. For each size the counts of h heads
of width d_k are held against those of one head of width h d_k.
"""

from itertools import product

from claimledger.finding import Exhausted

Matrix = list[list[int]]


class _Counter:
    def __init__(self) -> None:
        self.products = self.weights = 0

    def applied(self, left: Matrix, right: Matrix) -> Matrix:
        """left · right, each product of two entries counted."""
        out = [[0] * len(right[0]) for _ in left]
        for i, row in enumerate(left):
            for k, a in enumerate(row):
                for j, b in enumerate(right[k]):
                    self.products += 1
                    out[i][j] += a * b
        return out


def _filled(rows: int, columns: int) -> Matrix:
    return [[(3 * i + 5 * j) % 7 - 3 for j in range(columns)] for i in range(rows)]


def _counts(n: int, heads: int, head_width: int, full_width: bool) -> tuple[int, int]:
    counter, d = _Counter(), heads * head_width
    x, width = _filled(n, d), d if full_width else head_width
    outputs: Matrix = [[] for _ in range(n)]
    for _ in range(heads):
        q, k, v = (counter.applied(x, _filled(d, width)) for _ in range(3))
        scores = counter.applied(q, [list(column) for column in zip(*k, strict=True)])
        weights = [[1 + s * s for s in row] for row in scores]
        counter.weights += sum(map(len, weights))
        for row, mixed in zip(outputs, counter.applied(weights, v), strict=True):
            row.extend(mixed[:head_width])
    counter.applied(outputs, _filled(d, d))
    return counter.products, counter.weights


def heads_cost_as_one(full_width: bool, softmax_power: int, largest: int) -> Exhausted:
    """Products as for one head, and h^`softmax_power` times its weights, for n, h, d_k up to `largest` with h ≥ 2."""

    def holds(case: tuple[int, int, int]) -> bool:
        n, heads, head_width = case
        products, weights = _counts(n, heads, head_width, full_width)
        one, its_weights = _counts(n, 1, heads * head_width, full_width=False)
        return products == one and weights == heads**softmax_power * its_weights

    sizes = range(1, largest + 1)
    return Exhausted.over("n, h, d_k", largest**2 * (largest - 1), product(sizes, range(2, largest + 1), sizes), holds)
