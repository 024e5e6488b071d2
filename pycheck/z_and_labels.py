"""Z as a function of γ does not say which distance has which energy: profiles with one Z, gone through exactly.

Give the distances 1, …, N the energies log 1, …, log N in any order. Z(γ) = Σ e^(−γE) is a sum over states and does not
depend on the order, so neither do U, C_V and S, which come from it. The mean distance does: with the energies in their own
order, near distances weigh most, and by the rearrangement inequality every other order has a larger mean. At whole γ
everything is rational.
"""

from fractions import Fraction
from itertools import permutations
from math import factorial

from claimledger.finding import Exhausted

POWERS = (1, 2, 3)


def _z(order: tuple[int, ...], gamma: int) -> Fraction:
    return sum((Fraction(1, e**gamma) for e in order), Fraction(0))


def _mean_distance(order: tuple[int, ...], gamma: int) -> Fraction:
    return sum((d * Fraction(1, e**gamma) for d, e in enumerate(order, 1)), Fraction(0)) / _z(order, gamma)


def same_z_whatever_the_order_of_the_energies(n: int, z_decides_all: bool) -> Exhausted:
    """Over all N! orders Z is one at γ = 1, 2, 3; the mean distance is that of log 1, …, log N in that order only.

    `z_decides_all` says that with the same Z the mean distance is the same as well.
    """
    own = tuple(range(1, n + 1))

    def holds(order: tuple[int, ...]) -> bool:
        same_z = all(_z(order, gamma) == _z(own, gamma) for gamma in POWERS)
        same_mean = [_mean_distance(order, gamma) == _mean_distance(own, gamma) for gamma in POWERS]
        expected = z_decides_all or order == own
        return same_z and all(same is expected for same in same_mean)

    return Exhausted.over(f"orders of {n} energies", factorial(n), permutations(own), holds)
