"""A softmax-weighted mean of stored patterns is a full gradient step on the energy of a continuous Hopfield network.

For patterns x_1, …, x_n and a state ξ (Ramsauer et al. 2021)

    E(ξ) = −(1/β) log Σ_i e^(β x_i · ξ) + ½ ξ · ξ + constants,        ξ − ∇E(ξ) = Σ_i softmax(β X ξ)_i x_i,

and the right side is attention of the query ξ over keys and values that are both the patterns, at β = 1/√d_k. Two patterns of
two coordinates, all entries symbols; SymPy differentiates.
"""

from fractions import Fraction

import sympy

from claimledger.finding import Domain, Equation, Residual

PATTERNS, WIDTH = 2, 2
BETA = sympy.Symbol("β", positive=True)


def attention_is_a_step_down_the_energy(quadratic: Fraction, other_values: bool = False) -> Residual:
    """ξ − ∇E(ξ) is the attention output, E with the coefficient `quadratic` of ξ·ξ; values the patterns, or `other_values`."""
    x = sympy.Matrix(PATTERNS, WIDTH, lambda i, k: sympy.Symbol(f"x_{i}{k}", real=True))
    v = sympy.Matrix(PATTERNS, WIDTH, lambda i, k: sympy.Symbol(f"v_{i}{k}", real=True))
    state = [sympy.Symbol(f"ξ_{k}", real=True) for k in range(WIDTH)]
    weights = [sympy.exp(BETA * sympy.Add(*(x[i, k] * state[k] for k in range(WIDTH)))) for i in range(PATTERNS)]
    total = sympy.Add(*weights)
    half = sympy.Rational(quadratic.numerator, quadratic.denominator)
    energy = -sympy.log(total) / BETA + half * sympy.Add(*(s**2 for s in state))
    values = v if other_values else x
    equations = []
    for k in range(WIDTH):
        output = sympy.Add(*(weights[i] * values[i, k] for i in range(PATTERNS))) / total
        equations.append(Equation(f"coordinate {k}", state[k] - sympy.diff(energy, state[k]), output))
    symbols = [*x, *state] + (list(v) if other_values else [])
    return Residual(tuple(equations), {symbol: Domain() for symbol in symbols} | {BETA: Domain(low=0)})
