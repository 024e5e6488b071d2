"""A LoRA update merged into the weight acts as the weight and the update side by side: in rational arithmetic.

    (W_0 + (α/r) B A) x = W_0 x + (α/r) B (A x),    A of r rows, B of r columns                  (Hu et al. 2021).

The left side forms one matrix and applies it, the right side passes x through A and then B, as in training. Drawn are widths
of 1 to 4, ranks of 1 to 4, α in quarters up to 8, and matrices of whole numbers from −4 to 4. With the scaling left out of
the merge the two agree where α = r, and where B A x = 0.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases

Matrix = list[list[Fraction]]
Case = tuple[Fraction, Matrix, Matrix, Matrix, list[Fraction]]
"""α, W_0, B, A and x."""


def _applied(matrix: Matrix, x: list[Fraction]) -> list[Fraction]:
    return [sum((a * b for a, b in zip(row, x, strict=True)), Fraction(0)) for row in matrix]


def _merged(base: Matrix, b: Matrix, a: Matrix, scale: Fraction) -> Matrix:
    columns = list(zip(*a, strict=True))
    update = [[sum((x * y for x, y in zip(row, column, strict=True)), Fraction(0)) for column in columns] for row in b]
    return [[w + scale * u for w, u in zip(*rows, strict=True)] for rows in zip(base, update, strict=True)]


def merged_weight_acts_as_base_and_update(scaled: bool, examples: int = 200) -> Cases:
    """(W_0 + s B A) x = W_0 x + (α/r) B (A x) with s = α/r, or s = 1 where not `scaled`."""

    def holds(case: Case) -> bool:
        alpha, base, b, a, x = case
        scaling = alpha / len(a)
        beside = [w + scaling * u for w, u in zip(_applied(base, x), _applied(b, _applied(a, x)), strict=True)]
        return _applied(_merged(base, b, a, scaling if scaled else Fraction(1)), x) == beside

    def matrix(rows: int, columns: int) -> st.SearchStrategy[Matrix]:
        row = st.lists(st.sampled_from([Fraction(k) for k in range(-4, 5)]), min_size=columns, max_size=columns)
        return st.lists(row, min_size=rows, max_size=rows)

    def case(sizes: tuple[int, int, int]) -> st.SearchStrategy[Case]:
        out, inner, rank = sizes
        x = matrix(1, inner).map(lambda rows: rows[0])
        alphas = st.sampled_from([Fraction(k, 4) for k in range(33)])
        return st.tuples(alphas, matrix(out, inner), matrix(out, rank), matrix(rank, inner), x)

    return Cases.search(st.tuples(*[st.integers(1, 4)] * 3).flatmap(case), holds, examples=examples)
