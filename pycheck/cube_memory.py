"""All 2^d sign vectors stored in a continuous Hopfield network: one step takes ξ to tanh(β ξ_k), coordinate by coordinate.

    Σ_x x_k e^(β x·ξ) / Σ_x e^(β x·ξ) = (e^(βξ_k) − e^(−βξ_k)) / (e^(βξ_k) + e^(−βξ_k)),        x over {−1, 1}^d,

since both sums factor over the coordinates. Widths 1, 2 and 3, in symbols.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

BETA = sympy.Symbol("β", positive=True)


def step_over_the_cube_is_tanh(factor: int) -> Residual:
    """The attended mean of all sign vectors is tanh(`factor`·β ξ_k)."""
    equations = []
    state = [sympy.Symbol(f"ξ_{k}", real=True) for k in range(3)]
    for width in (1, 2, 3):
        signs = [[1 - 2 * (number >> k & 1) for k in range(width)] for number in range(2**width)]
        weights = [sympy.Mul(*(sympy.exp(sign * BETA * state[k]) for k, sign in enumerate(x))) for x in signs]
        for k in range(width):
            mean = sympy.Add(*(x[k] * w for x, w in zip(signs, weights, strict=True))) / sympy.Add(*weights)
            up, down = sympy.exp(factor * BETA * state[k]), sympy.exp(-factor * BETA * state[k])
            equations.append(Equation(f"width {width}, coordinate {k}", mean, (up - down) / (up + down)))
    return Residual(tuple(equations), {symbol: Domain() for symbol in state} | {BETA: Domain(low=0)})
