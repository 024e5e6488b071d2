"""Self-attention on two tokens, layer after layer without shortcuts: at constant sharpness they meet, at growing they need not.

Two tokens r and −r of width 1, value matrix 1, scores w_l x_i x_j. The weight of a token on the other is ε with
log((1 − ε)/ε) = 2 w_l r², so w_l = log((1 − ε)/ε)/(2 r²) makes it ε_l, and this is a softmax self-attention layer with finite
weights. By symmetry the tokens stay ±r and the range is 2 r. Balls, with softmax by its definition.

    sharpness: growing, ε_l = 1/(2 (l + 1)²): range after L layers over range before is (L + 2)/(2 (L + 1)) > 1/2;
    constant, ε_l = 1/10: it is (4/5)^L.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 512
BITS = 100


def _mixing(sharpness: str, layer: int) -> Fraction:
    return Fraction(1, 2 * (layer + 1) ** 2) if sharpness == "growing" else Fraction(1, 10)


def _layer(tokens: list[arb], scale: arb) -> list[arb]:
    out = []
    for x in tokens:
        weights = [(scale * x * y).exp() for y in tokens]
        out.append(sum((w * y for w, y in zip(weights, tokens, strict=True)), arb(0)) / sum(weights, arb(0)))
    return out


def _claimed(law: str, layers: int) -> Fraction:
    return Fraction(layers + 2, 2 * (layers + 1)) if law == "half" else Fraction(4, 5) ** layers


def _ranges(sharpness: str, layers: int) -> list[arb]:
    """The range after each layer, over that before the first."""
    tokens, shares = [arb(1), arb(-1)], []
    for layer in range(1, layers + 1):
        eps = ball(_mixing(sharpness, layer))
        tokens = _layer(tokens, ((1 - eps) / eps).log() / (2 * tokens[0] * tokens[0]))
        shares.append((tokens[0] - tokens[1]) / 2)
    return shares


def range_after_each_layer_is(sharpness: str, law: str, layers: int) -> Enclosure:
    """The range after L = 1..`layers` layers over that before: `half`, (L + 2)/(2 (L + 1)), or `vanishing`, (4/5)^L."""
    with ctx.workprec(PRECISION):
        shares = enumerate(_ranges(sharpness, layers), 1)
        return Enclosure(tuple(Ball(f"after {n} layers", x, target=_claimed(law, n), bits=BITS) for n, x in shares))


def range_at_the_end_lies_between(sharpness: str, layers: int, low: Fraction, high: Fraction) -> Enclosure:
    """The range after `layers` layers over that before, strictly between two numbers."""
    with ctx.workprec(PRECISION):
        return Enclosure((Ball(f"after {layers} layers", _ranges(sharpness, layers)[-1], low=low, high=high, bits=BITS),))
