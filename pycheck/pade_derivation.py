"""The [1/1] Padé approximant of e^(−z) in symbols, and the length at which it has a given value.

The [1/1] approximant of f is the quotient (p_0 + p_1 z)/(1 + q_1 z) with (1 + q_1 z) f(z) − p_0 − p_1 z = O(z³)
(Baker and Graves-Morris, Padé Approximants, §1.1): three linear equations for p_0, p_1, q_1, with one solution where the
coefficients of f allow it. For f = e^(−z) it is (1 − z/2)/(1 + z/2), and the first term left over is z³/12, so

    γ_Padé(θ, L) = (2θ − L√2)/(2θ + L√2) is its value at z = L√2/θ.
"""

from fractions import Fraction

import sympy

from claimledger.finding import Domain, Equation, Residual

THETA, LENGTH, X = sympy.symbols("θ L x", positive=True)
DOMAINS = {THETA: Domain(low=0), LENGTH: Domain(low=0)}
ROOT = sympy.sqrt(2)
GAMMA = (2 * THETA - LENGTH * ROOT) / (2 * THETA + LENGTH * ROOT)


def _approximant(rate: sympy.Rational) -> tuple[sympy.Expr, sympy.Expr]:
    """The [1/1] approximant of e^(−rate·x), from its three equations, and the coefficient of x³ that is left over."""
    p0, p1, q1 = sympy.symbols("p0 p1 q1")
    taylor = [(-rate) ** k / sympy.factorial(k) for k in range(4)]
    left = [taylor[0] - p0] + [taylor[k] + q1 * taylor[k - 1] - (p1 if k == 1 else 0) for k in (1, 2)]
    (solution,) = sympy.solve(left, [p0, p1, q1], dict=True)
    quotient = (solution[p0] + solution[p1] * X) / (1 + solution[q1] * X)
    return quotient, taylor[3] + solution[q1] * taylor[2]


def predicted_exponent_is_the_approximant_of_exp(rate: Fraction, left_over: Fraction) -> Residual:
    """γ_Padé is the [1/1] approximant of e^(−`rate`·z) at z = L√2/θ, and `left_over`·z³ is the first term not met."""
    quotient, third = _approximant(sympy.Rational(rate.numerator, rate.denominator))
    z = LENGTH * ROOT / THETA
    equations = (
        Equation("value at L√2/θ", GAMMA, quotient.subs(X, z)),
        Equation("canonical form", GAMMA, (2 - z) / (2 + z)),
        Equation("first term left over", third * z**3, sympy.Rational(left_over.numerator, left_over.denominator) * z**3),
    )
    return Residual(equations, DOMAINS)


def horizon_of_the_prediction_is_the_length(square: int, root_power: int) -> Residual:
    """√`square`·θ(1 − γ)/(1 + γ) = L at γ = γ_Padé(θ, L); and L√2/(1 − γ_Padé) = θ + L·√2^`root_power`/2."""
    back = sympy.sqrt(square) * THETA * (1 - GAMMA) / (1 + GAMMA)
    effective = LENGTH * ROOT / (1 - GAMMA)
    equations = (
        Equation("horizon", back, LENGTH),
        Equation("effective base", effective, THETA + LENGTH * ROOT**root_power / 2),
    )
    return Residual(equations, DOMAINS)
