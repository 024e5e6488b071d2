"""The median of the published exponents with its sampling error, models being the sample.

The interval holds the middle 95 % of 4,000 resamples of models with replacement. The null is what the public tool's rule
reads off uniform attention (pycheck.distance_rule) over the distances of the published fits, 30 to 500, to 1,000 and to
2,000: 0.688, 0.742 and 0.783.
"""

from fractions import Fraction
from statistics import median

import numpy as np

from claimledger.finding import Estimate
from pycheck.atlas import by_model
from pycheck.log_log_line import reading

DISTANCES = (30, 50, 100, 200, 500, 1000, 2000)
SPARE_TOKENS = 50


def median_lies_between(average: str, low: str, high: str, *, resamples: int = 4000, seed: int = 47) -> Estimate:
    """The median over models of γ, by that average of a model's rows."""
    exponents = np.array([float(g) for g in by_model(average).values()])
    drawn = np.random.default_rng(seed).integers(0, len(exponents), (resamples, len(exponents)))
    ends = np.quantile(np.median(exponents[drawn], axis=1), [0.025, 0.975])
    null = [float(reading(DISTANCES[:k], [Fraction(1, d + SPARE_TOKENS) for d in DISTANCES[:k]])[0]) for k in (5, 7)]
    return Estimate(
        value=f"{median(exponents):.4f}",
        interval=(f"{ends[0]:.4f}", f"{ends[1]:.4f}"),
        claimed=(low, high),
        null=(f"{null[0]:.4f}", f"{null[1]:.4f}"),
        samples=len(exponents),
        seed=seed,
    )
