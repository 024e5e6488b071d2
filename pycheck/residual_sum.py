"""What the layers of a network wrote, added up, is what its stream gained: rational networks with attention and ReLU layers.

A stream of n tokens of width 2 goes through up to 6 layers, each a mixing of tokens x_i ↦ Σ_j a_ij x_j with drawn weights, or a
ReLU layer W_2 max(0, W_1 x) on each token. The log of what was written, summed and added to the input, has to be the last stream.
With `replaces` a layer's output takes the place of the stream.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases

Rows = list[list[Fraction]]
Layer = tuple[bool, list[int]]
"""Whether it mixes tokens, and the whole numbers that it is made of."""


def _written(layer: Layer, stream: Rows) -> Rows:
    mixes, numbers = layer
    if mixes:
        total = sum(abs(k) + 1 for k in numbers[: len(stream)])
        weights = [Fraction(abs(k) + 1, total) for k in numbers[: len(stream)]]
        mean = [sum((w * row[c] for w, row in zip(weights, stream, strict=True)), Fraction(0)) for c in range(2)]
        return [list(mean) for _ in stream]
    a, b, c, d, e, f = numbers
    hidden = [(max(a * x + b * y, Fraction(0)), max(c * x + d * y, Fraction(0))) for x, y in stream]
    return [[e * g + f * h, f * g - e * h] for g, h in hidden]


def stream_is_start_plus_sum(replaces: bool, examples: int = 200) -> Cases:
    """The last stream is the input plus the sum of all that was written, token by token."""

    def holds(case: tuple[list[tuple[int, int]], list[Layer]]) -> bool:
        tokens, layers = case
        start = [[Fraction(x), Fraction(y)] for x, y in tokens]
        stream, log = start, []
        for layer in layers:
            written = _written(layer, stream)
            log.append(written)
            stream = (
                written
                if replaces
                else [[a + b for a, b in zip(*rows, strict=True)] for rows in zip(stream, written, strict=True)]
            )
        sums = [[start[i][c] + sum(w[i][c] for w in log) for c in range(2)] for i in range(len(start))]
        return stream == sums

    small = st.sampled_from(range(-3, 4))
    tokens = st.lists(st.tuples(small, small), min_size=1, max_size=4)
    layers = st.lists(st.tuples(st.booleans(), st.lists(small, min_size=6, max_size=6)), max_size=6)
    return Cases.search(st.tuples(tokens, layers), holds, examples=examples)
