"""A selective state-space layer as a matrix, in symbols, for 4 steps and a state of 2 numbers.

The scan h_t = a_t ∘ h_{t−1} + b_t x_t, y_t = c_t · h_t, with a_t, b_t, c_t given by the input, is y = Mx with

    M_ij = c_i · (a_i ∘ ⋯ ∘ a_{j+1} ∘ b_j) for j ≤ i, and 0 above:

a causal matrix whose entry (i, j) is a product of a vector of token i with one of token j, damped by what lies between
(Dao & Gu 2024, arXiv:2405.21060; Ali et al. 2024, arXiv:2403.01590). With a = 1 it is causal linear attention without a
normaliser: c is the query, b the key, x the value. The scan does not form M.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

STEPS, STATE = 4, 2


def scan_is_a_matrix_that_reaches_back(reach: int, damped: bool) -> Residual:
    """y_i = Σ_j M_ij x_j over j from i − `reach` to i; without `damped` the a between are left out of M."""
    a, b, c = ([[sympy.Symbol(f"{letter}_{t}_{k}", real=True) for k in range(STATE)] for t in range(STEPS)] for letter in "abc")
    x = [sympy.Symbol(f"x_{t}", real=True) for t in range(STEPS)]
    state: list[sympy.Expr] = [sympy.Integer(0)] * STATE
    equations = []
    for i in range(STEPS):
        state = [a[i][k] * state[k] + b[i][k] * x[i] for k in range(STATE)]
        scanned = sympy.Add(*(c[i][k] * state[k] for k in range(STATE)))
        entries = []
        for j in range(max(0, i - reach), i + 1):
            for k in range(STATE):
                between = sympy.Mul(*(a[t][k] for t in range(j + 1, i + 1))) if damped else sympy.Integer(1)
                entries.append(c[i][k] * between * b[j][k] * x[j])
        equations.append(Equation(f"y_{i}", scanned, sympy.Add(*entries)))
    symbols = {symbol for rows in (a, b, c) for row in rows for symbol in row} | set(x)
    return Residual(tuple(equations), {symbol: Domain() for symbol in symbols})
