"""Pre-LN and Post-LN stacks in NumPy: their gradients at the start, and training at the full rate from the first step.

A block is attention and a feed-forward layer. Pre-LN: x ← x + f(Norm(x)), with one more Norm before the readout; Post-LN: x ←
Norm(x + f(x)). Weights are independent normal numbers of variance 1/(number of inputs), norms have no gain. Gradients are
those of the cross-entropy on 16 texts of random tokens with random targets, and a layer's gradient is the norm of that of the
second matrix of its feed-forward layer, as in Xiong et al. (arXiv:2002.04745). Training is on the Markov chain of
`unmasked_training`, with a causal mask.
"""

from fractions import Fraction
from functools import cache

import numpy as np

from claimledger.finding import Estimate
from pycheck import unmasked_training
from pycheck.gradient_tape import (
    Adam,
    Integers,
    Node,
    add,
    attention,
    causal_mask,
    cross_entropy,
    gradients,
    layer_norm,
    linear,
    relu,
    rows,
)
from pycheck.seeded_runs import median_over_runs

TOKENS = 8
LENGTH = 12
WIDTH = 32


class Model:
    """A stack of blocks with norms `before` their sublayers (Pre-LN) or after the sums (Post-LN)."""

    def __init__(self, rng: np.random.Generator, blocks: int, before: bool) -> None:
        def table(inputs: int, outputs: int, variance_over: int) -> Node:
            return Node(rng.normal(size=(inputs, outputs)) * variance_over**-0.5)

        self.before = before
        self.mask = causal_mask(LENGTH)
        self.tokens, self.positions = table(TOKENS, WIDTH, 1), table(LENGTH, WIDTH, 1)
        self.blocks = [
            [*(table(WIDTH, WIDTH, WIDTH) for _ in range(4)), table(WIDTH, 2 * WIDTH, WIDTH), table(2 * WIDTH, WIDTH, 2 * WIDTH)]
            for _ in range(blocks)
        ]
        self.readout = table(WIDTH, TOKENS, WIDTH)

    def weights(self) -> list[Node]:
        """All that is trained."""
        return [self.tokens, self.positions, self.readout, *(w for block in self.blocks for w in block)]

    def logits(self, texts: Integers) -> Node:
        """Scores of the next token at each place."""
        x = add(rows(self.tokens, texts), self.positions)
        for q, k, v, out, up, down in self.blocks:
            seen = layer_norm(x) if self.before else x
            x = add(x, linear(attention(linear(seen, q), linear(seen, k), linear(seen, v), 2, self.mask), out))
            x = x if self.before else layer_norm(x)
            seen = layer_norm(x) if self.before else x
            x = add(x, linear(relu(linear(seen, up)), down))
            x = x if self.before else layer_norm(x)
        return linear(layer_norm(x) if self.before else x, self.readout)


@cache
def _norms(seed: int, blocks: int, before: bool) -> list[float]:
    """The gradient of each block at the start."""
    rng = np.random.default_rng(seed)
    model = Model(rng, blocks, before)
    texts, targets = rng.integers(TOKENS, size=(2, 16, LENGTH))
    loss = cross_entropy(model.logits(texts), targets, np.ones((16, LENGTH)))
    return [float(np.linalg.norm(g)) for g in gradients(loss, [block[-1] for block in model.blocks])]


def median_post_over_pre_lies_between(low: Fraction, high: Fraction, block: int, blocks: int, runs: int, seed: int) -> Estimate:
    """A block's gradient (−1: the last) in Post-LN over that in Pre-LN of one drawing; null: Pre-LN, two drawings."""
    post, pre, other = (
        [_norms(seed + shift + run, blocks, before)[block] for run in range(runs)]
        for before, shift in ((False, 0), (True, 0), (True, 1000))
    )
    found, null = ([a / b for a, b in zip(top, pre, strict=True)] for top in (post, other))
    return median_over_runs(found, null, low, high, seed)


def median_ratio_of_deep_to_shallow_lies_between(
    low: Fraction, high: Fraction, before: bool, deep: int, shallow: int, runs: int, seed: int
) -> Estimate:
    """The last block's gradient in a deep stack over that in a shallow one; null: two drawings of the shallow one."""
    last = {
        (blocks, shift): [_norms(seed + shift + run, blocks, before)[-1] for run in range(runs)]
        for blocks, shift in ((deep, 0), (shallow, 0), (shallow, 1000))
    }
    found = [a / b for a, b in zip(last[deep, 0], last[shallow, 0], strict=True)]
    null = [a / b for a, b in zip(last[shallow, 0], last[shallow, 1000], strict=True)]
    return median_over_runs(found, null, low, high, seed)


@cache
def _trained(seed: int, blocks: int, before: bool, ramp: int, rate: Fraction, steps: int) -> float:
    """How often the model names the next token of further texts rightly, after the last step."""
    rng = np.random.default_rng(seed)
    model = Model(rng, blocks, before)
    adam = Adam(model.weights(), betas=(0.9, 0.98))
    for step in range(steps):
        texts = unmasked_training.texts(rng, 16)
        loss = cross_entropy(model.logits(texts[:, :-1]), texts[:, 1:], np.ones((16, LENGTH)))
        adam.step(loss, float(rate) * min(1.0, (step + 1) / ramp))
    texts = unmasked_training.texts(np.random.default_rng([seed, 1]), 256)
    return float((model.logits(texts[:, :-1]).value.argmax(axis=-1) == texts[:, 1:]).mean())


def median_accuracy_lies_between(
    low: Fraction, high: Fraction, before: bool, ramp: int, rate: Fraction, steps: int, against: str, runs: int, seed: int
) -> Estimate:
    """Accuracy of 6 blocks with the rate reached after `ramp` steps (1: at once).

    The null, `against`: the `untrained` model; or, where failure is claimed, training that is `safe`: Pre-LN at a rate of 0.003.
    """
    other = {"untrained": (before, ramp, rate, 0), "safe": (True, ramp, Fraction(3, 1000), steps)}[against]
    found, null = (
        [_trained(seed + run, 6, placed, up, full, count) for run in range(runs)]
        for placed, up, full, count in ((before, ramp, rate, steps), other)
    )
    return median_over_runs(found, null, low, high, seed)
