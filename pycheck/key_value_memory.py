"""A feed-forward layer is a sum of value vectors, each weighted by what its key answers: in symbols.

    W_out f(W_in x + b) + b_out = b_out + Σ_i f(k_i · x + b_i) v_i,        k_i row i of W_in, v_i column i of W_out

(Geva et al. 2021, who put it beside the attention over keys and values; there the weights are a softmax and add up to 1).
Two keys, two values, width 2; f is the polynomial f_0 + f_1 h + f_2 h² with free coefficients.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

SIZE = 2


def _matrix(letter: str) -> sympy.Matrix:
    return sympy.Matrix(SIZE, SIZE, lambda i, j: sympy.Symbol(f"{letter}_{i}{j}", real=True))


def _vector(letter: str) -> sympy.Matrix:
    return sympy.Matrix(SIZE, 1, lambda i, _: sympy.Symbol(f"{letter}_{i}", real=True))


def layer_is_a_weighted_sum_of_values(values: str, normalised: bool) -> Residual:
    """The layer against the sum over its units; values are `columns` or `rows` of W_out, weights as they are or `normalised`."""
    read, write = _matrix("W_in"), _matrix("W_out")
    x, b, b_out = _vector("x"), _vector("b"), _vector("b_out")
    f = sympy.symbols("f_0 f_1 f_2", real=True)

    def activation(h: sympy.Expr) -> sympy.Expr:
        return f[0] + f[1] * h + f[2] * h**2

    layer = write * (read * x + b).applyfunc(activation) + b_out
    weights = [activation((read[i, :] * x)[0] + b[i]) for i in range(SIZE)]
    total = sympy.Add(*weights) if normalised else sympy.Integer(1)
    columns = [write[:, i] if values == "columns" else write[i, :].T for i in range(SIZE)]
    memory = sum((column * (weight / total) for column, weight in zip(columns, weights, strict=True)), b_out)
    equations = tuple(Equation(f"coordinate {c}", layer[c], memory[c]) for c in range(SIZE))
    return Residual(equations, {symbol: Domain() for part in (read, write, x, b, b_out, f) for symbol in part})
