"""The rank of what a softmax over d features can say: determinants of log-probabilities, in symbols.

With features h_i of context i and w_j of token j, log p_ij = h_i · w_j − log Σ_k e^(h_i · w_k) is a sum of d products and of one
number a context: the matrix has rank at most d + 1, and every minor of size d + 2 is 0 (Yang et al. 2018). Minors of size d + 1
are not: the normaliser adds one to the rank. d + 2 contexts and as many tokens, all features symbols.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def _determinant(width: int, size: int) -> tuple[sympy.Expr, list[sympy.Symbol]]:
    h = sympy.Matrix(size, width, lambda i, k: sympy.Symbol(f"h_{i}{k}", real=True))
    w = sympy.Matrix(size, width, lambda j, k: sympy.Symbol(f"w_{j}{k}", real=True))
    logits = h * w.T
    norms = [sympy.log(sympy.Add(*(sympy.exp(logits[i, j]) for j in range(size)))) for i in range(size)]
    places = [sympy.Symbol(f"n_{i}", real=True) for i in range(size)]
    matrix = sympy.Matrix(size, size, lambda i, j: logits[i, j] - places[i])
    determinant = sympy.expand(matrix.det(method="berkowitz"))
    return determinant.subs(dict(zip(places, norms, strict=True))), [*h, *w]


def minors_of_log_probabilities_are_zero(widths: list[int], beyond: int) -> Residual:
    """The determinant of log-probabilities of d + `beyond` contexts and tokens is 0, for each width d."""
    equations: list[Equation] = []
    domains: dict[sympy.Symbol, Domain] = {}
    for width in widths:
        determinant, symbols = _determinant(width, width + beyond)
        equations.append(Equation(f"d = {width}", determinant, sympy.Integer(0)))
        domains |= {symbol: Domain() for symbol in symbols}
    return Residual(tuple(equations), domains)
