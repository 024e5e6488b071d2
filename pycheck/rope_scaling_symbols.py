"""PI and NTK-aware scaling in symbols, on logarithms of frequencies.

log ω_i = −(2i/d) log θ. PI takes position m to m/s, so the angle is (m/s)ω_i = m(ω_i/s). NTK-aware scaling takes log θ to
log θ + (d/(d − 2)) log s, so log ω′_i = log ω_i − (2i/(d − 2)) log s: nothing for i = 0, and log s for the last pair,
i = d/2 − 1.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

THETA, S, D, PAIR, M = sympy.symbols("θ s d i m", positive=True)
DOMAINS = {THETA: Domain(low=1), S: Domain(low=1), D: Domain(low=2), PAIR: Domain(low=0), M: Domain(low=0)}


def interpolation_divides_every_frequency_by_s_to(power: int) -> Residual:
    """(m/s)ω_i = m(ω_i/s^`power`), whatever the pair."""
    frequency = sympy.exp(-2 * PAIR / D * sympy.log(THETA))
    return Residual((Equation("angle", M / S * frequency, M * (frequency / S**power)),), DOMAINS)


def ntk_divides_pair_by(power: str) -> Residual:
    """log ω_i − log ω′_i = (2i/(d − 2)) log s (`power` gradual) or log s (uniform)."""

    def fall(i: sympy.Expr) -> sympy.Expr:
        base = sympy.log(THETA)
        larger = base + D / (D - 2) * sympy.log(S)
        return -2 * i / D * base + 2 * i / D * larger

    exponent = 2 * PAIR / (D - 2) if power == "gradual" else sympy.Integer(1)
    return Residual((Equation("pair i", fall(PAIR), exponent * sympy.log(S)),), DOMAINS)
