"""The coefficient of log N in C_V(1; N) read off C_V(1; N) itself, with no expansion and no leading term assumed.

If f(L) = C_V(1; e^L) = c L² + c′ L + c″ + O(1/L), then over L, 2L, 3L

    (5 (f(2L) − f(L)) − 3 (f(3L) − f(2L))) / (2L) = c′ + O(1/L²),

free of c and c″: the first difference is 3c L² + c′ L, the second 5c L² + c′ L. A remainder b/L in f leaves −b/L². The
check asks that it be the coefficient times Euler's constant to within 1/(25 L²), for ever larger N, so that a coefficient
that is nearly right fails as well; b is near 0.0344.

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
        m0, m1, m2 = (mpmath.stieltjes(k) - mpmath.stieltjes(k, beyond) for k in range(3))
        return m2 / m0 - (m1 / m0) ** 2


def coefficient_of_log_n_is_this_times_euler(coefficient: Fraction, powers_of_ten: list[int]) -> Cases:
    """The combination above is `coefficient`·γ_E to within 1/(25 L²), L = log 10^e, for every e."""

    def holds(power: int) -> bool:
        lower = [_heat_capacity(multiple * power, LOWER) for multiple in (1, 2, 3)]
        first, second, third = higher = [_heat_capacity(multiple * power, HIGHER) for multiple in (1, 2, 3)]
        with mpmath.workdps(HIGHER):
            same = all(abs(a - b) <= mpmath.mpf(10) ** -AGREE * abs(b) for a, b in zip(lower, higher, strict=True))
            log = power * mpmath.log(10)
            found = (5 * (second - first) - 3 * (third - second)) / (2 * log)
            claimed = mpmath.mpf(coefficient.numerator) / coefficient.denominator * mpmath.euler
            return bool(same and abs(found - claimed) * 25 * log**2 <= 1)

    return Cases.over(powers_of_ten, holds)
