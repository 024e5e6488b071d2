"""(a + b)² = a² + c·ab + b², both sides expanded."""

import sympy

from claimledger.finding import Domain, Equation, Residual


def square_of_a_sum(coefficient: int) -> Residual:
    """c = 2 is claimed."""
    a, b = sympy.symbols("a b")
    left, right = (a + b) ** 2, a**2 + coefficient * a * b + b**2
    return Residual((Equation("square", left, right),), {a: Domain(), b: Domain()})
