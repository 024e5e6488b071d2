"""A product with some columns taken out is the sum of two products: polynomials in the entries, for every choice of columns."""

from itertools import product

import sympy

from claimledger.finding import Domain, Equation, Residual


def product_is_the_sum_over(columns: str, rows: int, inner: int, outer: int) -> Residual:
    """X W = X_O W_O + X_R W_R for every set O of columns; columns: both, or rest, which leaves the first product out."""
    x = sympy.Matrix(rows, inner, lambda i, j: sympy.Symbol(f"x_{i}{j}", real=True))
    w = sympy.Matrix(inner, outer, lambda i, j: sympy.Symbol(f"w_{i}{j}", real=True))
    equations = []
    for taken in product((False, True), repeat=inner):
        out = [j for j in range(inner) if taken[j]]
        rest = [j for j in range(inner) if not taken[j]]
        parts = [rest] if columns == "rest" else [out, rest]
        total = sum((x[:, part] * w[part, :] for part in parts if part), sympy.zeros(rows, outer))
        equations += [Equation(f"{out}: {i}{j}", (x * w)[i, j], total[i, j]) for i in range(rows) for j in range(outer)]
    return Residual(tuple(equations), {s: Domain() for s in [*x, *w]})
