"""The definitions hang together: probabilities sum to 1, and the variance is the same written in two ways.

    Σ_d p(d) = 1,    M_0 = Z,    Σ_d p(d) (log d − E[log d])² = M_2/M_0 − (M_1/M_0)²

The left sides are written with p(d), the right sides with running log-moments, as later modules use them. Nothing here
is a claim of the book; it is there so that what is shared by all other evidence has been tried once by itself.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import moment, partition, probability, running_moments

PRECISION = 160
BITS = 100


def variance_is_the_mean_square_distance_from_the_mean(mean_power: int, exponents: list[Fraction], sizes: list[int]) -> Enclosure:
    """Σ p = 1, M_0 = Z, and Σ p (log d − mean)² = M_2/M_0 − mean^`mean_power`, for every γ and N."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma in exponents:
            for size in sizes:
                m0, m1, m2 = list(running_moments(gamma, size))[-1]
                probabilities = [(probability(d, gamma, size), arb(d).log()) for d in range(1, size + 1)]
                mean = moment(1, gamma, size) / partition(gamma, size)
                spread = sum((p * (log - mean) * (log - mean) for p, log in probabilities), arb(0))
                at = f"γ = {gamma}, N = {size}"
                balls += [
                    Ball(f"Σ p, {at}", sum((p for p, _ in probabilities), arb(0)), target=1, bits=BITS),
                    Ball(f"M_0, {at}", m0, target=partition(gamma, size), bits=BITS),
                    Ball(f"Var(log d), {at}", spread, target=m2 / m0 - (m1 / m0) ** mean_power, bits=BITS),
                ]
    return Enclosure(tuple(balls))
