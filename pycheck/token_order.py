"""The exponent of shuffled passages and of tokens drawn at random from the vocabulary.

Late queries, d = 1 … 255. What of the exponent is left when the text is gone is the model's answer to distance alone;
even attention, the null, has exponent 0.
"""

from claimledger.finding import Finding
from pycheck.attention_profile import profiles, uniform
from pycheck.decay_protocols import exponent
from pycheck.resampling import estimate


def exponent_of(kind: str, low: str, high: str) -> Finding:
    """γ for shuffled passages or random tokens."""
    even = exponent(uniform())
    return estimate([exponent(found) for found in profiles(kind=kind)], low, high, (even, even))
