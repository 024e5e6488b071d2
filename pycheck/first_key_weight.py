"""The first key as a sink: how much weight it draws, on which tokens, from which queries, and what if it is hidden.

The sink is the mean weight on the first key over layers, heads and late queries (i from 256 to 511). Even attention puts
1/(i+1) there, 0.0027 on average. Hiding a key takes it out of what every later query sees, in every layer, and the
softmax runs over the rest.
"""

import itertools

import numpy as np

from claimledger.finding import Finding
from pycheck.attention_profile import Floats, mean_losses, profiles, uniform
from pycheck.decay_protocols import line
from pycheck.llama_forward import Run
from pycheck.resampling import estimate, sign_flips

FIRST_HIDDEN = Run(hidden=0)


def weight_on_the_first_key(kind: str, low: str, high: str) -> Finding:
    """The sink for passages, shuffled passages or random tokens."""
    even = uniform().sink
    return estimate([found.sink for found in profiles(kind=kind)], low, high, (even, even))


def _decline(first: Floats) -> float:
    """Exponent of the weight on the first key against the number of the query, by octaves of queries from the second on."""
    curve = first.mean(axis=(0, 1))
    ends = 2 ** np.arange((len(curve) - 1).bit_length() + 1)
    cuts = list(itertools.pairwise(ends))
    return float(line(np.array([(a + b - 1) / 2 for a, b in cuts]), np.array([curve[a:b].mean() for a, b in cuts]))[0])


def decline_of_the_sink_with_the_query(low: str, high: str) -> Finding:
    """Exponent with which the weight on the first key falls with the query's position; even attention's is near 1."""
    even = _decline(uniform().first)
    return estimate([_decline(found.first) for found in profiles()], low, high, (even, even))


def hidden_first_key_hands_its_weight_to_the_second(low: str, high: str) -> Finding:
    """Weight on the second key with the first one hidden, over the sink; the null is that ratio with nothing hidden."""
    before, after = profiles(), profiles(FIRST_HIDDEN)
    ratios = [float(b.received[1] / a.sink) for a, b in zip(before, after, strict=True)]
    null = [float(a.received[1] / a.sink) for a in before]
    return estimate(ratios, low, high, (min(null), max(null)))


def loss_when_the_first_key_is_hidden(low: str, high: str) -> Finding:
    """Mean −log p with the first key hidden less that with nothing hidden, in nats."""
    differences = np.array(mean_losses(FIRST_HIDDEN)) - np.array(mean_losses())
    return estimate(differences, low, high, sign_flips(differences))
