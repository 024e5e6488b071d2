"""Stacks of random attention layers: how far apart the rows stay, with residual connections and without.

One layer is X → softmax(X W_q (X W_k)ᵀ/√d) X W_v with independent normal weights of variance 1/d; with a residual connection
X is added. The distance of X from a matrix of equal rows is r(X) = ‖X − 1x̄ᵀ‖/‖X‖ (Frobenius), x̄ the mean row. Near equal
rows, X = 1mᵀ + εZ, the scores of row i are a part common to all rows, one that softmax does not see, and ε² z_i W_q W_kᵀ
z_jᵀ/√d; so the weights of two rows differ by O(ε²), their outputs by O(ε³): one layer cubes a small distance.
"""

from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claimledger.finding import Estimate
from pycheck.gradient_tape import softmax
from pycheck.seeded_runs import median_over_runs

Floats = NDArray[np.float64]
TOKENS = 16
WIDTH = 32


def _layer(rng: np.random.Generator, x: Floats, adds: bool) -> Floats:
    q, k, v = (rng.normal(size=(WIDTH, WIDTH)) * WIDTH**-0.5 for _ in range(3))
    out: Floats = softmax((x @ q) @ (x @ k).T / WIDTH**0.5) @ x @ v
    return x + out if adds else out


def _distance(x: Floats) -> float:
    return float(np.linalg.norm(x - x.mean(axis=0)) / np.linalg.norm(x))


@cache
def _after(seed: int, runs: int, layers: int, adds: bool) -> list[float]:
    found = []
    for run in range(runs):
        rng = np.random.default_rng(seed + run)
        x = rng.normal(size=(TOKENS, WIDTH))
        for _ in range(layers):
            x = _layer(rng, x, adds)
        found.append(float(np.log10(_distance(x))))
    return found


def median_distance_lies_between(low: Fraction, high: Fraction, layers: int, adds: bool, runs: int, seed: int) -> Estimate:
    """log10 r after so many layers; the null is r before the first."""
    return median_over_runs(_after(seed, runs, layers, adds), _after(seed, runs, 0, adds), low, high, seed)


@cache
def _powers(seed: int, runs: int, adds: bool) -> list[float]:
    found = []
    for run in range(runs):
        rng = np.random.default_rng(seed + run)
        mean, z = rng.normal(size=(1, WIDTH)), rng.normal(size=(TOKENS, WIDTH))
        before, after = [], []
        for size in (1e-2, 1e-3):
            x = mean + size * z
            before.append(_distance(x))
            after.append(_distance(_layer(np.random.default_rng([seed + run, 1]), x, adds)))
        found.append(float(np.log(after[0] / after[1]) / np.log(before[0] / before[1])))
    return found


def median_power_lies_between(low: Fraction, high: Fraction, adds: bool, runs: int, seed: int) -> Estimate:
    """The power of r that one layer makes of it between r ≈ 10⁻² and 10⁻³; null: with residual connections if it is without."""
    return median_over_runs(_powers(seed, runs, adds), _powers(seed, runs, not adds), low, high, seed)
