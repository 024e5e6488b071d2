"""LoRA's first step on drawn whole-number layers, its gradients as differences.

The differences are exact, for the loss is linear in each factor alone.

Widths and ranks from 1 to 4, α in quarters. The loss is g·h. Changing one entry of A or of B by 1 changes it by that entry's
slope. With a B that is not 0 the output is another unless B A x = 0, and A has a gradient unless Bᵀ g xᵀ = 0.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases

Matrix = list[list[int]]
Case = tuple[Fraction, Matrix, Matrix, Matrix, list[int], list[int]]


def _applied(matrix: Matrix, x: list[int]) -> list[int]:
    return [sum(a * b for a, b in zip(row, x, strict=True)) for row in matrix]


def _bumped(matrix: Matrix, i: int, j: int) -> Matrix:
    return [[v + (k == i and m == j) for m, v in enumerate(row)] for k, row in enumerate(matrix)]


def first_step_starts_at_the_base_and_moves_b(zero: str, examples: int = 100) -> Cases:
    """At B = 0 (or at a drawn B, `none`): output W_0 x, no slope in A, slope (α/r) g (A x)ᵀ in B."""

    def holds(case: Case) -> bool:
        alpha, w, drawn, a, x, g = case
        b = [[0] * len(row) for row in drawn] if zero == "B" else drawn
        scale = alpha / len(a)

        def loss(left: Matrix, right: Matrix) -> Fraction:
            update = _applied(left, _applied(right, x))
            return sum((y * (base + scale * u) for y, base, u in zip(g, _applied(w, x), update, strict=True)), Fraction(0))

        base = sum((y * v for y, v in zip(g, _applied(w, x), strict=True)), Fraction(0))
        low = _applied(a, x)
        still = all(loss(b, _bumped(a, i, j)) == loss(b, a) for i in range(len(a)) for j in range(len(x)))
        moves = all(loss(_bumped(b, i, j), a) - loss(b, a) == scale * g[i] * low[j] for i in range(len(g)) for j in range(len(a)))
        return loss(b, a) == base and still and moves

    def matrix(rows: int, columns: int) -> st.SearchStrategy[Matrix]:
        return st.lists(st.lists(st.integers(-3, 3), min_size=columns, max_size=columns), min_size=rows, max_size=rows)

    def case(sizes: tuple[int, int, int]) -> st.SearchStrategy[Case]:
        out, inner, rank = sizes
        alphas = st.sampled_from([Fraction(k, 4) for k in range(1, 33)])
        x, g = (matrix(1, n).map(lambda rows: rows[0]) for n in (inner, out))
        return st.tuples(alphas, matrix(out, inner), matrix(out, rank), matrix(rank, inner), x, g)

    return Cases.search(st.tuples(*[st.integers(1, 4)] * 3).flatmap(case), holds, examples=examples)
