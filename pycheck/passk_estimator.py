"""The estimator C(c, k)/C(n, k) of pass^k from n tries with c successes has mean p^k: polynomials in p.

If the n tries are independent with rate p, c is binomial, and Σ_c C(n, c) p^c (1 − p)^(n−c) C(c, k)/C(n, k) = p^k
(Yao et al. 2024, arXiv:2406.12045; the same count stands in Chen et al. 2021 for pass@k). The plain (c/n)^k is biased for k ≥ 2.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def mean_of_the_estimator_is_the_power(counted: bool, most: int) -> Residual:
    """For 2 ≤ k ≤ n ≤ `most`: the mean of C(c, k)/C(n, k), or of (c/n)^k where not `counted`, is p^k."""
    p = sympy.Symbol("p", positive=True)
    equations = []
    for n in range(2, most + 1):
        for k in range(2, n + 1):
            mean = sympy.Integer(0)
            for c in range(n + 1):
                value = sympy.Rational(sympy.binomial(c, k), sympy.binomial(n, k)) if counted else sympy.Rational(c, n) ** k
                mean += sympy.binomial(n, c) * p**c * (1 - p) ** (n - c) * value
            equations.append(Equation(f"n = {n}, k = {k}", mean, p**k))
    return Residual(tuple(equations), {p: Domain(low=0, high=1)})
