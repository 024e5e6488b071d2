"""The mean square displacement of a walk with independent steps of mean 0, in symbols.

The characteristic function of a sum of t independent steps is φ(k)^t, with φ that of one step: φ(0) = 1, φ'(0) = 0 for mean 0,
φ''(0) = −σ². So E[S_t²] = −∂_k² φ(k)^t at k = 0. Here φ is any function whose Taylor polynomial is 1 − σ²k²/2 + c k³ + e k⁴, the
last two standing for whatever the law is, and t is a symbol.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

T, VARIANCE = sympy.symbols("t v", positive=True)
THIRD, FOURTH = sympy.symbols("c e", real=True)
K = sympy.Symbol("k")


def mean_square_displacement_is_variance_times_time_to(power: int) -> Residual:
    """E[S_t²] = v·t^`power`, with v for σ²."""
    law = (1 - VARIANCE * K**2 / 2 + THIRD * K**3 + FOURTH * K**4) ** T
    square = -sympy.diff(law, K, 2).subs(K, 0)
    domains = {T: Domain(low=0), VARIANCE: Domain(low=0), THIRD: Domain(), FOURTH: Domain()}
    return Residual((Equation("mean square", square, VARIANCE * T**power),), domains)
