"""Training a deep stack that adds, and one that replaces: networks on 16 random numbers a point, in NumPy.

A stack maps h to f(Norm(h)) in each layer (`replaces`) or to h + f(Norm(h)) (`adds`), f(h) = max(hW₁, 0)W₂ with a hidden
layer twice as wide. It has to learn 256 drawn points with drawn labels out of 4 by heart: all points at each step, Adam, a
fixed number of steps. Weights start as independent normal numbers (`drawn`), or, for `identity`, as W₁ = (1, −1), W₂ = (1,
−1)ᵀ with a tenth of the drawn ones added: then f is near h ↦ h without anything being added to it.
"""

from fractions import Fraction
from functools import cache

import numpy as np

from claimledger.finding import Estimate
from pycheck.gradient_tape import Adam, Node, add, cross_entropy, layer_norm, linear, relu
from pycheck.seeded_runs import median_over_runs

POINTS = 256
LABELS = 4
INPUTS = 16
WIDTH = 32


def _sublayer(rng: np.random.Generator, start: str) -> tuple[Node, Node]:
    first = rng.normal(size=(WIDTH, 2 * WIDTH)) * (2 / WIDTH) ** 0.5
    second = rng.normal(size=(2 * WIDTH, WIDTH)) * (1 / (2 * WIDTH)) ** 0.5
    if start == "identity":
        one = np.eye(WIDTH)
        first, second = np.hstack([one, -one]) + first / 10, np.vstack([one, -one]) + second / 10
    return Node(first), Node(second)


@cache
def _run(seed: int, depth: int, adds: bool, start: str, steps: int) -> float:
    """Accuracy on the training points after the last step."""
    rng = np.random.default_rng(seed)
    points, labels = Node(rng.normal(size=(POINTS, INPUTS))), rng.integers(LABELS, size=POINTS)
    inside = Node(rng.normal(size=(INPUTS, WIDTH)) * INPUTS**-0.5)
    stack = [_sublayer(rng, start) for _ in range(depth)]
    outside = Node(rng.normal(size=(WIDTH, LABELS)) * WIDTH**-0.5)

    def scores() -> Node:
        h = linear(points, inside)
        for first, second in stack:
            made = linear(relu(linear(layer_norm(h), first)), second)
            h = add(h, made) if adds else made
        return linear(layer_norm(h), outside)

    adam = Adam([inside, outside, *(w for pair in stack for w in pair)])
    for step in range(steps):
        adam.step(cross_entropy(scores(), labels, np.ones(POINTS)), 1e-3 * min(1.0, (step + 1) / 50))
    return float((scores().value.argmax(axis=1) == labels).mean())


def median_training_accuracy_lies_between(
    low: Fraction, high: Fraction, depth: int, adds: bool, start: str, steps: int, against: str, runs: int, seed: int
) -> Estimate:
    """Accuracy on the training points at the end; the null, `against`: the `untrained` stack, or the one that is `adding`."""
    other = {"untrained": (adds, 0), "adding": (True, steps)}[against]
    found, null = ([_run(seed + run, depth, sums, start, count) for run in range(runs)] for sums, count in ((adds, steps), other))
    return median_over_runs(found, null, low, high, seed)
