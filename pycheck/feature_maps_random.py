"""Kernels of D features on D + 1 queries and keys: the determinant by elimination, on drawn whole features."""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases

Matrix = list[list[int]]


def _singular(matrix: Matrix) -> bool:
    rows = [[Fraction(x) for x in row] for row in matrix]
    for place in range(len(rows)):
        pivot = next((r for r in rows[place:] if r[place]), None)
        if pivot is None:
            return True
        rows.remove(pivot)
        rows.insert(place, pivot)
        for row in rows[place + 1 :]:
            factor = row[place] / pivot[place]
            row[:] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
    return False


def scores_from_features_are_singular(beyond: int, examples: int = 80) -> Cases:
    """φ(q_i)·ψ(k_j) of D features is singular on D + `beyond` queries and keys."""

    def holds(case: tuple[Matrix, Matrix]) -> bool:
        queries, keys = case
        return _singular([[sum(a * b for a, b in zip(q, k, strict=True)) for k in keys] for q in queries])

    def case(features: int) -> st.SearchStrategy[tuple[Matrix, Matrix]]:
        row = st.lists(st.sampled_from(range(-4, 5)), min_size=features, max_size=features)
        side = features + beyond
        matrix = st.lists(row, min_size=side, max_size=side)
        return st.tuples(matrix, matrix)

    return Cases.search(st.sampled_from(range(1, 6)).flatmap(case), holds, examples=examples)
