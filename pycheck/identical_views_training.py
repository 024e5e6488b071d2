"""Contrastive training on two passes of one input, with dropout between them and without: a small encoder in NumPy.

Inputs have a topic: one of 16 drawn directions in 32 dimensions, plus noise of the same size, plus an offset common to all,
so that the untrained encoder's vectors lie in a cone. The encoder is max(xW₁, 0)W₂ with a hidden layer of 64, each of whose
units a pass loses with probability `dropout`; its vectors of 16 numbers are compared by their cosine. The loss is InfoNCE at
temperature 0.05 over batches of 64: each input's two passes are the positive pair, the other inputs of the batch the
negatives. Measured on further inputs, without dropout: the mean cosine of different inputs (1 for a collapse), and how often
a pair of one topic has a larger cosine than a pair of two topics (`ranking`, 1/2 for chance).
"""

from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claimledger.finding import Estimate
from pycheck.gradient_tape import Adam, Floats, Integers, Node, linear, relu, softmax, times
from pycheck.seeded_runs import median_over_runs

INPUTS = 32
HIDDEN = 64
WIDTH = 16
TOPICS = 16
BATCH = 64
TEMPERATURE = 0.05


def info_nce(x: Node, y: Node) -> Node:
    """The mean over i of −log of softmax_j(cos(x_i, y_j)/TEMPERATURE) at j = i."""
    lengths = [np.linalg.norm(z.value, axis=1, keepdims=True) for z in (x, y)]
    u, v = x.value / lengths[0], y.value / lengths[1]
    chances = softmax(u @ v.T / TEMPERATURE)
    n = len(u)

    def rule(g: Floats) -> tuple[Floats, ...]:
        by_cosine = g * (chances - np.eye(n)) / (n * TEMPERATURE)
        by_u, by_v = by_cosine @ v, by_cosine.T @ u
        parts = ((by_u, u, lengths[0]), (by_v, v, lengths[1]))
        return tuple((by - (by * unit).sum(axis=1, keepdims=True) * unit) / length for by, unit, length in parts)

    return Node(np.asarray(-np.log(np.diag(chances)).mean()), (x, y), rule)


class World:
    """Topics and offset, from which inputs are drawn."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.topics = rng.normal(size=(TOPICS, INPUTS)) / INPUTS**0.5
        self.offset = 2 * rng.normal(size=INPUTS) / INPUTS**0.5

    def draw(self, rng: np.random.Generator, count: int) -> tuple[Floats, Integers]:
        """Inputs (count, INPUTS) and the topic of each."""
        topics = rng.integers(TOPICS, size=count)
        return self.offset + self.topics[topics] + rng.normal(size=(count, INPUTS)) / INPUTS**0.5, topics


def _encode(x: Floats, weights: list[Node], kept: Floats | None) -> Node:
    hidden = relu(linear(Node(x), weights[0]))
    return linear(hidden if kept is None else times(hidden, Node(kept)), weights[1])


def _measured(world: World, weights: list[Node], rng: np.random.Generator) -> dict[str, float]:
    x, topics = world.draw(rng, 256)
    z = _encode(x, weights, None).value
    u = z / np.linalg.norm(z, axis=1, keepdims=True)
    upper = np.triu_indices(len(u), 1)
    cosines, same = (u @ u.T)[upper], (topics[:, None] == topics[None, :])[upper]
    return {
        "cosine": float(cosines.mean()),
        "ranking": _outranked(cosines, same),
        "shuffled": _outranked(cosines, rng.permutation(same)),
    }


def _outranked(cosines: Floats, same: NDArray[np.bool_]) -> float:
    one, two = cosines[same], np.sort(cosines[~same])
    return float((np.searchsorted(two, one) / len(two)).mean())


@cache
def _run(seed: int, dropout: Fraction, steps: int) -> dict[str, float]:
    rng = np.random.default_rng(seed)
    world = World(rng)
    weights = [Node(rng.normal(size=(a, b)) * (2 / a) ** 0.5) for a, b in ((INPUTS, HIDDEN), (HIDDEN, WIDTH))]
    adam = Adam(weights)
    chance = float(dropout)
    for _ in range(steps):
        x, _ = world.draw(rng, BATCH)
        masks = [(rng.random((BATCH, HIDDEN)) >= chance) / (1 - chance) for _ in range(2)]
        passes = [_encode(x, weights, mask if chance else None) for mask in masks]
        adam.step(info_nce(passes[0], passes[1]), 1e-3)
    return _measured(world, weights, np.random.default_rng([seed, 1]))


def median_lies_between(
    low: Fraction, high: Fraction, measured: str, dropout: Fraction, steps: int, runs: int, seed: int
) -> Estimate:
    """The median `cosine` or `ranking` after training; null: the cosine before it, the ranking of shuffled pairs."""
    found = [_run(seed + run, dropout, steps)[measured] for run in range(runs)]
    where = (0, "cosine") if measured == "cosine" else (steps, "shuffled")
    null = [_run(seed + run, dropout, where[0])[where[1]] for run in range(runs)]
    return median_over_runs(found, null, low, high, seed)


def median_gain_lies_between(low: Fraction, high: Fraction, dropout: Fraction, steps: int, runs: int, seed: int) -> Estimate:
    """The ranking with dropout less that without, run by run; the null is that of two trainings without, with other seeds."""
    without = [_run(seed + run, Fraction(0), steps)["ranking"] for run in range(runs)]
    gains = [_run(seed + run, dropout, steps)["ranking"] - plain for run, plain in enumerate(without)]
    null = [a - b for a, b in zip(without, [*without[1:], without[0]], strict=True)]
    return median_over_runs(gains, null, low, high, seed)
