"""How much of a walk its largest jump makes up: simulated, for power-law jumps on all distances and for normal steps.

A run draws n jumps with probabilities d^-γ/ζ(γ) on d = 1, 2, 3, … and takes the largest square over the sum of squares. With
index α = γ − 1 < 2 the mean square is infinite and this share does not go to 0 as n grows; with a finite mean square it does. The
mean share over the runs is returned with an interval of two standard errors; the null is the share for normal steps.
"""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from claimledger.finding import Estimate

Floats = NDArray[np.float64]


def _interval(shares: Floats) -> tuple[str, str]:
    error = 2 * float(np.std(shares, ddof=1)) / len(shares) ** 0.5
    return f"{float(np.mean(shares)) - error:.4f}", f"{float(np.mean(shares)) + error:.4f}"


def _share(jumps: Floats) -> Floats:
    squares = jumps**2
    shares: Floats = squares.max(axis=1) / squares.sum(axis=1)
    return shares


def mean_share_of_the_largest_jump_lies_between(
    low: Fraction, high: Fraction, gamma: Fraction, jumps: int, runs: int, seed: int
) -> Estimate:
    """The mean of max d² / Σ d² over `runs` runs of `jumps` jumps lies between `low` and `high`."""
    rng = np.random.default_rng(seed)
    shares = _share(rng.zipf(float(gamma), size=(runs, jumps)).astype(np.float64))
    null = _share(rng.normal(size=(runs, jumps)))
    claimed = (f"{float(low):.4f}", f"{float(high):.4f}")
    return Estimate(f"{float(np.mean(shares)):.4f}", _interval(shares), claimed, _interval(null), runs, seed)
