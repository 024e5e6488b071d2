"""A head in two products: the scores see W_Q and W_K through W_Qᵀ W_K, what is written sees W_V and W_O through W_O W_V.

With tokens x_1, …, x_n in the stream (columns), queries W_Q x_i, keys W_K x_j and values W_V x_j, the head writes

    o_i = W_O Σ_j A_ij W_V x_j,    A_ij a function of the scores s_ij = (W_Q x_i) · (W_K x_j),

and so s_ij = x_iᵀ (W_Qᵀ W_K) x_j and o_i = Σ_j A_ij (W_O W_V) x_j (Elhage et al. 2021, A Mathematical Framework for
Transformer Circuits). In symbols: streams and heads of width 2, one pair of tokens with every entry a symbol, and the pattern
A_1, A_2 of one row as symbols of its own, for it holds neither W_V nor W_O.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def _matrix(name: str) -> sympy.Matrix:
    return sympy.Matrix(2, 2, lambda i, j: sympy.Symbol(f"{name}_{i}{j}", real=True))


def head_sees_its_weights_through_two_products(transposed: bool = False, keys_for_values: bool = False) -> Residual:
    """Scores by W_Qᵀ W_K (or its transpose) and outputs by W_O W_V (or W_O W_K) are those of the definition."""
    w_q, w_k, w_v, w_o = (_matrix(f"W_{name}") for name in "QKVO")
    tokens = [sympy.Matrix(2, 1, lambda i, j, t=t: sympy.Symbol(f"x_{t}{i}", real=True)) for t in (1, 2)]
    pattern = sympy.symbols("A_1 A_2", real=True)
    through_qk = w_k.T * w_q if transposed else w_q.T * w_k
    through_ov = w_o * (w_k if keys_for_values else w_v)
    score = ((w_q * tokens[0]).T * (w_k * tokens[1]))[0]
    written = w_o * (pattern[0] * (w_v * tokens[0]) + pattern[1] * (w_v * tokens[1]))
    factored = pattern[0] * (through_ov * tokens[0]) + pattern[1] * (through_ov * tokens[1])
    equations = [Equation("score", score, (tokens[0].T * through_qk * tokens[1])[0])]
    equations += [Equation(f"output {i}", written[i], factored[i]) for i in (0, 1)]
    symbols: set[sympy.Symbol] = set().union(*(side.free_symbols for e in equations for side in (e.left, e.right)))
    return Residual(tuple(equations), {symbol: Domain() for symbol in symbols})
