"""Attention by one positive feature gives every query the same weights; softmax attention does not: in symbols.

With weights φ(q)ψ(k_j) the factor φ(q) stands in numerator and denominator. Written with two queries and three keys.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def weights_do_not_depend_on_the_query(kernel: str) -> Residual:
    """The weight of each of three keys is the same for two queries; kernel: feature, or exponential."""
    q, p = sympy.symbols("q p", positive=True)
    keys = sympy.symbols("k_0 k_1 k_2", positive=True)

    def weights(query: sympy.Expr) -> list[sympy.Expr]:
        scores = [query * key if kernel == "feature" else sympy.exp(query * key) for key in keys]
        return [score / sum(scores, sympy.Integer(0)) for score in scores]

    equations = [Equation(f"key {j}", a, b) for j, (a, b) in enumerate(zip(weights(q), weights(p), strict=True))]
    return Residual(tuple(equations), dict.fromkeys((q, p, *keys), Domain(low=0)))
