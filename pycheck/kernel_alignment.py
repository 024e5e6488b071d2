"""Linear CKA of two layers, exactly, where one is the other seen through a linear map.

CKA(X, Y) = ‖YᵀX‖²/(‖XᵀX‖ ‖YᵀY‖) with Frobenius norms and centred columns (Kornblith et al. 2019, arXiv:1905.00414). For
Y = cXQ with Q orthogonal it is 1: similarity of 1 leaves a layer free to turn and scale its space. Its square is rational
for rational X. Tried: every X of 3 samples and 2 features with entries −1, 0, 1 whose columns sum to 0, that is not 0, and
turns by the angles of Pythagorean triples.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted

Matrix = Sequence[Sequence[Fraction]]
TURNS = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (0, 1, 1))


def _cross(x: Matrix, y: Matrix) -> Fraction:
    """‖YᵀX‖² in Frobenius norm."""
    columns = [(i, j) for i in range(len(x[0])) for j in range(len(y[0]))]
    return sum((sum((a[i] * b[j] for a, b in zip(x, y, strict=True)), Fraction(0)) ** 2 for i, j in columns), Fraction(0))


def alignment_is_one_under(change: str, scale: int) -> Exhausted:
    """CKA(X, Y)² = 1 for Y = `scale`·XQ; change: turn (Q a rotation) or shear (Q an upper triangle)."""
    inputs = []
    for entries in product((-1, 0, 1), repeat=6):
        rows = [tuple(Fraction(e) for e in entries[i : i + 2]) for i in (0, 2, 4)]
        if any(entries) and all(sum(row[j] for row in rows) == 0 for j in (0, 1)):
            inputs.append(rows)

    def holds(case: tuple[list[tuple[Fraction, ...]], tuple[int, int, int]]) -> bool:
        x, (a, b, c) = case
        turn = ((Fraction(a, c), Fraction(b, c)), (Fraction(-b, c), Fraction(a, c)))
        q = turn if change == "turn" else ((Fraction(1), Fraction(b, c)), (Fraction(0), Fraction(1)))
        y = [tuple(scale * (row[0] * q[0][j] + row[1] * q[1][j]) for j in (0, 1)) for row in x]
        return _cross(x, y) ** 2 == _cross(x, x) * _cross(y, y)

    cases = list(product(inputs, TURNS))
    columns = 7  # triples of −1, 0, 1 with sum 0; the two columns are chosen apart, and not both 0
    return Exhausted.over("centred X, 4 turns", (columns**2 - 1) * len(TURNS), cases, holds)
