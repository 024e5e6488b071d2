"""The mean square displacement of walks by convolution, in rational arithmetic: unit steps, and power-law steps of finite range.

A step is ±d with probability proportional to d^-γ, d = 1..N (N = 1: the simple walk). The law of S_t is the t-fold
convolution of that of a step, with every outcome kept. As N is finite so is the variance, for every γ.
"""

from collections.abc import Iterator
from fractions import Fraction

from claimledger.finding import Exhausted

Law = dict[int, Fraction]


def _step(gamma: int, size: int) -> Law:
    weights = {d: Fraction(d) ** -gamma for d in range(1, size + 1)}
    total = 2 * sum(weights.values(), Fraction(0))
    return {sign * d: w / total for d, w in weights.items() for sign in (1, -1)}


def _after(step: Law, time: int) -> Law:
    law: Law = {0: Fraction(1)}
    for _ in range(time):
        new: Law = {}
        for place, p in law.items():
            for jump, q in step.items():
                new[place + jump] = new.get(place + jump, Fraction(0)) + p * q
        law = new
    return law


def mean_square_displacement_is_variance_times_time_to(
    power: int, exponents: list[int], sizes: list[int], last: int
) -> Exhausted:
    """E[S_t²] = E[S_1²]·t^`power` for each γ, N and t = 1..`last`."""

    def cases() -> Iterator[tuple[int, int, int]]:
        for gamma in exponents:
            for size in sizes:
                for time in range(1, last + 1):
                    yield gamma, size, time

    def square(law: Law) -> Fraction:
        return sum((p * place**2 for place, p in law.items()), Fraction(0))

    def holds(case: tuple[int, int, int]) -> bool:
        gamma, size, time = case
        step = _step(gamma, size)
        return bool(square(_after(step, time)) == square(step) * Fraction(time) ** power)

    return Exhausted.over("γ, N and t", len(exponents) * len(sizes) * last, cases(), holds)
