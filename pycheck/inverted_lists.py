"""The work of one probe into k even lists of n vectors is 2√n and a square more, in symbols.

With m = √n > 0:   k + m²/k = 2m + (k − m)²/k, for every k > 0. The square is never negative, so 2√n is the least.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def work_of_one_probe_is_twice_the_root_and_a_square(twice: int) -> Residual:
    """k + n/k = `twice`·√n + (k − √n)²/k."""
    k, m = sympy.symbols("k m", positive=True)
    equation = Equation("work", k + m**2 / k, twice * m + (k - m) ** 2 / k)
    return Residual((equation,), {k: Domain(low=0), m: Domain(low=0)})
