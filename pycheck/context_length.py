"""The exponent against the length of the passage at fixed θ, over the distances that both lengths have.

Late queries of the first 128 and the first 1,024 tokens of each passage, paired by passage. Longer passages have longer
distances, so an exponent over all d < L/2 also changes if the curve is no power law; over the same distances it cannot
change for that reason.
"""

from claimledger.finding import Finding
from pycheck.attention_profile import profiles
from pycheck.decay_protocols import ols, pooled
from pycheck.resampling import estimate, sign_flips


def exponent_at_the_longer_length_less(short: int, long: int, low: str, high: str) -> Finding:
    """γ at the longer length less γ at the shorter, over 1 ≤ d < half the shorter."""
    end = short // 2
    curves = [[pooled(found.late) for found in profiles(length=length)] for length in (long, short)]
    differences = [ols(a, high=end) - ols(b, high=end) for a, b in zip(*curves, strict=True)]
    return estimate(differences, low, high, sign_flips(differences))
