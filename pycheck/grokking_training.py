"""Modular addition learned from a part of its table: when training and test accuracy come, with weight decay and without.

The task is a + b mod 31; a part of the 961 ordered pairs, drawn with the seed, is the training set and the rest the test set.
The network adds the embeddings of a and b (two tables), takes max(·, 0) and reads 31 scores off; it is trained on the whole
training set at each step by Adam with decoupled weight decay (AdamW), for a fixed number of steps. Accuracies are taken at
steps on a geometric grid, six to a doubling, so that small differences of arithmetic do not show in a step. Where a level is
not reached, the last step stands for the step (a lower bound).
"""

from fractions import Fraction
from functools import cache

import numpy as np

from claimledger.finding import Estimate
from pycheck.gradient_tape import Adam, Integers, Node, add, cross_entropy, linear, relu, rows
from pycheck.seeded_runs import median_over_runs

MODULUS = 31
WIDTH = 128
RATE = 1e-2
History = tuple[tuple[int, float, float], ...]


def _grid(steps: int) -> list[int]:
    return sorted({round(2 ** (k / 6)) for k in range(200) if 2 ** (k / 6) < steps} | {steps})


def _split(rng: np.random.Generator, share: Fraction) -> tuple[Integers, Integers]:
    order = rng.permutation(MODULUS**2)
    cut = round(share * MODULUS**2)
    return order[:cut], order[cut:]


@cache
def _run(seed: int, decay: Fraction, share: Fraction, steps: int) -> History:
    """(step, training accuracy, test accuracy) on the grid."""
    rng = np.random.default_rng(seed)
    parts = _split(rng, share)
    first, second = (Node(rng.normal(size=(MODULUS, WIDTH))) for _ in range(2))
    readout = Node(rng.normal(size=(WIDTH, MODULUS)) * WIDTH**-0.5)
    adam = Adam([first, second, readout], decay=float(decay), betas=(0.9, 0.98))

    def scores(pairs: Integers) -> Node:
        return linear(relu(add(rows(first, pairs // MODULUS), rows(second, pairs % MODULUS))), readout)

    def accuracy(pairs: Integers) -> float:
        return float((scores(pairs).value.argmax(axis=1) == _sums(pairs)).mean())

    history, marks = [], set(_grid(steps))
    train = parts[0]
    for step in range(1, steps + 1):
        adam.step(cross_entropy(scores(train), _sums(train), np.ones(len(train))), RATE)
        if step in marks:
            history.append((step, accuracy(parts[0]), accuracy(parts[1])))
    return tuple(history)


def _sums(pairs: Integers) -> Integers:
    return (pairs // MODULUS + pairs % MODULUS) % MODULUS


def _first(history: History, column: int, level: float) -> int:
    return next((row[0] for row in history if row[column] >= level), history[-1][0])


def _histories(seed: int, runs: int, decay: Fraction, share: Fraction, steps: int) -> list[History]:
    return [_run(seed + run, decay, share, steps) for run in range(runs)]


def median_delay_lies_between(
    low: Fraction, high: Fraction, decay: Fraction, share: Fraction, steps: int, runs: int, seed: int
) -> Estimate:
    """Steps to test accuracy 0.95 over steps to training accuracy 0.99; the null is training on 19/20 of the table."""

    def delays(part: Fraction, count: int) -> list[float]:
        return [_first(h, 2, 0.95) / _first(h, 1, 0.99) for h in _histories(seed, runs, decay, part, count)]

    return median_over_runs(delays(share, steps), delays(Fraction(19, 20), 800), low, high, seed)


def median_final_test_accuracy_lies_between(
    low: Fraction, high: Fraction, decay: Fraction, share: Fraction, steps: int, runs: int, seed: int
) -> Estimate:
    """Test accuracy after the last step; the null is the same with weight decay 1."""
    found = [h[-1][2] for h in _histories(seed, runs, decay, share, steps)]
    null = [h[-1][2] for h in _histories(seed, runs, Fraction(1), share, steps)]
    return median_over_runs(found, null, low, high, seed)


def median_slowing_lies_between(
    low: Fraction, high: Fraction, decay: Fraction, than: Fraction, share: Fraction, steps: int, runs: int, seed: int
) -> Estimate:
    """Steps to test accuracy 0.5 at `decay` over those at `than`, run by run; the null compares runs at `than`."""

    def halves(rate: Fraction) -> list[int]:
        return [_first(h, 2, 0.5) for h in _histories(seed, runs, rate, share, steps)]

    slow, quick = halves(decay), halves(than)
    found = [a / b for a, b in zip(slow, quick, strict=True)]
    null = [a / b for a, b in zip(quick, [*quick[1:], quick[0]], strict=True)]
    return median_over_runs(found, null, low, high, seed)
