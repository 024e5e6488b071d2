"""Heads at two bases, pair by pair in balls: which pairs a larger base slows, and what is left for short distances.

ω_i = θ^(−2i/d_h) by the definition, at each base on its own; the factor from one base to the other is compared with c^(−2i/d_h),
which at pair 0 is 1 exactly, and is below 1 at every other pair. For short distances, a pair whose wavelength 2π/ω_i is below D
goes through a full turn within D positions. How many pairs do falls as the base grows; the finest of them, pair 0 with 2π
positions a turn, stays.
"""

from fractions import Fraction
from itertools import pairwise

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 192
BITS = 100


def _frequency(base: int, pair: int, width: int) -> arb:
    return arb(base) ** ball(Fraction(-2 * pair, width))


def frequency_is_multiplied_by(first: int, uniform: bool, bases: list[int], widths: list[int]) -> Enclosure:
    """From each base to the next, ω_i is multiplied by c^(−2(i + `first`)/d_h), or by 1/c where `uniform`."""
    balls = []
    with ctx.workprec(PRECISION):
        for low, high in pairwise(bases):
            c = ball(Fraction(high, low))
            for width in widths:
                for i in range(width // 2):
                    ratio = _frequency(high, i, width) / _frequency(low, i, width)
                    factor = 1 / c if uniform else (ball(Fraction(-2 * (i + first), width)) * c.log()).exp()
                    balls.append(Ball(f"{low} to {high}, d_h = {width}, pair {i}", ratio, target=factor, bits=BITS))
    return Enclosure(tuple(balls))


def pairs_that_slow_down(first: int, bases: list[int], width: int) -> Enclosure:
    """From each base to the next, pairs from `first` on are slowed (ratio below 1), those before it are as they were."""
    balls = []
    with ctx.workprec(PRECISION):
        for low, high in pairwise(bases):
            for i in range(width // 2):
                ratio = _frequency(high, i, width) / _frequency(low, i, width)
                label = f"{low} to {high}, pair {i}"
                slowed = Ball(label, ratio, low=0, high=1, bits=BITS)
                balls.append(slowed if i >= first else Ball(label, ratio, target=1, bits=BITS))
    return Enclosure(tuple(balls))


def wavelengths_below(distance: int, bases: list[int], width: int, counts: list[int], finest: list[str]) -> Enclosure:
    """At each base the first `counts` wavelengths are below `distance`, the others above; pair 0's is `finest` times 2π."""
    balls = []
    with ctx.workprec(PRECISION):
        for base, count, turn in zip(bases, counts, finest, strict=True):
            for i in range(width // 2):
                wavelength = 2 * arb.pi() / _frequency(base, i, width)
                ends = (None, distance) if i < count else (distance, None)
                balls.append(Ball(f"base {base}, pair {i}", wavelength, low=ends[0], high=ends[1], bits=BITS))
            first = 2 * arb.pi() / _frequency(base, 0, width)
            balls.append(Ball(f"base {base}, finest", first, target=ball(Fraction(turn)) * 2 * arb.pi(), bits=BITS))
    return Enclosure(tuple(balls))
