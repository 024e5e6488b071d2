"""The gradient of the two-way contrastive loss, in symbols: matching pairs are pulled together, the others pushed apart.

For N images and N captions with scores s_ij the loss is the mean over rows and columns of −log softmax at the diagonal
(Radford et al. 2021, arXiv:2103.00020, figure 3), and

    ∂L/∂s_ij = (P_ij + Q_ij − 2[i = j]) / 2N,      P softmax along rows, Q along columns.

On the diagonal this is negative for N ≥ 2, off it positive: both are sums of probabilities strictly between 0 and 1.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def gradient_is_the_two_softmaxes(columns: bool, pairs: int) -> Residual:
    """Each ∂L/∂s_ij is (P_ij + Q_ij − 2[i = j])/2N; where not `columns`, P_ij stands in place of Q_ij as well."""
    s = sympy.Matrix(pairs, pairs, lambda i, j: sympy.Symbol(f"s_{i}{j}", real=True))
    rows = [sum((sympy.exp(s[i, j]) for j in range(pairs)), sympy.Integer(0)) for i in range(pairs)]
    cols = [sum((sympy.exp(s[i, j]) for i in range(pairs)), sympy.Integer(0)) for j in range(pairs)]
    loss = sum((sympy.log(rows[i]) + sympy.log(cols[i]) - 2 * s[i, i] for i in range(pairs)), sympy.Integer(0)) / (2 * pairs)
    equations = []
    for i in range(pairs):
        for j in range(pairs):
            p, q = sympy.exp(s[i, j]) / rows[i], sympy.exp(s[i, j]) / cols[j]
            expected = (p + (q if columns else p) - 2 * int(i == j)) / (2 * pairs)
            equations.append(Equation(f"s_{i}{j}", sympy.diff(loss, s[i, j]), expected))
    return Residual(tuple(equations), {symbol: Domain() for symbol in s})
