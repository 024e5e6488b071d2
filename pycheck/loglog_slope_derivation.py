"""The slope of a power law on log-log axes, in symbols: d log A / d log d = d A'(d)/A(d) = −γ for A(d) = c d^-γ, c > 0."""

import sympy

from claimledger.finding import Domain, Equation, Residual

C, D = sympy.symbols("c d", positive=True)
GAMMA = sympy.Symbol("γ", real=True)


def log_log_slope_is(sign: int) -> Residual:
    """d A'(d) = `sign`·γ A(d) at every d, so that the graph is a straight line."""
    attention = C * sympy.exp(-GAMMA * sympy.log(D))
    return Residual(
        (Equation("slope", D * sympy.diff(attention, D), sign * GAMMA * attention),),
        {C: Domain(low=0), D: Domain(low=0), GAMMA: Domain()},
    )
