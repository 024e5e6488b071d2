"""What h heads of width d_k cost against one head of width d = h d_k: multiplications, in symbols.

For n tokens, each head projects queries, keys and values (3 n d d_k), forms scores (n² d_k) and mixes values (n² d_k); one output
matrix follows (n d²). With d = h d_k

    h (3 n d d_k + 2 n² d_k) + n d²  =  4 n d² + 2 n² d,

which holds no h: the same for every way to cut d (Vaswani et al. 2017, section 3.2.2). The weights that go through a softmax
do not stay the same: each head has its own n² of them, h n² in all. Heads that each work at the full width would cost more.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

N, H, DK = sympy.symbols("n h d_k", positive=True, integer=True)
DOMAINS = {symbol: Domain(low=0, integer=True) for symbol in (N, H, DK)}


def heads_cost_as_one(full_width: bool, softmax_power: int) -> Residual:
    """Multiplications of h heads are those of one head of width d; softmax weights are h^`softmax_power` n²."""
    width = H * DK
    slice_ = width if full_width else DK
    heads = sum((N * width * slice_ for _ in range(3)), sympy.Integer(0)) + 2 * N**2 * slice_
    one = 4 * N * width**2 + 2 * N**2 * width
    equations = (
        Equation("multiplications", H * heads + N * width**2, one),
        Equation("weights under a softmax: a row of n for each query of each head", H * (N * N), H**softmax_power * N**2),
    )
    return Residual(equations, DOMAINS)
