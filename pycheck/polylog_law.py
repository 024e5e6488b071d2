"""The law d^-γ e^(−d/ξ)/Li_γ(e^(−1/ξ)) by differences: its slope in log-log axes, and that it is a distribution.

The slope of log p against log d is a numerical derivative (mpmath.diff) of log p, normaliser included, at two precisions; the
mass is summed to 40ξ·log 10 terms, past which e^(−d/ξ) has fallen by 10⁻⁴⁰.
"""

from fractions import Fraction
from itertools import product

import mpmath

from claimledger.finding import Cases

DIGITS = 25
WORKING = (60, 80)


def local_exponent_is_gamma_plus_d_over_xi(
    cutoff: int, exponents: list[Fraction], cutoffs: list[Fraction], distances: list[int]
) -> Cases:
    """−d log p/d log d = γ + `cutoff`·d/ξ to 25 digits, and Σ p = 1 to 25 digits."""

    def holds(case: tuple[Fraction, Fraction, int]) -> bool:
        for digits in WORKING:
            with mpmath.workdps(digits):
                gamma, xi = (mpmath.mpf(n.numerator) / n.denominator for n in case[:2])
                log_z = mpmath.log(mpmath.re(mpmath.polylog(gamma, mpmath.exp(-1 / xi))))

                def log_p(log_d: mpmath.mpf, g: mpmath.mpf = gamma, x: mpmath.mpf = xi, z: mpmath.mpf = log_z) -> mpmath.mpf:
                    return -g * log_d - mpmath.exp(log_d) / x - z

                slope = -mpmath.diff(log_p, mpmath.log(case[2]))
                last = int(40 * xi * mpmath.log(10)) + 1
                mass = mpmath.fsum(mpmath.exp(log_p(mpmath.log(d))) for d in range(1, last + 1))
                close = mpmath.mpf(10) ** -DIGITS
                if abs(slope - gamma - cutoff * case[2] / xi) >= close or abs(mass - 1) >= close:
                    return False
        return True

    return Cases.over(product(exponents, cutoffs, distances), holds)
