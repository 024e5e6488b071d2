"""What next-token training makes of a model that may see the next token: one attention block in NumPy, with a mask and without.

Texts are walks of a Markov chain on 8 tokens: with probability 3/4 the next token is that which a fixed permutation names,
else it is one of the other seven with equal probability, so that no predictor that sees the past only is right more often
than 3/4. The model sees LENGTH tokens and names the following one at each place; without a mask, the answer stands in the
input at every place but the last. `last` says whether the last place, whose answer is not in the input, is among those that
are trained on. After training accuracy is taken at the places 0, …, LENGTH − 2 on whole texts (`reading`), and as the model
is used to write (`writing`): at place m, given the first m + 1 tokens and nothing after them, m from 1 to LENGTH − 2.
"""

from fractions import Fraction
from functools import cache

import numpy as np

from claimledger.finding import Estimate
from pycheck.gradient_tape import Adam, Integers, Node, add, attention, causal_mask, cross_entropy, layer_norm, linear, relu, rows
from pycheck.seeded_runs import median_over_runs

TOKENS = 8
LENGTH = 12
WIDTH = 32
BATCH = 32
FOLLOWS = 0.75


def texts(rng: np.random.Generator, count: int) -> Integers:
    """`count` walks of LENGTH + 1 tokens; the permutation adds 3 modulo 8."""
    walks = np.empty((count, LENGTH + 1), dtype=np.int64)
    walks[:, 0] = rng.integers(TOKENS, size=count)
    for place in range(LENGTH):
        other = rng.integers(1, TOKENS, size=count)
        step = np.where(rng.random(count) < FOLLOWS, 3, (3 + other) % TOKENS)
        walks[:, place + 1] = (walks[:, place] + step) % TOKENS
    return walks


class Model:
    """Token and position tables, one attention layer of two heads, one layer of max(·, 0), a readout."""

    def __init__(self, rng: np.random.Generator, masked: bool) -> None:
        def table(*shape: int) -> Node:
            return Node(rng.normal(size=shape) * WIDTH**-0.5)

        self.masked = masked
        self.tokens, self.positions = table(TOKENS, WIDTH), table(LENGTH, WIDTH)
        self.attend = [table(WIDTH, WIDTH) for _ in range(4)]
        self.forward = [table(WIDTH, 2 * WIDTH), table(2 * WIDTH, WIDTH)]
        self.readout = table(WIDTH, TOKENS)

    def weights(self) -> list[Node]:
        """All that is trained."""
        return [self.tokens, self.positions, *self.attend, *self.forward, self.readout]

    def logits(self, texts: Integers) -> Node:
        """Scores of the next token at each place of (b, n) tokens, n ≤ LENGTH."""
        n = texts.shape[1]
        x = add(rows(self.tokens, texts), rows(self.positions, np.arange(n)))
        q, k, v, out = self.attend
        seen = layer_norm(x)
        mask = causal_mask(n) if self.masked else None
        x = add(x, linear(attention(linear(seen, q), linear(seen, k), linear(seen, v), 2, mask), out))
        x = add(x, linear(relu(linear(layer_norm(x), self.forward[0])), self.forward[1]))
        return linear(layer_norm(x), self.readout)


def _reading(model: Model, walks: Integers) -> float:
    right = model.logits(walks[:, :-1]).value.argmax(axis=-1) == walks[:, 1:]
    return float(right[:, :-1].mean())


def _writing(model: Model, walks: Integers) -> float:
    right = [model.logits(walks[:, : m + 1]).value[:, -1].argmax(axis=-1) == walks[:, m + 1] for m in range(1, LENGTH - 1)]
    return float(np.mean(right))


@cache
def _run(seed: int, masked: bool, last: bool, steps: int) -> dict[str, float]:
    rng = np.random.default_rng(seed)
    model = Model(rng, masked)
    adam = Adam(model.weights())
    counts = np.ones((BATCH, LENGTH))
    counts[:, -1] = last
    for step in range(steps):
        walks = texts(rng, BATCH)
        adam.step(cross_entropy(model.logits(walks[:, :-1]), walks[:, 1:], counts), 3e-3 * min(1.0, (step + 1) / 50))
    walks = texts(np.random.default_rng([seed, 1]), 512)
    return {"reading": _reading(model, walks), "writing": _writing(model, walks)}


def median_accuracy_lies_between(
    low: Fraction, high: Fraction, measured: str, masked: bool, last: bool, steps: int, runs: int, seed: int
) -> Estimate:
    """The median accuracy in `reading` or in `writing` lies between the bounds; the null is the other mask."""
    found = [_run(seed + run, masked, last, steps)[measured] for run in range(runs)]
    null = [_run(seed + run, not masked, last, steps)[measured] for run in range(runs)]
    return median_over_runs(found, null, low, high, seed)
