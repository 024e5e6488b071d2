"""An energy defined with the coefficient c gives c back, for every fraction c of a grid and several L, exactly.

U(γ) = L/2 + (1 − γ) c L² is linear in γ, so its slope at 1 is the difference quotient between any two points: here −1 and 3,
so that nothing is differentiated in symbols.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted


def derivative_of_the_defined_energy_at_one_is(only_twelfth: bool, most: int) -> Exhausted:
    """−U′(1) is c L² for each c = a/b with b from 1 to `most` and |a| ≤ b, and L = 1, …, 5; or L²/12 (`only_twelfth`)."""
    coefficients = sorted({Fraction(a, b) for b in range(1, most + 1) for a in range(-b, b + 1)})

    def holds(case: tuple[Fraction, int]) -> bool:
        c, length = case

        def energy(gamma: int) -> Fraction:
            return Fraction(length, 2) + (1 - gamma) * c * length**2

        slope = (energy(3) - energy(-1)) / 4
        return -slope == (Fraction(length**2, 12) if only_twelfth else c * length**2)

    cases = list(product(coefficients, range(1, 6)))
    farey = 1 + sum(sum(1 for a in range(1, b + 1) if Fraction(a, b).denominator == b) for b in range(1, most + 1))
    return Exhausted.over(f"c = a/b in [-1, 1], b ≤ {most}, and L = 1, …, 5", 5 * (2 * farey - 1), cases, holds)
