"""The coefficient of (log N)² read off C_V(1; N) itself, with no expansion assumed.

If C_V(1; N) = c L² + c′ L + c″ + O(1/L) in L = log N, its second divided difference over N, N², N³, where L, 2L, 3L are
equally spaced,

    (C_V(1; N) − 2 C_V(1; N²) + C_V(1; N³)) / (2 L²),

is free of c′ and c″ and tends to c; a remainder b/L leaves b/(6 L³). The check asks that it be c to within 1/(100 L³), for
ever larger N, so that a coefficient that is nearly right fails as well.

M_k(1, N) is γ_k − γ_k(N+1), and mpmath computes generalised Stieltjes constants as integrals, not by Euler–Maclaurin
summation. Each C_V is computed at two precisions that have to agree; the lower comes first, for mpmath remembers γ_k.
"""

from fractions import Fraction

import mpmath

from claimledger.finding import Cases

LOWER, HIGHER, AGREE = 40, 60, 34


def _heat_capacity(power: int, digits: int) -> mpmath.mpf:
    """C_V(1; 10^power)."""
    with mpmath.workdps(digits):
        beyond = mpmath.mpf(10) ** power + 1
        moments = [mpmath.stieltjes(k) - mpmath.stieltjes(k, beyond) for k in range(3)]
        return moments[2] / moments[0] - (moments[1] / moments[0]) ** 2


def second_difference_in_log_n_is_twice_the_coefficient(coefficient: Fraction, powers_of_ten: list[int]) -> Cases:
    """(C_V(1; N) − 2 C_V(1; N²) + C_V(1; N³)) / 2L² is `coefficient` to within 1/(100 L³), N = 10^e for every e."""

    def holds(power: int) -> bool:
        lower = [_heat_capacity(multiple * power, LOWER) for multiple in (1, 2, 3)]
        higher = [_heat_capacity(multiple * power, HIGHER) for multiple in (1, 2, 3)]
        with mpmath.workdps(HIGHER):
            same = all(abs(a - b) <= mpmath.mpf(10) ** -AGREE * abs(b) for a, b in zip(lower, higher, strict=True))
            log = power * mpmath.log(10)
            found = (higher[0] - 2 * higher[1] + higher[2]) / (2 * log**2)
            claimed = mpmath.mpf(coefficient.numerator) / coefficient.denominator
            return bool(same and abs(found - claimed) * 100 * log**3 <= 1)

    return Cases.over(powers_of_ten, holds)
