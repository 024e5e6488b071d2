"""A linear attention layer on drawn examples against a gradient step taken by differences: in fractions.

Up to 5 examples with up to 3 inputs and 2 outputs. The loss is quadratic in each weight, so that its central difference with
step 1 is its derivative exactly; the layer is run on the token matrix, one token after the other.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import rational_matrices as rational

Case = tuple[rational.Matrix, rational.Matrix, rational.Matrix, rational.Vector]
RATE = Fraction(1, 4)


def _loss(weights: rational.Matrix, xs: rational.Matrix, ys: rational.Matrix) -> Fraction:
    errors = (a - b for x, y in zip(xs, ys, strict=True) for a, b in zip(rational.applied(weights, x), y, strict=True))
    return sum((error * error for error in errors), Fraction(0)) / (2 * len(xs))


def _stepped(weights: rational.Matrix, xs: rational.Matrix, ys: rational.Matrix) -> rational.Matrix:
    new = [list(row) for row in weights]
    for i, row in enumerate(weights):
        for k in range(len(row)):
            ends = []
            for sign in (1, -1):
                moved = [list(r) for r in weights]
                moved[i][k] += sign
                ends.append(_loss(moved, xs, ys))
            new[i][k] -= RATE * (ends[0] - ends[1]) / 2
    return new


def layer_is_a_gradient_step(rate_factor: int, examples: int = 80) -> Cases:
    """The layer's prediction for the query is that of the stepped weights; the layer's rate is `rate_factor` times the step's."""

    def holds(case: Case) -> bool:
        xs, ys, weights, query = case
        stored = [-y for y in rational.applied(weights, query)]
        for x, y in zip(xs, ys, strict=True):
            share = rate_factor * RATE / len(xs) * rational.dot(x, query)
            error = [a - b for a, b in zip(rational.applied(weights, x), y, strict=True)]
            stored = rational.added(stored, [share * e for e in error])
        return [-s for s in stored] == rational.applied(_stepped(weights, xs, ys), query)

    def cases(sizes: tuple[int, int, int]) -> st.SearchStrategy[Case]:
        number, inputs, outputs = sizes
        return st.tuples(
            rational.matrices(number, inputs),
            rational.matrices(number, outputs),
            rational.matrices(outputs, inputs),
            rational.vectors(inputs),
        )

    return Cases.search(
        st.tuples(st.integers(1, 5), st.integers(1, 3), st.integers(1, 2)).flatmap(cases), holds, examples=examples
    )
