"""How long accuracy stays on a plateau before a model finds the induction rule: the runs of `induction_training` on pairs.

With accuracy taken every ten steps, the plateau is the number of points from 0.2 up to 0.5 (one layer without the rule
reaches about 1/3 by naming values that it has seen), the rise that from 0.5 up to 0.9; each level counts from when it is
first reached. For an even rise plateau over rise is 3/4. Runs that do not reach 0.9 are left out, and the sample says how
many were not.
"""

from fractions import Fraction
from functools import cache

from claimledger.finding import Estimate
from pycheck.induction_training import Shape, trained
from pycheck.seeded_runs import median_over_runs


@cache
def _plateaus(seed: int, runs: int, shape: Shape) -> list[float]:
    found = []
    for run in range(runs):
        trace: list[float] = []
        trained(seed + run, shape, trace)
        if max(trace) >= 0.9:
            low, half, most = (next(i for i, right in enumerate(trace) if right >= level) for level in (0.2, 0.5, 0.9))
            found.append((half - low) / max(most - half, 1))
    return found


def median_plateau_lies_between(low: Fraction, high: Fraction, layers: int, steps: int, runs: int, seed: int) -> Estimate:
    """Plateau over rise; the null is one layer with shifted keys, which needs no other layer to come first."""
    found = _plateaus(seed, runs, Shape("pairs", layers, 2, 32, False, steps))
    null = _plateaus(seed, runs, Shape("pairs", 1, 2, 32, True, 300))
    return median_over_runs(found, null, low, high, seed)
