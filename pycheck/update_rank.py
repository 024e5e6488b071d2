"""After k steps on one example each a weight matrix has moved by a matrix of rank at most k: in fractions.

The gradient of a loss of W x is an outer product δ xᵀ, whatever the loss; here the squared error, W trained by plain gradient
descent. The sum of k outer products has rank at most k, so that a short fine-tuning on few examples is of low rank by counting
alone. Weight decay adds a multiple of W to each step and is of no such form.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import rational_matrices as rational

RATE = Fraction(1, 8)
Case = tuple[rational.Matrix, list[tuple[rational.Vector, rational.Vector]]]


def update_has_rank_at_most_the_steps(less: int, decay: bool = False, examples: int = 150) -> Cases:
    """The rank of W after training less W before is at most steps − `less`; `decay` adds a third of W to each gradient."""

    def holds(case: Case) -> bool:
        start, data = case
        weights = [list(row) for row in start]
        for x, y in data:
            error = [a - b for a, b in zip(rational.applied(weights, x), y, strict=True)]
            for row, e in zip(weights, error, strict=True):
                moves = [e * entry for entry in x]
                moves = [m + w / 3 for m, w in zip(moves, row, strict=True)] if decay else moves
                row[:] = [w - RATE * m for w, m in zip(row, moves, strict=True)]
        moved = [[a - b for a, b in zip(*rows, strict=True)] for rows in zip(weights, start, strict=True)]
        return rational.rank(moved) <= len(data) - less

    example = st.tuples(rational.vectors(4), rational.vectors(4))
    return Cases.search(st.tuples(rational.matrices(4, 4), st.lists(example, min_size=1, max_size=3)), holds, examples=examples)
