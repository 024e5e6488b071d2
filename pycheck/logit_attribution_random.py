"""The shares of drawn components add up to the logits, if the final norm has the scale of the whole stream.

Binary64, up to 5 components of up to 4 coordinates, with RMSNorm (ε = 10⁻⁵, gains) and, for LayerNorm, the same after
the mean has been taken from each component: centring is linear, so that it distributes over the sum. The logits come
from the assembled stream, the shares from the components one by one.
"""

import math

from hypothesis import strategies as st

from claimledger.finding import Cases

EPSILON = 1e-5
CLOSE = 1e-9
Case = tuple[list[list[int]], list[int], list[list[int]], bool]


def _factor(x: list[float]) -> float:
    return 1 / math.sqrt(sum(entry * entry for entry in x) / len(x) + EPSILON)


def _centred(x: list[float]) -> list[float]:
    mean = math.fsum(x) / len(x)
    return [entry - mean for entry in x]


def shares_add_up_to_the_logits(scale: str, examples: int = 120) -> Cases:
    """Logits of the stream against the sum of its components' shares, the norm's `scale` that of the whole or of each (own)."""

    def holds(case: Case) -> bool:
        components, gains, readout, layer_norm = case
        stream = [float(sum(column)) for column in zip(*components, strict=True)]
        seen = _centred(stream) if layer_norm else stream
        parts = [_centred([float(c) for c in part]) if layer_norm else [float(c) for c in part] for part in components]
        for row in readout:
            logit = math.fsum(u * g * x for u, g, x in zip(row, gains, seen, strict=True)) * _factor(seen)
            shares = []
            for part in parts:
                factor = _factor(seen if scale == "whole" else part)
                shares.append(math.fsum(u * g * c for u, g, c in zip(row, gains, part, strict=True)) * factor)
            if abs(logit - math.fsum(shares)) > CLOSE * (1 + sum(map(abs, shares))):
                return False
        return True

    def cases(width: int) -> st.SearchStrategy[Case]:
        vector = st.lists(st.integers(-5, 5), min_size=width, max_size=width)
        return st.tuples(
            st.lists(vector, min_size=2, max_size=5), vector, st.lists(vector, min_size=1, max_size=3), st.booleans()
        )

    return Cases.search(st.integers(2, 4).flatmap(cases), holds, examples=examples)
