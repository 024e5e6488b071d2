"""The objects of the theory as direct sums in balls: p(d), Z, M_k, and the mean and variance of log d.

A head whose mean attention falls off as d^-γ over the distances d = 1..N is the distribution

    p(d) = d^-γ / Z(γ, N),    Z(γ, N) = Σ_{d=1..N} d^-γ,    M_k(γ, N) = Σ_{d=1..N} (log d)^k d^-γ,

so Z = M_0, E[log d] = M_1/M_0 and Var(log d) = M_2/M_0 − (M_1/M_0)². The energy of state d is log d, the temperature
τ is 1/γ, and C_V = γ² Var(log d). Symbols are those of the project's notation page; nothing is assumed about N or γ
beyond N ≥ 1 and γ real, and d^-γ is exp(−γ log d) throughout.

Decision: everything here is a plain sum over 1..N at the precision of `flint.ctx`, started from integers and
rationals. It is slow and has no idea in it, so that faster routes can be held against it.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from flint import arb, fmpq


def ball(number: Fraction | int) -> arb:
    """The ball of a rational number at the current precision."""
    return arb(fmpq(number.numerator, number.denominator))


def weight(distance: int, gamma: Fraction) -> arb:
    """d^-γ = exp(−γ log d)."""
    return (-ball(gamma) * arb(distance).log()).exp()


def partition(gamma: Fraction, size: int) -> arb:
    """Z(γ, N)."""
    return sum((weight(d, gamma) for d in range(1, size + 1)), arb(0))


def probability(distance: int, gamma: Fraction, size: int) -> arb:
    """p(d) for one distance; it sums Z anew at each call."""
    return weight(distance, gamma) / partition(gamma, size)


def moment(order: int, gamma: Fraction, size: int) -> arb:
    """M_k(γ, N), with (log 1)^0 = 1."""
    return sum((arb(d).log() ** order * weight(d, gamma) for d in range(1, size + 1)), arb(0))


def running_moments(gamma: Fraction, size: int) -> Iterator[tuple[arb, arb, arb]]:
    """(M_0, M_1, M_2) at N = 1, 2, …, `size`, from running sums."""

    def terms() -> Iterator[tuple[arb, arb, arb]]:
        for distance in range(1, size + 1):
            log, power = arb(distance).log(), weight(distance, gamma)
            yield power, log * power, log * log * power

    return accumulate(terms(), lambda total, term: (total[0] + term[0], total[1] + term[1], total[2] + term[2]))


def variance(moments: tuple[arb, arb, arb]) -> arb:
    """Var(log d) from (M_0, M_1, M_2)."""
    mean = moments[1] / moments[0]
    return moments[2] / moments[0] - mean * mean


def heat_capacity(gamma: Fraction, moments: tuple[arb, arb, arb]) -> arb:
    """C_V = γ² Var(log d)."""
    return ball(gamma) ** 2 * variance(moments)
