"""Which outputs move when one token is changed: feed-forward layer, attention, and attention with a causal mask.

Three tokens out of a grid of the plane, in rational arithmetic. The feed-forward layer is W_2 max(0, W_1 x), with weights for
which no two tokens of the grid have the same output; attention takes the mean with weights 1 + (x_i·x_j)² of the values x_j,
plus x_i. Token j is replaced by every other token of the grid. The outputs that move are, for the feed-forward layer, that of j
alone; for attention, those that look at j: all of them, or with a causal mask those from j on.

An output that looks at j may by chance stay where it was; so what is asked is that outputs which do not look at j never move, and
that for every other pair of places some replacement moves the output. Layers may be stacked.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted

GRID = [(1, 2), (3, -1), (-2, 5), (4, 4)]
PLACES = 3
Point = tuple[Fraction, Fraction]
Layer = list[Point]


def _feed_forward(tokens: Layer) -> Layer:
    zero = Fraction(0)
    hidden = [(max(x + y, zero), max(x - 2 * y, zero), max(3 * y - x, zero)) for x, y in tokens]
    return [(a - b + 2 * c, a + 5 * b - c) for a, b, c in hidden]


def _attention(tokens: Layer, causal: bool) -> Layer:
    out = []
    for i, (x, y) in enumerate(tokens):
        seen = tokens[: i + 1] if causal else tokens
        weights = [1 + (x * a + y * b) ** 2 for a, b in seen]
        mean = [sum((w * t[c] for w, t in zip(weights, seen, strict=True)), Fraction(0)) / sum(weights) for c in range(2)]
        out.append((x + mean[0], y + mean[1]))
    return out


def _outputs(layer: str, tokens: Layer, layers: int) -> Layer:
    for _ in range(layers):
        tokens = _feed_forward(tokens) if layer == "feed-forward" else _attention(tokens, layer == "causal")
    return tokens


def changed_token_moves(layer: str, reach: str, layers: int = 1) -> Exhausted:
    """Changing token j can move the outputs in `reach` (itself, all, or on: from j on) and never another; for every pair i, j."""
    grid = [(Fraction(a), Fraction(b)) for a, b in GRID]
    after = {tokens: _outputs(layer, list(tokens), layers) for tokens in product(grid, repeat=PLACES)}

    def moved(i: int, j: int) -> bool:
        for tokens in product(grid, repeat=PLACES):
            before = after[tokens][i]
            if any(after[*tokens[:j], other, *tokens[j + 1 :]][i] != before for other in grid):
                return True
        return False

    pairs = list(product(range(PLACES), repeat=2))
    seen = {(i, j) for i, j in pairs if reach == "all" or i == j or (reach == "on" and i > j)}
    return Exhausted.over("pairs of places", PLACES**2, pairs, lambda pair: moved(*pair) == (pair in seen))
