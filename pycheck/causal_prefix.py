"""A masked network run on a prefix and on the whole text, in binary64: the outputs of the prefix are the same bits.

Softmax attention with a residual connection, a feed-forward layer with ReLU, two or three blocks, weights from a fixed seed. With
a causal mask the rows of the prefix go through the same operations on the same numbers, so nothing rounds differently. Without a
mask they see the rest of the text, and the outputs of the prefix are others.
"""

import math
import random

from hypothesis import strategies as st

from claimledger.finding import Cases

SEED = 12
WIDTH = 3
Rows = list[list[float]]


def _weights(blocks: int) -> list[list[Rows]]:
    source = random.Random(SEED)
    return [[[[source.uniform(-1, 1) for _ in range(WIDTH)] for _ in range(WIDTH)] for _ in range(5)] for _ in range(blocks)]


def _times(matrix: Rows, x: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, x, strict=True)) for row in matrix]


def _block(x: Rows, matrices: list[Rows], causal: bool) -> Rows:
    query, key, value, first, second = matrices
    out = []
    for i, row in enumerate(x):
        seen = x[: i + 1] if causal else x
        q = _times(query, row)
        scores = [sum(a * b for a, b in zip(q, _times(key, other), strict=True)) for other in seen]
        weights = [math.exp(s - max(scores)) for s in scores]
        values = [_times(value, other) for other in seen]
        mixed = [sum(w * v[c] for w, v in zip(weights, values, strict=True)) / sum(weights) for c in range(WIDTH)]
        after = [a + b for a, b in zip(row, mixed, strict=True)]
        hidden = [max(h, 0.0) for h in _times(first, after)]
        out.append([a + b for a, b in zip(after, _times(second, hidden), strict=True)])
    return out


def prefix_does_not_see_the_rest(causal: bool, examples: int = 100) -> Cases:
    """Outputs of the first tokens of a text are those of these tokens alone, bit for bit."""

    def holds(case: tuple[list[tuple[int, int, int]], list[tuple[int, int, int]], int]) -> bool:
        first, rest, blocks = case
        short = [[float(a) for a in token] for token in first]
        whole = short + [[float(a) for a in token] for token in rest]
        for matrices in _weights(blocks):
            short, whole = _block(short, matrices, causal), _block(whole, matrices, causal)
        return whole[: len(short)] == short

    tokens = st.tuples(*[st.sampled_from(range(-3, 4))] * 3)
    texts = st.lists(tokens, min_size=1, max_size=4)
    return Cases.search(st.tuples(texts, texts, st.sampled_from([2, 3])), holds, examples=examples)
