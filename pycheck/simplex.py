"""Distributions on finitely many states in binary64, and strategies that draw them, for the randomised checks.

    H(p) = −Σ p log p,        D(p‖q) = Σ p log(p/q),        with 0 log 0 = 0 and q > 0 wherever p > 0.

Drawn are whole weights, evenly: Hypothesis's own ranges favour their ends. A weight of 0 is a state without probability.
"""

import math
from collections.abc import Sequence

from hypothesis import strategies as st

Weights = list[int]


def normalised(weights: Sequence[float]) -> list[float]:
    """The distribution proportional to weights of which one is positive."""
    total = math.fsum(weights)
    return [w / total for w in weights]


def mean(p: Sequence[float], values: Sequence[float]) -> float:
    """Σ p_i x_i."""
    return math.fsum(x * y for x, y in zip(p, values, strict=True))


def entropy(p: Sequence[float]) -> float:
    """H(p), in nats."""
    return -math.fsum(x * math.log(x) for x in p if x > 0)


def divergence(p: Sequence[float], q: Sequence[float]) -> float:
    """D(p‖q), in nats."""
    return math.fsum(x * math.log(x / y) for x, y in zip(p, q, strict=True) if x > 0)


def distance(p: Sequence[float], q: Sequence[float]) -> float:
    """The largest difference of two entries."""
    return max(abs(x - y) for x, y in zip(p, q, strict=True))


def between(p: Sequence[float], q: Sequence[float], share: float) -> list[float]:
    """The distribution that lies a share of the way from p to q."""
    return [(1 - share) * x + share * y for x, y in zip(p, q, strict=True)]


def weights(size: int, *, least: int = 0, most: int = 20) -> st.SearchStrategy[Weights]:
    """Lists of `size` whole weights, one of them positive."""
    return st.lists(st.sampled_from(range(least, most + 1)), min_size=size, max_size=size).filter(any)


def tenths(size: int, most: int) -> st.SearchStrategy[list[float]]:
    """Lists of `size` multiples of 1/10 between −`most` and `most`."""
    return st.lists(st.sampled_from([k / 10 for k in range(-10 * most, 10 * most + 1)]), min_size=size, max_size=size)
