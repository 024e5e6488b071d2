"""The log-moments of the density 1/(x log N) on [1, N], from one antiderivative.

    d/dx (log x)^(k+1) / ((k+1) log N) = (log x)^k / (x log N),

and (log 1)^(k+1) = 0, so the k-th moment of log x is (log N)^(k+1)/((k+1) log N) = (log N)^k/(k+1). The variance is the
second moment less the square of the first, 1/3 − 1/4 = 1/12 of (log N)². At k = 0 the moment is 1: the density has mass 1.

N and k stay symbols, k ≥ 1; that the integral is the difference of an antiderivative is the fundamental theorem of
calculus, and nothing here integrates.
"""

from fractions import Fraction

import sympy

from claimledger.finding import Domain, Equation, Residual

X, N = sympy.symbols("x N", positive=True)
K = sympy.Symbol("k", integer=True, positive=True)
DOMAINS = {X: Domain(low=1), N: Domain(low=1), K: Domain(low=0, integer=True)}


def log_moments_are_those_of_a_uniform_variable(variance: Fraction, shift: int = 1) -> Residual:
    """E[(log x)^k] = (log N)^k/(k + `shift`), and Var(log x) = `variance`·(log N)²."""
    width = sympy.log(N)

    def antiderivative(at: sympy.Expr) -> sympy.Expr:
        return sympy.log(at) ** (K + shift) / ((K + shift) * width)

    def moment(k: sympy.Expr) -> sympy.Expr:
        return width**k / (k + shift)

    factor = sympy.Rational(variance.numerator, variance.denominator)
    equations = (
        Equation("antiderivative", sympy.diff(antiderivative(X), X), sympy.log(X) ** K / (X * width)),
        Equation("mass", sympy.diff(sympy.log(X) / width, X), 1 / (X * width)),
        Equation("k-th moment", antiderivative(N), moment(K)),
        Equation("variance", moment(sympy.Integer(2)) - moment(sympy.Integer(1)) ** 2, factor * width**2),
    )
    return Residual(equations, DOMAINS)
