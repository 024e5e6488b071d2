"""Sums of parts do not determine the parts: in symbols.

Two sums that the book forms: γ_obs = γ_geom + γ_train + γ_arch + ε, and the difference of the exponents of two models that
differ in base, data and architecture. With the total and γ_geom given, every γ_train and γ_arch goes with one ε,

    ε = γ_obs − γ_geom − γ_train − γ_arch,

so the total says nothing about them. If between two models only the base differs, and the parts add, their difference is
that of the geometric parts.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

NAMES = "γ_obs γ_geom γ_train γ_arch γ_geom2"
OBSERVED, GEOMETRY, TRAIN, ARCH, GEOMETRY2 = sympy.symbols(NAMES, real=True)
DOMAINS = {symbol: Domain() for symbol in (OBSERVED, GEOMETRY, TRAIN, ARCH, GEOMETRY2)}


def every_split_closes_with_a_remainder(with_remainder: bool) -> Residual:
    """The parts sum to the total for all γ_train, γ_arch, with the remainder that is left; and one lever shows itself."""
    remainder = OBSERVED - GEOMETRY - TRAIN - ARCH if with_remainder else sympy.Integer(0)
    equations = (
        Equation("total", sympy.Add(GEOMETRY, TRAIN, ARCH, remainder, evaluate=False), OBSERVED),
        Equation(
            "one part changed", sympy.Add(GEOMETRY2, TRAIN, ARCH, remainder, -OBSERVED, evaluate=False), GEOMETRY2 - GEOMETRY
        ),
    )
    return Residual(equations, DOMAINS)
