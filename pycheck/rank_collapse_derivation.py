"""Averaging with positive weights that does not bring two tokens together: the range after L layers, by induction on L.

Two tokens, layer l with the weights (1 − ε_l, ε_l) and (ε_l, 1 − ε_l), both positive: their difference is multiplied by 1 − 2ε_l.
With ε_l = 1/(2 (l + 1)²) the factor is 1 − 1/(l + 1)² = l (l + 2)/(l + 1)², and the product over l = 1, …, L telescopes to

    range after L layers / range before = (L + 2)/(2 (L + 1)),

which falls to 1/2 and not to 0. With ε_l = 1/(2 (l + 1)), `power` 1, the product is 1/(L + 1), which does fall to 0.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

L = sympy.Symbol("L", positive=True, integer=True)


def range_after_l_layers_is_over_two(power: int) -> Residual:
    """Step and start of the induction for (L + 2)/(2 (L + 1)), with ε_l = 1/(2 (l + 1)^`power`)."""

    def claimed(n: sympy.Expr) -> sympy.Expr:
        return (n + 2) / (2 * (n + 1))

    factor = 1 - 2 / (2 * (L + 1) ** power)
    equations = (
        Equation("step", claimed(L), claimed(L - 1) * factor),
        Equation("start", claimed(sympy.Integer(0)), sympy.Integer(1)),
    )
    return Residual(equations, {L: Domain(low=0, integer=True)})
