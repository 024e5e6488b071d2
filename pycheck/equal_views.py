"""The contrastive loss of a sentence whose two views are the same vector, in symbols.

With h the vector of the sentence, h' its second view and c_j the cosines to the other sentences of the batch,

    loss = −log( e^(cos(h, h')/τ) / (e^(cos(h, h')/τ) + Σ_j e^(c_j/τ)) )                    (Gao et al. 2021, SimCSE).

Without dropout h' = h: cos(h, h') is 1 whatever the encoder does, its derivative is 0, and e^loss = 1 + Σ_j e^((c_j − 1)/τ).
With β = 1/τ, R the sum over the other sentences, and one of them, k, written out. The two views in the plane are (x, y) and
(m x, y): m = 1 is no dropout, another m a mask that scales one coordinate.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def equal_views_leave_only_the_negatives(same: bool) -> Residual:
    """e^loss = 1 + Σ e^((c − 1)/τ), ∂loss/∂c_k = (1/τ) × the share of k, and the positive's cosine does not move.

    The two views are the same vector, or, where not `same`, differ by a mask m.
    """
    x, y, m, cold, rest = sympy.symbols("x y m β R", positive=True)
    c = sympy.Symbol("c_k", real=True)
    view = (x if same else m * x, y)
    squared = (x * view[0] + y * view[1]) ** 2 / ((x**2 + y**2) * (view[0] ** 2 + view[1] ** 2))
    cosine = sympy.Integer(1) if same else sympy.sqrt(squared)
    total = sympy.exp(cold * cosine) + rest + sympy.exp(cold * c)
    likelihood = total / sympy.exp(cold * cosine)
    domains = {s: Domain(low=0) for s in (x, y, m, cold, rest)} | {c: Domain()}
    slope = sympy.diff(-cold * cosine + sympy.log(total), c)
    equations = [
        Equation("cos² of the views", squared, sympy.Integer(1)),
        Equation("its slope in the encoder", sympy.diff(squared, x), sympy.Integer(0)),
        Equation("e^loss", likelihood, 1 + (rest + sympy.exp(cold * c)) * sympy.exp(-cold)),
        Equation("slope in a negative", slope * (sympy.exp(cold) + rest + sympy.exp(cold * c)), cold * sympy.exp(cold * c)),
    ]
    return Residual(tuple(equations), domains)
