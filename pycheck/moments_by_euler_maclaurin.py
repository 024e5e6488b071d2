"""The log-moments M_0, M_1, M_2 at any N by Euler–Maclaurin summation with its remainder bounded.

For f(x) = x^-γ (log x)^k, a start m < N and r Bernoulli terms                      (DLMF 2.10.1; Knuth, TAOCP 1.2.11.2)

    Σ_{d=1..N} f(d) = Σ_{d<m} f(d) + ∫_m^N f + (f(m) + f(N))/2 + Σ_{j=1..r} B_2j/(2j)! (f^(2j−1)(N) − f^(2j−1)(m)) + R,
    R = −∫_m^N B_2r({x})/(2r)! f^(2r)(x) dx,      |R| ≤ |B_2r|/(2r)! ∫_m^∞ |f^(2r)|,      since |B_2r({x})| ≤ |B_2r|.

Every derivative is f^(j)(x) = x^(−γ−j) P_j(log x) with P_0 = L^k and P_{j+1} = P_j′ − (γ+j) P_j, exactly in rationals,
so |f^(2r)(x)| ≤ x^-s Σ_i |P_2r,i| (log x)^i with s = γ + 2r, and with J_i = ∫_m^∞ x^-s (log x)^i dx

    J_0 = m^(1−s)/(s−1),      J_i = (m^(1−s) (log m)^i + i J_{i−1})/(s−1).

The weight 1/2 of the end terms and B_2 = 1/6 are parameters, so that a false one can be tried.
Decision: the sum, the integrals and the bound are our own; of Arb only exp, log and the Bernoulli numbers are used.
"""

from fractions import Fraction
from math import factorial

from flint import arb, fmpq

START = 64
TERMS = 32
ORDERS = 3
HALF = Fraction(1, 2)
B2 = Fraction(1, 6)


def log_moments(gamma: Fraction, size: int, end_weight: Fraction = HALF, b2: Fraction = B2) -> tuple[arb, arb, arb]:
    """(M_0, M_1, M_2) at the precision of `flint.ctx`, for N > 64 and γ > −63. Near γ = 1 the integral loses bits."""
    if size <= START or gamma <= 1 - 2 * TERMS:
        raise ValueError(f"N = {size}, γ = {gamma}: the summation starts at {START} and needs γ > {1 - 2 * TERMS}")
    first, second, third = (_moment(k, gamma, size, end_weight, b2) for k in range(ORDERS))
    return first, second, third


def _moment(order: int, gamma: Fraction, size: int, end_weight: Fraction, b2: Fraction) -> arb:
    log_m, log_n = arb(START).log(), arb(size).log()
    polynomials = _derivatives(order, gamma)

    def value(j: int, log: arb) -> arb:
        return (-_ball(gamma + j) * log).exp() * _evaluate(polynomials[j], log)

    total = sum((value(0, arb(d).log()) for d in range(1, START)), arb(0))
    total += _antiderivative(order, 1 - gamma, log_n) - _antiderivative(order, 1 - gamma, log_m)
    total += _ball(end_weight) * (value(0, log_m) + value(0, log_n))
    for j in range(1, TERMS + 1):
        bernoulli = _ball(b2) if j == 1 else arb.bernoulli(2 * j)
        total += bernoulli / factorial(2 * j) * (value(2 * j - 1, log_n) - value(2 * j - 1, log_m))
    return total + arb(0, 1) * _remainder(polynomials[2 * TERMS], gamma + 2 * TERMS, log_m)


def _derivatives(order: int, gamma: Fraction) -> list[list[Fraction]]:
    """The coefficients of P_0, …, P_2r, lowest first."""
    rows = [[Fraction(int(i == order)) for i in range(order + 1)]]
    for j in range(2 * TERMS):
        slope = [(i + 1) * c for i, c in enumerate(rows[-1][1:])] + [Fraction(0)]
        rows.append([s - (gamma + j) * c for s, c in zip(slope, rows[-1], strict=True)])
    return rows


def _antiderivative(order: int, a: Fraction, log: arb) -> arb:
    """An antiderivative of x^(a−1) (log x)^k at x = e^log: by parts for a ≠ 0, (log x)^(k+1)/(k+1) for a = 0."""
    if a == 0:
        return log ** (order + 1) / (order + 1)
    parts = [Fraction((-1) ** i * factorial(order), factorial(order - i)) / a ** (i + 1) for i in range(order + 1)]
    return (_ball(a) * log).exp() * _evaluate(parts[::-1], log)


def _remainder(polynomial: list[Fraction], s: Fraction, log_m: arb) -> arb:
    """|B_2r|/(2r)! Σ_i |P_2r,i| J_i."""
    edge = (_ball(1 - s) * log_m).exp()
    integral, bound = arb(0), arb(0)
    for i, coefficient in enumerate(polynomial):
        integral = (edge * log_m**i + i * integral) / _ball(s - 1)
        bound += _ball(abs(coefficient)) * integral
    return abs(arb.bernoulli(2 * TERMS)) / factorial(2 * TERMS) * bound


def _evaluate(coefficients: list[Fraction], log: arb) -> arb:
    return sum((_ball(c) * log**i for i, c in enumerate(coefficients)), arb(0))


def _ball(number: Fraction) -> arb:
    return arb(fmpq(number.numerator, number.denominator))
