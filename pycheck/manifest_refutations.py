"""Two refutations that the author's manifest lists, derived again in symbols.

With β(γ) = −(1 − γ²)/2 (the entries call it the RG β) and V(γ) = γ − γ³/3, the tables that the manifest quotes have β = −V′;
but −V′ = −(1 − γ²), which is 2β. With V = γ/2 − γ³/6 it is right.

With γ_χ = (1 + 2(1 − γ)²)/(1 − γ), which is the entry AM_GM_gamma_chi's 1/(1 − γ) + 2(1 − γ), the entry D_SAGE_1 says
2η² + ηγ_χ + 1 = 0. At η = γ − 1 it holds; at η = 2γ it leaves (−4γ³ + 5γ + 1)/(1 − γ), which is positive for 0 < γ < 1.
"""

from fractions import Fraction

import sympy

from claimledger.finding import Domain, Equation, Residual

GAMMA = sympy.Symbol("γ", real=True)


def tables_miss_by_a_factor_of_two_and_by_a_cubic(factor: Fraction, slope: int) -> Residual:
    """−V′ = `factor`·β for V = γ − γ³/3, and 2η² + ηγ_χ + 1 = 0 at η = `slope`·γ − 1 and has the stated remainder at 2γ."""
    beta = -(1 - GAMMA**2) / 2
    chi = 1 / (1 - GAMMA) + 2 * (1 - GAMMA)

    def quadratic(eta: sympy.Expr) -> sympy.Expr:
        return 2 * eta**2 + eta * chi + 1

    equations = (
        Equation("−V′ and β", -sympy.diff(GAMMA - GAMMA**3 / 3, GAMMA), sympy.Rational(factor) * beta),
        Equation("−V′ and β with V = γ/2 − γ³/6", -sympy.diff(GAMMA / 2 - GAMMA**3 / 6, GAMMA), beta),
        Equation("the quadratic in η", quadratic(slope * GAMMA - 1), sympy.Integer(0)),
        Equation("at η = 2γ", quadratic(2 * GAMMA), (-4 * GAMMA**3 + 5 * GAMMA + 1) / (1 - GAMMA)),
    )
    return Residual(equations, {GAMMA: Domain(high=1)})
