"""The slope of the Bradley-Terry loss in the margin, in symbols.

A pair in which the first answer is preferred with probability p has, at margin Δ = r_w − r_l, the expected loss

    ℓ(Δ) = −p log σ(Δ) − (1 − p) log σ(−Δ),        σ(Δ) = 1/(1 + e^-Δ),        ℓ'(Δ) = σ(Δ) − p.

At p = 1, a pair that is never judged the other way, the slope is −σ(−Δ) < 0 everywhere: the margin grows without end. At 0 <
p < 1 it changes sign where σ(Δ) = p, at Δ = log(p/(1 − p)), and nowhere else. With x = e^Δ, d/dΔ = x d/dx and every real Δ
comes from one x > 0 (Bradley & Terry 1952; Ouyang et al. 2022 for the loss).
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def slope_is_sigma_less_preference(preference_counts: bool) -> Residual:
    """ℓ'(Δ) = σ(Δ) − p, or σ(Δ) − 1 for every p where not `preference_counts`; and it vanishes at log(p/(1 − p))."""
    x, p = sympy.Symbol("x", positive=True), sympy.Symbol("p", positive=True)
    sigma = x / (1 + x)
    loss = -p * (sympy.log(x) - sympy.log(1 + x)) + (1 - p) * sympy.log(1 + x)
    slope = x * sympy.diff(loss, x)
    expected = sigma - (p if preference_counts else 1)
    equations = (
        Equation("slope", slope, expected),
        Equation("never judged the other way", slope.subs(p, 1), -1 / (1 + x)),
        Equation("where it vanishes", slope, (1 - p) * (x - p / (1 - p)) / (1 + x) if preference_counts else expected),
    )
    return Residual(equations, {x: Domain(low=0), p: Domain(low=0, high=1)})
