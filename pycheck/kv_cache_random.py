"""Decoding with stored keys and values against decoding anew, with softmax, RoPE and drawn weights, to 40 digits.

Two layers of one head with width 2, whose query and key are turned by the position in radians. Keys are stored after
they are turned. `stale` stores the key at the position it had before one token at the front was dropped, as a sliding cache
would if positions were counted anew: the scores are then not those of the text that is left.
"""

import mpmath
from hypothesis import strategies as st

from claimledger.finding import Cases

DIGITS, AGREE = 60, 40
Pair = tuple[mpmath.mpf, mpmath.mpf]
Weights = list[int]


def _apply(w: Weights, x: Pair) -> Pair:
    return (w[0] * x[0] + w[1] * x[1]) / 8, (w[2] * x[0] + w[3] * x[1]) / 8


def _turn(x: Pair, angle: int) -> Pair:
    c, s = mpmath.cos(angle), mpmath.sin(angle)
    return c * x[0] - s * x[1], s * x[0] + c * x[1]


def _mean(query: Pair, keys: list[Pair], values: list[Pair]) -> Pair:
    weights = [mpmath.exp(query[0] * k[0] + query[1] * k[1]) for k in keys]
    total = mpmath.fsum(weights)
    first, second = (mpmath.fsum(w * v[i] for w, v in zip(weights, values, strict=True)) / total for i in (0, 1))
    return first, second


def _anew(text: list[Pair], layers: list[list[Weights]]) -> Pair:
    stream = text
    for q, k, v in layers:
        keys = [_turn(_apply(k, x), i) for i, x in enumerate(stream)]
        values = [_apply(v, x) for x in stream]
        reads = [_mean(_turn(_apply(q, x), i), keys[: i + 1], values[: i + 1]) for i, x in enumerate(stream)]
        stream = [(x[0] + r[0], x[1] + r[1]) for x, r in zip(stream, reads, strict=True)]
    return stream[-1]


def _cached(text: list[Pair], layers: list[list[Weights]], stale: bool) -> Pair:
    caches: list[tuple[list[Pair], list[Pair]]] = [([], []) for _ in layers]
    x = text[0]
    for i, token in enumerate(text):
        x = token
        for (q, k, v), (keys, values) in zip(layers, caches, strict=True):
            keys.append(_turn(_apply(k, x), i + (1 if stale and i < len(text) - 1 else 0)))
            values.append(_apply(v, x))
            read = _mean(_turn(_apply(q, x), i), keys, values)
            x = (x[0] + read[0], x[1] + read[1])
    return x


def cached_output_is_that_computed_anew(stale: bool, examples: int = 60) -> Cases:
    """The newest output agrees to 40 digits; with `stale` positions of earlier keys are off by one."""

    def holds(case: tuple[list[list[Weights]], list[tuple[int, int]]]) -> bool:
        layers, tokens = case
        with mpmath.workdps(DIGITS):
            text = [(mpmath.mpf(a) / 4, mpmath.mpf(b) / 4) for a, b in tokens]
            one, other = _anew(text, layers), _cached(text, layers, stale)
            return bool(all(abs(a - b) <= mpmath.mpf(10) ** -AGREE * (1 + abs(a)) for a, b in zip(one, other, strict=True)))

    matrix = st.lists(st.sampled_from(range(-8, 9)), min_size=4, max_size=4)
    layers = st.lists(st.lists(matrix, min_size=3, max_size=3), min_size=2, max_size=2)
    text = st.lists(st.tuples(st.sampled_from(range(-8, 9)), st.sampled_from(range(-8, 9))), min_size=2, max_size=6)
    return Cases.search(st.tuples(layers, text), holds, examples=examples)
