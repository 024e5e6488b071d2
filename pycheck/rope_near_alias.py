"""How near the pairs of a head come to a whole number of turns: every pair and every distance, one after the other.

Turns are counted in units of 2^-64. With A the integer part of 2^64 ω_i/2π, taken from a ball that decides it and holds at
least 80 bits, the product rA modulo 2^64 is exact in unsigned 64-bit integers, and the true angle exceeds it by at least 0
and less than r units. So the distance from the nearest whole number of turns is known to within `last` units, 5·10⁻¹⁴
turns for r ≤ 10⁶. A case passes if its distance exceeds the threshold by more than that, fails if it falls short by more,
and one in between would be an error.

Nothing is left out and no theory of approximation is used: d_h/2 − 1 pairs times `last` distances.
"""

from fractions import Fraction

import numpy as np
import numpy.typing as npt
from flint import arb, ctx

from claimledger.finding import Exhausted
from pycheck.definitions import ball

PRECISION = 128
LEAST_BITS = 80
TURN = 2**64


def _units_per_step(theta: int, width: int, pair: int) -> int:
    """The integer part of 2^64 ω_i/2π."""
    with ctx.workprec(PRECISION):
        turns = arb(theta) ** ball(Fraction(-2 * pair, width)) / (2 * arb.pi())
        whole = (turns * TURN).floor().unique_fmpz()
        if whole is None or turns.rel_accuracy_bits() < LEAST_BITS:
            raise ValueError(f"pair {pair}: the ball of ω/2π does not decide its first 64 bits")
        return int(whole)


def _distances(step: int, last: int) -> npt.NDArray[np.uint64]:
    """|rA − nearest multiple of 2^64| for r = 1, …, `last`."""
    angles = np.arange(1, last + 1, dtype=np.uint64) * np.uint64(step)
    distances: npt.NDArray[np.uint64] = np.minimum(angles, np.uint64(0) - angles)
    return distances


def every_pair_stays_farther_than(threshold: Fraction, theta: int, width: int, first_pair: int, last: int) -> Exhausted:
    """|rω_i/2π − nearest integer| > `threshold` for i = `first_pair`, …, d_h/2 − 1 and r = 1, …, `last`."""
    level = int(threshold * TURN)
    counted, failed, witness = 0, 0, None
    pairs = range(first_pair, width // 2)
    for pair in pairs:
        distances = _distances(_units_per_step(theta, width, pair), last)
        short = np.flatnonzero(distances < np.uint64(level - last))
        open_ = np.count_nonzero(distances <= np.uint64(level + last + 1)) - short.size
        if open_:
            raise ValueError(f"pair {pair}: {open_} distances are too near the threshold to tell")
        counted, failed = counted + int(distances.size), failed + int(short.size)
        if short.size and witness is None:
            witness = f"pair {pair}, r = {int(short[0]) + 1}: {int(distances[short[0]]) / TURN:.6e} turns"
    return Exhausted(f"pairs {pairs[0]} to {pairs[-1]}, 1 ≤ r ≤ {last}", len(pairs) * last, counted, failed, witness)
