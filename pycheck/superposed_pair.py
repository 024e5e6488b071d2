"""Two sparse features in one dimension: superposed or one of them dropped, and the density at which the losses cross.

Toy model of Elhage et al. 2022 at its smallest: features x_1, x_2 are each active with probability p, then uniform on (0, 1),
else 0; h = w · x is one number and x̂ = relu(w h + b); the loss is the mean of |x − x̂|².

    both, w = (1, −1), b = 0:       p² · 2 E[min(x_1, x_2)²]: exact if one is active, each off by the smaller if both are
    one only, w = (1, 0), b = (0, p/2):   the variance of x_2, p/3 − p²/4

The difference is p (4 − 7p)/12: below p = 4/7 both superposed lose less, above it one alone.
"""

from fractions import Fraction

import sympy

from claimledger.finding import Domain, Equation, Residual

P = sympy.Symbol("p", positive=True)


def losses_cross_at(density: Fraction) -> Residual:
    """Loss of one feature alone less that of both superposed is 7 p (density − p)/12; integrals by SymPy."""
    x, y, b = sympy.symbols("x y b", real=True)
    smaller = sympy.integrate(sympy.integrate(y**2, (y, 0, x)), (x, 0, 1)) * 2
    both = P**2 * 2 * smaller
    missed = P * sympy.integrate((x - b) ** 2, (x, 0, 1)) + (1 - P) * b**2
    best = sympy.solve(sympy.diff(missed, b), b)[0]
    alone = sympy.expand(missed.subs(b, best))
    crossing = sympy.Rational(density.numerator, density.denominator)
    return Residual((Equation("difference", alone - both, 7 * P * (crossing - P) / 12),), {P: Domain(low=0, high=1)})
