"""How far apart two positions are in all of RoPE's pairs together, for every distance up to a million.

Turns are counted in units of 2^-64, as exact unsigned integers from balls of ω_i/2π of at least 80 bits; after r steps the
error is below r units. Two positions r apart are told apart by pair i as far as rω_i/2π is from a whole number of turns; the
code as a whole, by the largest of these over the pairs. One pair of a short wavelength comes back near to where it was; all
pairs at once do not.
"""

from fractions import Fraction

import numpy as np
from flint import arb, ctx

from claimledger.finding import Exhausted
from pycheck.definitions import ball

PRECISION, LEAST_BITS, TURN = 128, 80, 2**64


def _units_per_step(theta: int, width: int, pair: int) -> int:
    with ctx.workprec(PRECISION):
        turns = arb(theta) ** ball(Fraction(-2 * pair, width)) / (2 * arb.pi())
        whole = (turns * TURN).floor().unique_fmpz()
        if whole is None or turns.rel_accuracy_bits() < LEAST_BITS:
            raise ValueError(f"pair {pair}: the ball of ω/2π does not decide its first 64 bits")
        return int(whole)


def some_pair_tells_positions_apart(
    separated: bool, threshold: Fraction, theta: int, width: int, first: int, last: int
) -> Exhausted:
    """For each distance from `first` to `last` some pair is more than `threshold` turns away (`separated`), or none is."""
    steps = np.arange(first, last + 1, dtype=np.uint64)
    farthest = np.zeros(steps.size, dtype=np.uint64)
    for pair in range(width // 2):
        angles = steps * np.uint64(_units_per_step(theta, width, pair))
        np.maximum(farthest, np.minimum(angles, np.uint64(0) - angles), out=farthest)
    level = int(threshold * TURN)
    if np.any((farthest > np.uint64(level - last - 1)) & (farthest < np.uint64(level + last + 1))):
        raise ValueError("a distance is too near the threshold to tell")
    failing = np.flatnonzero((farthest > np.uint64(level)) != separated)
    witness = f"r = {first + int(failing[0])}: {int(farthest[failing[0]]) / TURN:.6f} turns" if failing.size else None
    return Exhausted(f"r = {first}, …, {last}", last - first + 1, int(steps.size), int(failing.size), witness)


def pairs_that_meet_new_angles_start_at(pair: int, theta: int, width: int, trained: int, extended: int) -> Exhausted:
    """Between `trained` and `extended` just the pairs from `pair` on meet an angle more than ω_i from all seen before.

    Seen are the angles of the distances 0, …, `trained` − 1. Rounding moves an angle by less than `extended` units.
    """

    def holds(i: int) -> bool:
        step = _units_per_step(theta, width, i)
        seen = np.sort(np.arange(trained, dtype=np.uint64) * np.uint64(step))
        later = np.arange(trained, extended, dtype=np.uint64) * np.uint64(step)
        after = np.searchsorted(seen, later) % seen.size
        above, below = seen[after] - later, later - seen[after - 1]
        nearest = np.minimum(np.minimum(above, np.uint64(0) - above), np.minimum(below, np.uint64(0) - below))
        return bool(np.any(nearest > np.uint64(step + 2 * extended))) == (i >= pair)

    return Exhausted.over(f"the {width // 2} pairs", width // 2, range(width // 2), holds)
