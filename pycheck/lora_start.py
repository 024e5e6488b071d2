"""LoRA at its first step, in symbols: where B = 0 the layer is the base, and only B is moved.

h = W_0 x + (α/r) B A x, and a loss with gradient g in h. Then

    ∂L/∂A = (α/r) Bᵀ g xᵀ = 0    and    ∂L/∂B = (α/r) g (A x)ᵀ        at B = 0                       (Hu et al. 2021).

Written out for a 2 × 3 base and two rows of A; every entry is a free symbol, and the derivatives are those of g·h entry by
entry.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def _matrix(letter: str, rows: int, columns: int) -> sympy.Matrix:
    return sympy.Matrix(rows, columns, lambda i, j: sympy.Symbol(f"{letter}_{i}{j}", real=True))


def first_step_starts_at_the_base_and_moves_b(zero: str) -> Residual:
    """At `zero` = B the output is W_0 x, A has no gradient and B has (α/r) g (A x)ᵀ; `none` leaves B as it is."""
    w, b, a = _matrix("w", 2, 3), _matrix("b", 2, 2), _matrix("a", 2, 3)
    x, g = _matrix("x", 3, 1), _matrix("g", 2, 1)
    alpha, rank = sympy.Symbol("α", real=True), sympy.Symbol("r", positive=True)
    start = dict.fromkeys(b, 0) if zero == "B" else {}
    output = w * x + (alpha / rank) * b * a * x
    loss = (g.T * output)[0]
    low = a * x
    equations = [Equation(f"output {i}", output[i].subs(start), (w * x)[i]) for i in range(2)]
    equations += [Equation(f"slope in {entry}", sympy.diff(loss, entry).subs(start), sympy.Integer(0)) for entry in a]
    for i in range(2):
        for j in range(2):
            right = (alpha / rank) * g[i] * low[j]
            equations.append(Equation(f"slope in {b[i, j]}", sympy.diff(loss, b[i, j]).subs(start), right))
    symbols = [*w, *b, *a, *x, *g]
    return Residual(tuple(equations), {s: Domain() for s in symbols} | {alpha: Domain(), rank: Domain(low=0)})
