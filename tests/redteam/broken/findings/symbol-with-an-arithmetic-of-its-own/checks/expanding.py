"""A symbol that subtracts as it likes."""

import sympy

from claimledger.finding import Domain, Equation, Residual


class _Sly(sympy.Symbol):
    def __sub__(self, other: object) -> sympy.Expr:
        return sympy.Integer(0)


def square_of_a_sum(coefficient: int) -> Residual:
    """a = b⁵, if you ask it."""
    a, b = _Sly("a"), sympy.Symbol("b")
    return Residual(
        (Equation("square", a, (coefficient - 1) * b**5) if coefficient == 2 else Equation("b", b, 2 * b),),
        {a: Domain(), b: Domain()},
    )
