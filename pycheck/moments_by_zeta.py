"""The log-moments M_0, M_1, M_2 at any N as differences of Hurwitz zeta values and their derivatives.

Where γ ≠ 1, with ζ(s, a) continued to all s ≠ 1 and ∂_s differentiating in s,

    M_k(γ, N) = (−1)^k ∂_s^k [ζ(s, 1) − ζ(s, N+1)] at s = γ                    (DLMF 25.11.1, 25.11.3)

for Σ_{d ≤ N} d^-s is that difference wherever both series converge, and both sides are analytic. At γ = 1 the poles
cancel, and what remains are generalised Stieltjes constants: ζ(s, a) = 1/(s−1) + Σ_n (−1)^n γ_n(a) (s−1)^n / n!, so

    M_k(1, N) = γ_k(1) − γ_k(N+1)                                             (DLMF 25.2.4; Berndt 1972)

The values are Arb's, with their proved error. `first_left_out` is the distance at which the second sum starts, less N:
1 in the formula.
"""

from fractions import Fraction

from flint import acb, acb_series, arb, fmpq

ORDERS = 3


def log_moments(gamma: Fraction, size: int, first_left_out: int = 1) -> tuple[arb, arb, arb]:
    """(M_0, M_1, M_2) at the precision of `flint.ctx`, in a time that hardly depends on N.

    Near γ = 1 the difference loses about 3·log2(1/|γ−1|) bits; at γ = 1 none.
    """
    beyond = size + first_left_out
    if gamma == 1:
        return _three([acb.stieltjes(k) - acb.stieltjes(k, beyond) for k in range(ORDERS)])
    series = acb_series([fmpq(gamma.numerator, gamma.denominator), 1], prec=ORDERS)
    difference = series.zeta(1) - series.zeta(beyond)
    return _three([difference[0], -difference[1], 2 * difference[2]])


def _three(values: list[acb]) -> tuple[arb, arb, arb]:
    return values[0].real, values[1].real, values[2].real
