"""Keys beyond the first that draw attention from far off, and what becomes of them when θ is changed.

A secondary sink is a key of the first half, other than the first, on which the late queries (i from 256 to 511) put a
mean weight of at least 0.01 over layers and heads; even attention puts less than 0.004 on any key.
"""

import numpy as np

from claimledger.finding import Finding
from pycheck import passages
from pycheck.attention_profile import LENGTH, Profile, profiles, uniform
from pycheck.llama_forward import Run
from pycheck.resampling import bootstrap, estimate, of_interval, sign_flips

LEAST = 0.01
LITTLE, LARGE = Run(theta=1e4), Run(theta=1e6)


def _sinks(found: Profile) -> list[int]:
    half = len(found.mean_map) // 2
    return [int(key) for key in np.flatnonzero(found.received[:half] >= LEAST) if key]


def secondary_sinks_per_passage(low: str, high: str) -> Finding:
    """Their mean number; even attention has none."""
    none = float(len(_sinks(uniform())))
    return estimate([float(len(_sinks(found))) for found in profiles()], low, high, (none, none))


def secondary_sinks_at_a_hundredfold_theta_less(low: str, high: str) -> Finding:
    """Their mean number at θ = 10⁶ less that at θ = 10⁴."""
    differences = [float(len(_sinks(a)) - len(_sinks(b))) for a, b in zip(profiles(LARGE), profiles(LITTLE), strict=True)]
    return estimate(differences, low, high, sign_flips(differences))


def share_of_secondary_sinks_on(word: str, low: str, high: str) -> Finding:
    """Share of them that are one token, spelled as in the text; the null is its share of the first half of the passages."""
    found = [[passages.spelling(name, key) for key in _sinks(one)] for name, one in zip(passages.NAMES, profiles(), strict=True)]
    counts = np.array([[spelled.count(word), len(spelled)] for spelled in found], dtype=np.float64)
    keys = [[passages.spelling(name, key) for key in range(1, LENGTH // 2)] for name in passages.NAMES]
    usual = [spelled.count(word) / len(spelled) for spelled in keys]
    share = counts[:, 0].sum() / counts[:, 1].sum()
    interval = bootstrap(counts, lambda rows: rows[:, 0] / rows[:, 1])
    return of_interval(float(share), interval, low, high, (min(usual), max(usual)), len(found))
