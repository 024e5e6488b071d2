"""RMSNorm with its ε at another scale of the input: in symbols, by squares.

RMSNorm_ε(x)_i = x_i/√(m + ε), m the mean of squares. For c > 0, signs being the same,

    RMSNorm_ε(c x) = RMSNorm_{ε/c²}(x),

so that scale drops out at ε = 0 alone: with ε > 0 the layer at c x is the layer at x with another ε. The mean square of the
output is m/(m + ε): 1 at ε = 0, and 1/2 where m = ε.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

X = sympy.Symbol("x", real=True)
M, C, EPSILON = (sympy.Symbol(name, positive=True) for name in ("m", "c", "ε"))


def scaled_input_is_another_epsilon(power: int) -> Residual:
    """The square of an output entry at c x and ε is that at x and ε/c^`power`."""
    scaled = (C * X) ** 2 / (C**2 * M + EPSILON)
    rescaled = X**2 / (M + EPSILON / C**power)
    return Residual(
        (Equation("entry squared", scaled, rescaled),), {X: Domain(), M: Domain(low=0), C: Domain(low=0), EPSILON: Domain(low=0)}
    )
