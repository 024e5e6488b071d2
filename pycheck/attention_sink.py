"""A sink in symbols: a token that takes weight and gives nothing.

Let the other tokens have summed weights W and summed weighted values U, both before normalising, and let a token with value
0 have the weight s. The output is U/(s + W); without that token it is U/W. With a = s/(s + W), the sink's share,

    U/(s + W) = (1 − a) U/W:

the sink scales what the head writes, and dropping it while the softmax is normalised anew makes the output 1/(1 − a) times
as large. (Miller 2023 and Xiao et al. 2024, arXiv:2309.17453, for the sink as such a bias.)
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

S, W = sympy.symbols("s W", positive=True)
U = sympy.Symbol("U", real=True)
DOMAINS = {S: Domain(low=0), W: Domain(low=0), U: Domain()}


def dropping_the_sink_multiplies_the_output_by(factor: str) -> Residual:
    """U/W = factor·U/(s + W); factor: one_over_rest, 1/(1 − a); one, as if nothing were lost."""
    share = S / (S + W)
    grown = 1 / (1 - share) if factor == "one_over_rest" else sympy.Integer(1)
    return Residual((Equation("without the sink", U / W, grown * U / (S + W)),), DOMAINS)
