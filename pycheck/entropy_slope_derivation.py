"""The slope of a softmax's entropy in its temperature, in symbols, for any number of logits at once.

With M_k = Σ z^k e^(z/τ), a term of M_k has the derivative z^k e^(z/τ)·(−z/τ²), so ∂_τ M_k = −M_{k+1}/τ². After this rule
the number of logits, and with it every sum, is gone: S = log M_0 − M_1/(τ M_0) and Var(z) = M_2/M_0 − (M_1/M_0)² are
expressions in τ, M_0, M_1, M_2.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

TAU = sympy.Symbol("τ", positive=True)
M0 = sympy.Symbol("M_0", positive=True)
M1, M2, Z = sympy.symbols("M_1 M_2 z", real=True)
DOMAINS = {TAU: Domain(low=0), M0: Domain(low=0), M1: Domain(), M2: Domain(), Z: Domain()}


def slope_of_the_entropy_is_variance_over_tau_to_the(power: int) -> Residual:
    """dS/dτ = Var(z)/τ^`power`, and the rule for a term of M_0."""
    entropy = sympy.log(M0) - M1 / (TAU * M0)
    slope = sympy.diff(entropy, TAU) + sympy.diff(entropy, M0) * (-M1 / TAU**2) + sympy.diff(entropy, M1) * (-M2 / TAU**2)
    variance = M2 / M0 - (M1 / M0) ** 2
    term = sympy.exp(Z / TAU)
    equations = (
        Equation("slope", slope, variance / TAU**power),
        Equation("rule for a term", sympy.diff(term, TAU), -Z / TAU**2 * term),
    )
    return Residual(equations, DOMAINS)
