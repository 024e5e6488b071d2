"""((a + b)² − (a − b)²) = 2c·ab, which says the same of c."""

import sympy

from claimledger.finding import Domain, Equation, Residual


def square_of_a_sum(coefficient: int) -> Residual:
    """c = 2 is claimed."""
    a, b = sympy.symbols("a b")
    left, right = (a + b) ** 2 - (a - b) ** 2, 2 * coefficient * a * b
    return Residual((Equation("difference", left, right),), {a: Domain(), b: Domain()})
