"""Does training find the induction rule with one attention layer, and with two? Attention-only models in NumPy.

Two kinds of text, in both of which the rule "the token that followed the last earlier occurrence of this one" is never wrong
where it applies. `pairs`: 12 times a key out of 8, drawn at random, and its value out of 8 further tokens; which value
belongs to which key is drawn anew for each text, so that a key seen before has to be matched to be answered. `periodic`: p
different tokens in a row, p drawn from 6 to 12, repeated up to 25 tokens. There another rule does as well: name the token
that has not been seen for the longest time, which needs no matching of the current token (`exchanged` tells the two apart:
the current token is replaced by another of the text).

A model is a token and a position table, layers x ← x + Attention(Norm(x))·W with a causal mask, and a readout; it has no
feed-forward layers. It is trained by Adam for a fixed number of steps, each on texts drawn anew, on the places whose next
token the rule names. Accuracy is over those of these places that lie in the second half of 256 further texts.
"""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

import numpy as np

from claimledger.finding import Estimate
from pycheck.gradient_tape import (
    Adam,
    Floats,
    Integers,
    Node,
    add,
    attention,
    causal_mask,
    cross_entropy,
    layer_norm,
    linear,
    rows,
)
from pycheck.seeded_runs import median_over_runs

LENGTH = 24
TOKENS = 16
PERIODS = (6, 12)
BATCH = 32
EVERY = 10
"""Steps between two points of a trace."""


def _periodic(rng: np.random.Generator, count: int) -> tuple[Integers, Floats]:
    periods = rng.integers(PERIODS[0], PERIODS[1] + 1, size=count)
    order = np.argsort(rng.random((count, TOKENS)), axis=1)
    texts = np.take_along_axis(order, np.arange(LENGTH + 1)[None, :] % periods[:, None], axis=1)
    return texts, (np.arange(LENGTH)[None, :] >= periods[:, None]).astype(np.float64)


def _pairs(rng: np.random.Generator, count: int) -> tuple[Integers, Floats]:
    half = TOKENS // 2
    keys = rng.integers(half, size=(count, LENGTH // 2 + 1))
    values = half + np.take_along_axis(rng.integers(half, size=(count, half)), keys, axis=1)
    texts = np.stack([keys, values], axis=2).reshape(count, LENGTH + 2)[:, : LENGTH + 1]
    seen = (keys[:, :, None] == keys[:, None, :]) & np.tri(keys.shape[1], k=-1, dtype=bool)
    places = np.zeros((count, LENGTH))
    places[:, ::2] = seen.any(axis=2)[:, : LENGTH // 2]
    return texts, places


TEXTS = {"periodic": _periodic, "pairs": _pairs}
"""Texts of LENGTH + 1 tokens, and 1 at each place where the rule names the next token."""


def _one_place_on(x: Node) -> Node:
    """Each place's vector moved to the next place; 0 at the first."""
    moved = np.concatenate([np.zeros_like(x.value[:, :1]), x.value[:, :-1]], axis=1)
    return Node(moved, (x,), lambda g: (np.concatenate([g[:, 1:], np.zeros_like(g[:, :1])], axis=1),))


class Shape(NamedTuple):
    """A model and its training."""

    kind: str
    layers: int
    heads: int
    width: int
    shifted: bool
    steps: int


class Model:
    """An attention-only model. If it is `shifted`, keys are made of the token before."""

    def __init__(self, rng: np.random.Generator, shape: Shape) -> None:
        width = shape.width

        def table(*sizes: int) -> Node:
            return Node(rng.normal(size=sizes) * width**-0.5)

        self.heads, self.shifted = shape.heads, shape.shifted
        self.tokens, self.positions, self.readout = table(TOKENS, width), table(LENGTH, width), table(width, TOKENS)
        self.layers = [[table(width, width) for _ in range(4)] for _ in range(shape.layers)]
        self.mask = causal_mask(LENGTH)

    def weights(self) -> list[Node]:
        """All that is trained."""
        return [self.tokens, self.positions, self.readout, *(w for layer in self.layers for w in layer)]

    def logits(self, texts: Integers) -> Node:
        """Scores of the next token at each place of (b, LENGTH) tokens."""
        x = add(rows(self.tokens, texts), self.positions)
        for q, k, v, out in self.layers:
            seen = layer_norm(x)
            keys = linear(_one_place_on(seen) if self.shifted else seen, k)
            mixed = attention(linear(seen, q), keys, linear(seen, v), self.heads, self.mask)
            x = add(x, linear(mixed, out))
        return linear(layer_norm(x), self.readout)


def _accuracy(model: Model, kind: str, rng: np.random.Generator, count: int = 256) -> float:
    texts, places = TEXTS[kind](rng, count)
    places[:, : LENGTH // 2] = 0
    right = model.logits(texts[:, :-1]).value.argmax(axis=-1) == texts[:, 1:]
    return float((right * places).sum() / places.sum())


def _exchanged(model: Model, rng: np.random.Generator) -> float:
    """How often the last place of a periodic text follows the rule for the token that stands there in place of the true one."""
    texts, _ = _periodic(rng, 256)
    texts = texts[:, :-1]
    other = texts[np.arange(256), LENGTH - 1 - rng.integers(2, PERIODS[0], size=256)]
    texts[:, -1] = other
    earlier = (texts[:, :-1] == other[:, None]) * np.arange(LENGTH - 1)
    follows = texts[np.arange(256), earlier.argmax(axis=1) + 1]
    return float((model.logits(texts).value[:, -1].argmax(axis=-1) == follows).mean())


def trained(seed: int, shape: Shape, trace: list[float] | None = None) -> tuple[float, float]:
    """Accuracy on further texts, and on periodic texts with the current token exchanged; `trace` gets the first by steps."""
    rng = np.random.default_rng(seed)
    model = Model(rng, shape)
    adam = Adam(model.weights())
    for step in range(shape.steps):
        if trace is not None and step % EVERY == 0:
            trace.append(_accuracy(model, shape.kind, np.random.default_rng([seed, 2]), 64))
        texts, places = TEXTS[shape.kind](rng, BATCH)
        loss = cross_entropy(model.logits(texts[:, :-1]), texts[:, 1:], places)
        adam.step(loss, 3e-3 * min(1.0, (step + 1) / 50))
    fresh = np.random.default_rng([seed, 1])
    return _accuracy(model, shape.kind, fresh), _exchanged(model, fresh)


@cache
def _runs(seed: int, runs: int, shape: Shape, measured: str) -> list[float]:
    found = [trained(seed + run, shape) for run in range(runs)]
    return [{"accuracy": right, "exchanged": exchanged, "gap": right - exchanged}[measured] for right, exchanged in found]


def median_lies_between(
    low: Fraction,
    high: Fraction,
    measured: str,
    texts: str,
    layers: int,
    heads: int,
    width: int,
    shifted: bool,
    steps: int,
    against: str,
    runs: int,
    seed: int,
) -> Estimate:
    """The median of `accuracy`, of that with the current token `exchanged`, or of the `gap` between them.

    The null, `against`: the `untrained` model; or, where it is claimed that the rule is not followed, models that follow
    the `rule`: one layer of width 32 with shifted keys, trained for 600 steps.
    """
    shape = Shape(texts, layers, heads, width, shifted, steps)
    other = {"untrained": shape._replace(steps=0), "rule": Shape(texts, 1, 2, 32, True, 600)}[against]
    found, null = (_runs(seed, runs, one, measured) for one in (shape, other))
    return median_over_runs(found, null, low, high, seed)
