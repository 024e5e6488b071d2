"""Linear attention bracketed the other way, with and without the causal mask: polynomials in the entries.

Without the softmax, attention is a product of three matrices and may be bracketed as one likes; with rows q_i, k_j, v_j,

    (Q Kᵀ) V = Q (Kᵀ V),        Σ_{j≤i} (q_i · k_j) v_j = q_i S_i,    S_i = Σ_{j≤i} k_j v_jᵀ      (Katharopoulos et al. 2020).

The causal form needs the running sum S_i of each row; with the sum over all tokens in its place it is right for the last
row only. Three tokens, keys of width 2 and values of width 2, all entries symbols, each entry of both forms an equation.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

TOKENS, WIDTH, VALUES = 3, 2, 2


def _matrix(letter: str, rows: int, columns: int) -> sympy.Matrix:
    return sympy.Matrix(rows, columns, lambda i, j: sympy.Symbol(f"{letter}_{i}{j}", real=True))


def linear_attention_may_be_bracketed_the_other_way(prefix_sums: bool) -> Residual:
    """(Q Kᵀ) V = Q (Kᵀ V), and row i of the causal form is q_i times the sum of k_j v_jᵀ, up to i or over all tokens."""
    q, k, v = _matrix("q", TOKENS, WIDTH), _matrix("k", TOKENS, WIDTH), _matrix("v", TOKENS, VALUES)
    scores = q * k.T
    masked = sympy.Matrix(TOKENS, TOKENS, lambda i, j: scores[i, j] if j <= i else sympy.Integer(0))
    whole, causal = scores * v, masked * v
    other_way = q * (k.T * v)
    equations = []
    for i in range(TOKENS):
        seen = range(i + 1) if prefix_sums else range(TOKENS)
        state = sum((k[j, :].T * v[j, :] for j in seen), sympy.zeros(WIDTH, VALUES))
        row = q[i, :] * state
        for c in range(VALUES):
            equations += [
                Equation(f"no mask, row {i}, column {c}", whole[i, c], other_way[i, c]),
                Equation(f"causal, row {i}, column {c}", causal[i, c], row[c]),
            ]
    domains = {symbol: Domain() for matrix in (q, k, v) for symbol in matrix}
    return Residual(tuple(equations), domains)
