"""Squared error of 4-bit codes with one scale per group against one per tensor, on normal weights, in seeded runs.

Each run draws 4,096 standard normal numbers, quantises them with the codes −7 … 7 and S = max|x|/7, once for all and once for
each group of 64, and divides the mean squared errors. The interval is mean ± 2.09 standard errors over the runs (Student, 19
degrees of freedom). The null is the same protocol on the same numbers with the largest entry put into every group, so that all
groups have the tensor's scale: the ratio is then 1.
"""

import math

import numpy as np
import numpy.typing as npt

from claimledger.finding import Estimate

CODES, NUMBERS, GROUP = 7, 4096, 64
STUDENT = 2.093
Array = npt.NDArray[np.float64]


def _mean_squared_error(rows: Array) -> float:
    """One scale per row."""
    scale = np.abs(rows).max(axis=1, keepdims=True) / CODES
    return float(np.mean((rows - scale * np.round(rows / scale)) ** 2))


def _ratios(runs: int, equal_largest: bool, seed: int) -> list[float]:
    ratios = []
    for run in range(runs):
        weights = np.random.default_rng([seed, run]).standard_normal(NUMBERS)
        groups = weights.reshape(-1, GROUP)
        if equal_largest:
            groups[:, 0] = np.abs(weights).max()
        ratios.append(_mean_squared_error(groups) / _mean_squared_error(groups.reshape(1, -1)))
    return ratios


def _interval(values: list[float]) -> tuple[str, str]:
    mean, spread = float(np.mean(values)), float(np.std(values, ddof=1)) / math.sqrt(len(values))
    return f"{mean - STUDENT * spread:.4f}", f"{mean + STUDENT * spread:.4f}"


def error_ratio_of_groups_lies_between(low: str, high: str, runs: int, seed: int) -> Estimate:
    """Mean over runs of squared error with groups of 64 over squared error with one scale."""
    found, null = _ratios(runs, False, seed), _ratios(runs, True, seed)
    return Estimate(f"{float(np.mean(found)):.4f}", _interval(found), (low, high), _interval(null), runs, seed)
