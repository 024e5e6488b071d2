"""(√2)² in symbols."""

import sympy

from claimledger.finding import Equation, Residual


def root_squared(square: int) -> Residual:
    """(√2)² = `square`."""
    return Residual((Equation("square", sympy.sqrt(2) ** 2, sympy.Integer(square)),), {})
