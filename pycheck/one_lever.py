"""What a sweep of one lever shows of two quantities, over every pair of yes-or-no functions of two levers.

f and g are functions of the levers θ and w with values 0 and 1. A sweep of θ at w = 0 that moves f and leaves g where it
was is compared with what happens elsewhere: whether θ moves g at w = 1, and whether w moves f and g together at θ = 0.
"""

from itertools import product

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball


def sweeps_that_leave_g_unmoved(found: int, moved_elsewhere: int, common_lever: int) -> Enclosure:
    """Pairs (f, g) with such a sweep; those in which θ moves g at w = 1; those in which w moves both at θ = 0."""
    points = list(product((0, 1), repeat=2))
    functions = [dict(zip(points, values, strict=True)) for values in product((0, 1), repeat=4)]
    kept = [(f, g) for f, g in product(functions, repeat=2) if f[0, 0] != f[1, 0] and g[0, 0] == g[1, 0]]
    elsewhere = sum(g[0, 1] != g[1, 1] for _, g in kept)
    both = sum(f[0, 0] != f[0, 1] and g[0, 0] != g[0, 1] for f, g in kept)
    return Enclosure(
        (
            Ball("sweeps", ball(len(kept)), target=found),
            Ball("θ moves g at the other w", ball(elsewhere), target=moved_elsewhere),
            Ball("w moves f and g", ball(both), target=common_lever),
        )
    )
