"""mpmath's polylogarithm against Arb's, to 50 digits, also where the cut-off is far away.

mpmath sums z^k/k^s for small |z| and, near |z| = 1, an expansion in log z with values of ζ; Arb has routes of its own. Beside
them stands the expansion itself, written out here for orders that are not whole and μ = 1/ξ < 2π  (DLMF 25.12.12):

    Li_γ(e^-μ) = Γ(1−γ) μ^(γ−1) + Σ_{k≥0} ζ(γ−k) (−μ)^k / k!

A case is an order and a cut-off; it fails where Arb's value and mpmath's, at each of two precisions, or the expansion's
first terms (42, or 14 from ξ = 1000 on, where the next is below 10^-50), differ relatively by 10^-50 or more.
"""

from fractions import Fraction
from itertools import product

import mpmath
from flint import arb, ctx, fmpq

from claimledger.finding import Cases

DIGITS = 50
WORKING = (60, 75)
TERMS = 42


def _arb(order: Fraction, xi: Fraction) -> mpmath.mpf:
    """Arb's value as an mpf of 75 digits, its radius below 10^-70 of it."""
    with ctx.workprec(400):
        value = (-1 / arb(fmpq(xi.numerator, xi.denominator))).exp().polylog(arb(fmpq(order.numerator, order.denominator)))
        if value.rel_accuracy_bits() < 250:
            raise ArithmeticError(f"Li_{order} at ξ = {xi} is known to {value.rel_accuracy_bits()} bits only")
        return mpmath.mpf(value.str(75, radius=False))


def _mpmath(order: Fraction, xi: Fraction) -> mpmath.mpf:
    s, x = (mpmath.mpf(n.numerator) / n.denominator for n in (order, xi))
    return mpmath.re(mpmath.polylog(s, mpmath.exp(-1 / x)))


def _expansion(order: Fraction, xi: Fraction) -> mpmath.mpf:
    s, x = (mpmath.mpf(n.numerator) / n.denominator for n in (order, xi))
    terms = TERMS if x < 1000 else TERMS // 3
    rest = (mpmath.zeta(s - k) * (-1 / x) ** k / mpmath.factorial(k) for k in range(terms))
    return mpmath.gamma(1 - s) * x ** (1 - s) + mpmath.fsum(rest)


def two_libraries_agree_on_the_polylogarithm(shift: Fraction, exponents: list[Fraction], cutoffs: list[Fraction]) -> Cases:
    """Li_{γ+`shift`}(e^(−1/ξ)) by mpmath is Li_γ(e^(−1/ξ)) by Arb, and the expansion where γ is not whole and ξ ≥ 10."""

    def holds(case: tuple[Fraction, Fraction]) -> bool:
        gamma, xi = case
        with mpmath.workdps(WORKING[1]):
            reference = _arb(gamma, xi)
        found = []
        for digits in WORKING:
            with mpmath.workdps(digits):
                found.append(_mpmath(gamma + shift, xi))
        with mpmath.workdps(WORKING[1]):
            if gamma.denominator > 1 and xi >= 10:
                found.append(_expansion(gamma + shift, xi))
            return all(abs(value - reference) < mpmath.mpf(10) ** -DIGITS * abs(reference) for value in found)

    return Cases.over(product(exponents, cutoffs), holds)
