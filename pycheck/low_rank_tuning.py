"""Tuning all of a small network, and only an update of low rank, on a task that is new: what is learned and what is kept.

The network maps 16 numbers to 8 through max(xW₁, 0)W₂ with a hidden layer of 64. It is trained by Adam on a first task, the
outputs of a network of the same form with drawn weights, and then on a second one: for `far`, another such network drawn
apart; for `near`, the first one with a matrix of rank 1 added to its W₁. Tuning changes both matrices, or W + BA with A
drawn, B = 0 and W held, of rank r in each (`rank`; 0 for all of W). Each way of tuning has its own rate out of RATES: that
with the smallest loss on the second task. Losses are mean squared errors on further inputs over that of the mean output.
"""

from fractions import Fraction
from functools import cache

import numpy as np

from claimledger.finding import Estimate
from pycheck.gradient_tape import Adam, Floats, Node, add, linear, mean_square, relu
from pycheck.seeded_runs import median_over_runs

SIZES = ((16, 64), (64, 8))
BATCH = 64
RATES = (1e-3, 3e-3, 1e-2)


def _drawn(rng: np.random.Generator) -> list[Floats]:
    return [rng.normal(size=size) * (2 / size[0]) ** 0.5 for size in SIZES]


def _outputs(x: Floats, weights: list[Floats]) -> Floats:
    return np.maximum(x @ weights[0], 0) @ weights[1]


def _loss(weights: list[Floats], task: list[Floats], rng: np.random.Generator) -> float:
    x = rng.normal(size=(1024, SIZES[0][0]))
    said, right = _outputs(x, weights), _outputs(x, task)
    return float(((said - right) ** 2).mean() / ((right - right.mean(axis=0)) ** 2).mean())


def _tuned(start: list[Floats], task: list[Floats], rank: int, rate: float, steps: int, rng: np.random.Generator) -> list[Floats]:
    held = [Node(w) for w in start]
    updates = [(Node(rng.normal(size=(a, rank)) * a**-0.5), Node(np.zeros((rank, b)))) for a, b in SIZES]
    adam = Adam([w for pair in updates for w in pair] if rank else held)

    def through(x: Node, layer: int) -> Node:
        out = linear(x, held[layer])
        return add(out, linear(linear(x, updates[layer][0]), updates[layer][1])) if rank else out

    for step in range(steps):
        x = rng.normal(size=(BATCH, SIZES[0][0]))
        made = through(relu(through(Node(x), 0)), 1)
        adam.step(mean_square(made, _outputs(x, task)), rate * (1 - step / steps))
    return [w.value + (a.value @ b.value if rank else 0) for w, (a, b) in zip(held, updates, strict=True)]


@cache
def _run(seed: int, task: str, rank: int, steps: int, batches: int = 1) -> tuple[float, ...]:
    """The losses on the second and on the first task after tuning on the second."""
    rng = np.random.default_rng(seed)
    first, second = _drawn(rng), _drawn(rng)
    if task == "near":
        (a, b) = SIZES[0]
        second = [first[0] + np.outer(rng.normal(size=a), rng.normal(size=b)) * (2 / a) ** 0.5, first[1]]
    start = _tuned(_drawn(rng), first, 0, 1e-2, 2000, rng)
    found = []
    for rate in RATES:
        weights = _tuned(start, second, rank, rate, steps, np.random.default_rng([seed, batches]))
        found.append(tuple(_loss(weights, t, np.random.default_rng([seed, 0])) for t in (second, first)))
    return min(found)


def median_difference_lies_between(
    low: Fraction, high: Fraction, on: str, task: str, rank: int, steps: int, runs: int, seed: int
) -> Estimate:
    """Loss with an update of that rank less that of full tuning, on the task `new` or `old`; null: full, on other batches."""
    which = {"new": 0, "old": 1}[on]
    full = [_run(seed + run, task, 0, steps)[which] for run in range(runs)]
    found = [_run(seed + run, task, rank, steps)[which] - whole for run, whole in enumerate(full)]
    null = [_run(seed + run, task, 0, steps, 2)[which] - whole for run, whole in enumerate(full)]
    return median_over_runs(found, null, low, high, seed)
