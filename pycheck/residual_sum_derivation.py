"""A stream that is only added to is its start plus the sum of what was written: by induction on the number of layers.

Let x_L be the stream after L layers, f_l what layer l writes, and S_L = f_1 + … + f_L. With x_L = x_0 + S_L and the update
x_{L+1} = x_L + f_{L+1}, x_{L+1} = x_0 + S_{L+1}; at L = 0 the sum is empty. Nothing is asked of what a layer writes, so each f_l
may depend on everything before it. If layers replace the stream, x_{L+1} = f_{L+1}, this fails.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

START, WRITTEN, F = sympy.symbols("x_0 S f", real=True)


def stream_is_start_plus_sum(replaces: bool) -> Residual:
    """Step and start of the induction; `replaces`: the layer's output takes the place of the stream."""
    before = START + WRITTEN
    after = F if replaces else before + F
    equations = (
        Equation("step", after, START + (WRITTEN + F)),
        Equation("start", before.subs(WRITTEN, 0), START),
    )
    return Residual(equations, {START: Domain(), WRITTEN: Domain(), F: Domain()})
