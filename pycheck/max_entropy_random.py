"""Any distribution on 1..N against the power law that has its mean of log d.

Here the other distribution comes first: weights are drawn, zeros among them, and then γ is found by bisection so that
d^-γ/Z has the same E[log d], which falls as γ grows. It exists for every mean strictly between 0 and log N, and is negative
where the mean exceeds that of the uniform distribution. Its entropy has to be larger than that of what was drawn, and than
those a tenth and a thousandth of the way from it to what was drawn, which have the same mean; and where an entry differs by
more than 1/1000, larger by more than rounding: then it is not a tie.

Binary64 throughout. By Pinsker's inequality a difference of 1/1000 in an entry costs at least 2·10⁻⁶ in entropy, so that
10⁻⁹ tells a loss from rounding. With N = 2 the mean leaves one distribution only, and a false sign cannot be told.
"""

import math

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import simplex

LARGEST = 12
GAMMA = 80.0
STEPS = 80
ROUNDING = 1e-9
DIFFERENT = 1e-3


def _power_law(gamma: float, size: int) -> list[float]:
    return simplex.normalised([math.exp(-gamma * math.log(d)) for d in range(1, size + 1)])


def _mean_log(p: list[float]) -> float:
    return simplex.mean(p, [math.log(d) for d in range(1, len(p) + 1)])


def _with_mean(mean: float, size: int) -> list[float]:
    """The power law on 1..N whose E[log d] is `mean`, by bisection in γ."""
    low, high = -GAMMA, GAMMA
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _mean_log(_power_law(middle, size)) > mean else (low, middle)
    return _power_law(low, size)


def the_power_law_has_the_largest_entropy(sign: int, examples: int = 300) -> Cases:
    """`sign`·(H(p) − H(q)) ≥ 0 for drawn q on 1..N, N ≤ 12, and p the power law with its mean; no tie where they differ."""

    def holds(weights: simplex.Weights) -> bool:
        q = simplex.normalised(weights)
        p = _with_mean(_mean_log(q), len(q))
        others = [q, *(simplex.between(p, q, share) for share in (0.1, 0.001))]
        gains = [(sign * (simplex.entropy(p) - simplex.entropy(other)), simplex.distance(p, other)) for other in others]
        return all(gain > (ROUNDING if distance > DIFFERENT else -ROUNDING) for gain, distance in gains)

    def mean_is_inside(weights: simplex.Weights) -> bool:
        return weights[0] < sum(weights) and weights[-1] < sum(weights)

    return Cases.search(st.integers(2, LARGEST).flatmap(simplex.weights), holds, when=mean_is_inside, examples=examples)
