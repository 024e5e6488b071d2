"""The gradient of a LoRA adapter below another layer: it passes through that layer's frozen base, in symbols.

h_1 = (W_1 + s B_1 A_1) x, h_2 = (W_2 + s B_2 A_2) h_1, loss with gradient g in h_2. By the chain rule

    ∂L/∂B_1 = s [(W_2 + s B_2 A_2)ᵀ g] (A_1 x)ᵀ,

in which the frozen W_2 stands: it is read again in the backward pass. Only its own gradient is not needed. (Dettmers et al.
2023 dequantise the base for the forward and for the backward pass.) Widths 2, rank 1, every entry a free symbol.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def _matrix(letter: str, rows: int, columns: int) -> sympy.Matrix:
    return sympy.Matrix(rows, columns, lambda i, j: sympy.Symbol(f"{letter}_{i}{j}", real=True))


def gradient_below_reads_the_base_above(base: bool) -> Residual:
    """∂L/∂B_1 = s [(W_2 + s B_2 A_2)ᵀ g] (A_1 x)ᵀ; without W_2 where not `base`."""
    w1, w2 = _matrix("v", 2, 2), _matrix("w", 2, 2)
    b1, a1, b2, a2 = _matrix("b", 2, 1), _matrix("a", 1, 2), _matrix("p", 2, 1), _matrix("q", 1, 2)
    x, g = _matrix("x", 2, 1), _matrix("g", 2, 1)
    s = sympy.Symbol("s", real=True)
    loss = (g.T * (w2 + s * b2 * a2) * (w1 + s * b1 * a1) * x)[0]
    above = (w2 if base else sympy.zeros(2, 2)) + s * b2 * a2
    right = s * above.T * g * (a1 * x)[0]
    equations = tuple(Equation(f"slope in b_{i}", sympy.diff(loss, b1[i]), right[i]) for i in range(2))
    symbols = [e for m in (w1, w2, b1, a1, b2, a2, x, g) for e in m]
    return Residual(equations, {e: Domain() for e in symbols} | {s: Domain()})
