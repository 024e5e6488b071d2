"""The window of the continuum by quadrature: ∫ x^-γ dx over [1, D_f] against the share f of that over [1, N].

mpmath integrates e^((1−γ)t) over t = log x, so that a wide range is no strain; two precisions have to agree.
"""

from fractions import Fraction
from itertools import product

import mpmath

from claimledger.finding import Cases

DIGITS = 25
WORKING = (35, 45)


def _mass(gamma: mpmath.mpf, log_end: mpmath.mpf) -> mpmath.mpf:
    pieces = mpmath.linspace(0, log_end, 5)
    return mpmath.quad(lambda t: mpmath.exp((1 - gamma) * t), pieces)


def window_of_the_continuum_holds_its_share(
    swapped: bool, exponents: list[Fraction], sizes: list[int], shares: list[Fraction]
) -> Cases:
    """[1, D_f] has f of the mass of [1, N] to 25 digits; `swapped` has 1 − f for f in D_f."""

    def holds(case: tuple[Fraction, int, Fraction]) -> bool:
        for digits in WORKING:
            with mpmath.workdps(digits):
                gamma, share = (mpmath.mpf(n.numerator) / n.denominator for n in (case[0], case[2]))
                reach, kept = mpmath.log(case[1]), 1 - share if swapped else share
                if gamma == 1:
                    window = kept * reach
                else:
                    window = mpmath.log((1 - kept) + kept * mpmath.exp((1 - gamma) * reach)) / (1 - gamma)
                found = _mass(gamma, window) / _mass(gamma, reach)
                if abs(found - share) >= mpmath.mpf(10) ** -DIGITS:
                    return False
        return True

    return Cases.over(product(exponents, sizes, shares), holds)
