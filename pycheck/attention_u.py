"""The U of mean attention: a near arm at small distance, a valley, and the first key at the far end.

All weights are means over layers, heads and the late queries (i from 256 to 511). The near arm is the weight at d = 1; the
far arm is the weight on the first key, which is each query's greatest distance; the valley is the lowest mean over an
octave of distance below 256, none of which meets the first key.
"""

import numpy as np

from claimledger.finding import Finding
from pycheck.attention_profile import Floats, Profile, profiles, uniform
from pycheck.decay_protocols import pooled
from pycheck.resampling import bootstrap, estimate, of_interval

NEARBY = 8
"""The near arm of the second check: distances up to this."""


def _octaves(curve: Floats) -> Floats:
    return np.array([curve[2**k : 2 ** (k + 1)].mean() for k in range((len(curve) - 1).bit_length())])


def _arm_over_valley(found: Profile) -> float:
    curve = pooled(found.late)
    return float(min(curve[1], found.sink) / _octaves(curve).min())


def the_lower_arm_over_the_valley(low: str, high: str) -> Finding:
    """The lower of both arms as a multiple of the valley; even attention has none."""
    even = _arm_over_valley(uniform())
    return estimate([_arm_over_valley(found) for found in profiles()], low, high, (even, even))


def _peak_is_the_farthest(found: Profile) -> float:
    """Share of the late queries whose highest mean weight beyond the near arm lies at their greatest distance."""
    late = range(len(found.mean_map) // 2, len(found.mean_map))
    return float(np.mean([found.mean_map[i, : i - NEARBY].argmax() == 0 for i in late]))


def the_second_peak_is_at_the_greatest_distance(low: str, high: str) -> Finding:
    """Share of late queries for which that is so; the null takes a key beyond the near arm at random."""
    shares = [_peak_is_the_farthest(found) for found in profiles()]
    chance = [1 / (i - NEARBY) for i in range(256, 512)]
    return of_interval(float(np.mean(shares)), bootstrap(shares), low, high, (min(chance), max(chance)), len(shares))
