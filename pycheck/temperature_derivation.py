"""What scaling the logits does to softmax: derivatives in the scale, for any number of tokens at once.

For logits z_1, …, z_n and a scale b > 0 let p_i = e^(b z_i)/Σ_j e^(b z_j); with temperature τ = 1/b this is softmax(z/τ). Write
M_k = Σ_j z_j^k e^(b z_j). Term by term ∂_b M_k = M_{k+1}, and the mean of z^k under p is M_k/M_0. Then

    ∂_b log p_i = z_i − ⟨z⟩,        ∂_b H = −b Var(z),        H = −Σ p log p = log M_0 − b ⟨z⟩.

So a token above the mean gains as b grows and one below loses, and the entropy falls unless all logits are equal: Var(z) ≥ 0.
`sign` = −1 is the opposite reading, that a larger scale is hotter.
"""

from itertools import pairwise

import sympy

from claimledger.finding import Domain, Equation, Residual

B = sympy.Symbol("b", positive=True)
Z = sympy.Symbol("z", real=True)
M0 = sympy.Symbol("M_0", positive=True)
M1, M2, M3 = sympy.symbols("M_1 M_2 M_3", real=True)
MOMENTS = (M0, M1, M2, M3)
DOMAINS = {B: Domain(low=0), Z: Domain(), M0: Domain(low=0), M1: Domain(), M2: Domain(), M3: Domain()}


def _slope(expression: sympy.Expr) -> sympy.Expr:
    """∂_b with ∂_b M_k = M_{k+1}."""
    return sympy.diff(expression, B) + sympy.Add(*(after * sympy.diff(expression, m) for m, after in pairwise(MOMENTS)))


def larger_scale_is_colder(sign: int) -> Residual:
    """∂_b log p = ±(z − ⟨z⟩), ∂_b H = ∓b Var(z), and the rule for the moments term by term; the claim is + and −."""
    mean, spread = M1 / M0, M2 / M0 - (M1 / M0) ** 2
    entropy = sympy.log(M0) - B * mean
    equations = [
        Equation("b times the slope of log p", B * _slope(B * Z - sympy.log(M0)), sign * B * (Z - mean)),
        Equation("entropy", _slope(entropy), -sign * B * spread),
    ]
    for k in range(3):
        term = Z**k * sympy.exp(B * Z)
        equations.append(Equation(f"∂_b of a term of M_{k}", sympy.diff(term, B), sign * term * Z))
    return Residual(tuple(equations), DOMAINS)
