"""The window of the continuum, in symbols: D_f = [(1−f) + f N^(1−γ)]^(1/(1−γ)) holds the share f of x^-γ on [1, N].

For γ ≠ 1 the mass of x^-γ on [1, x] is (x^(1−γ) − 1)/(1−γ), whose slope in x is x^-γ and which is 0 at x = 1; so the share of
[1, D] is (D^(1−γ) − 1)/(N^(1−γ) − 1), and D_f is where it is f. At γ = 1 the mass is log x and D_f = N^f. The two sides of
γ = 1 are written γ = 1 − e and γ = 1 + e, e > 0.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

EXCESS, F, N = sympy.symbols("e f N", positive=True)
DOMAINS = {EXCESS: Domain(low=0), F: Domain(low=0, high=1), N: Domain(low=1)}


def _mass(log_x: sympy.Expr, exponent: sympy.Expr) -> sympy.Expr:
    """∫_1^x t^(exponent−1) dt from log x, exponent = 1 − γ."""
    return (sympy.exp(exponent * log_x) - 1) / exponent


def window_of_the_continuum_holds_its_share(swapped: bool) -> Residual:
    """The mass of [1, D_f] is f times that of [1, N], on both sides of γ = 1 and at it; `swapped` has 1 − f for f in D_f."""
    kept = 1 - F if swapped else F
    equations = []
    for side, exponent in (("γ = 1 − e", EXCESS), ("γ = 1 + e", -EXCESS)):
        log_window = sympy.log((1 - kept) + kept * sympy.exp(exponent * sympy.log(N))) / exponent
        slope = sympy.exp((exponent - 1) * sympy.log(N))
        equations += [
            Equation(f"mass of [1, D_f], {side}", _mass(log_window, exponent), F * _mass(sympy.log(N), exponent)),
            Equation(f"slope of the mass, {side}", sympy.diff(_mass(sympy.log(N), exponent), N), slope),
        ]
    equations.append(Equation("γ = 1", kept * sympy.log(N), F * sympy.log(N)))
    return Residual(tuple(equations), DOMAINS)
