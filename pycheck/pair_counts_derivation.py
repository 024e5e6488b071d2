"""How many query and key pairs attention forms, for every n at once, by induction.

The n-th token adds to the pairs of n − 1 tokens: itself with itself, and with each of the n − 1 before it once (causal) or twice
(no mask, as query and as key). So with f(n) = (a n² + b n)/2

    f(n) − f(n − 1) = 2n − 1    (no mask),        f(n) − f(n − 1) = n    (causal),        f(0) = 0,

and f is the count for every n ≥ 1.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

N = sympy.Symbol("n", positive=True, integer=True)


def pairs_are(full: list[int], causal: list[int]) -> Residual:
    """Step and start of the induction for (a n² + b n)/2, [a, b] = `full` without mask and `causal` with one."""

    def closed(form: list[int], n: sympy.Expr) -> sympy.Expr:
        return (form[0] * n**2 + form[1] * n) / sympy.Integer(2)

    equations = []
    for mask, form, added in (("none", full, 2 * (N - 1) + 1), ("causal", causal, (N - 1) + 1)):
        equations.append(Equation(f"{mask}: step", sympy.expand(closed(form, N) - closed(form, N - 1)), added))
        equations.append(Equation(f"{mask}: start", closed(form, sympy.Integer(0)), sympy.Integer(0)))
    return Residual(tuple(equations), {N: Domain(low=0, integer=True)})
