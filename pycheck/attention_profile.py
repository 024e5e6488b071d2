"""What is kept of the attention maps of one passage: mean weight by distance, on the first key, and by key.

A map has rows (queries i) and columns (keys j ≤ i), the distance is d = i − j, and each row sums to 1. Late queries are
those of the second half: each has every distance below half the length, and at those distances never meets the first
key, so that the mean over them at a distance is a mean over the same queries at every distance. Over every query it is
not: distance d is then seen by the queries from d on, and rows are the lower the longer they are. `uniform` sends equal
weights 1/(i+1) through the same sums.
"""

from dataclasses import dataclass, fields
from functools import cache

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from pycheck import passages, smollm2
from pycheck.kept_runs import kept
from pycheck.llama_forward import UNCHANGED, Run, forward, losses
from pycheck.smollm2 import HEADS, LAYERS, Array

Floats = NDArray[np.float64]

LENGTH = 512
SMALLEST = 1e-4
"""What is left of a row beside the first key and itself is taken to be at least this when a row is divided by it."""
GATE = (20.0, 70.0, 5.0)
"""Nothing is measured unless a passage's perplexity is in this range and the wrong order of pairs makes it so much worse."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Weights by layer, head and distance below half the length (or query), and the mean over layers and heads as one map."""

    late: Floats
    """Mean over the late queries at each distance."""
    rescaled: Floats
    """The same with each row divided by its weight off the first key and off itself."""
    every: Floats
    """Mean at each distance over every query that has it, the first key left out."""
    every_with_first: Floats
    """Mean at each distance over every query that has it."""
    first: Floats
    """Weight on the first key, by query instead of distance."""
    mean_map: Floats

    @property
    def sink(self) -> float:
        """Mean weight of the late queries on the first key, over layers and heads."""
        return float(self.first[..., self.first.shape[-1] // 2 :].mean())

    @property
    def received(self) -> Floats:
        """Mean weight that each key has from the late queries, over layers and heads."""
        return np.asarray(self.mean_map[len(self.mean_map) // 2 :].mean(axis=0))


class _Sums:
    """The observer that fills a profile, layer by layer."""

    def __init__(self, layers: int, heads: int, length: int) -> None:
        half = length // 2
        self.late, self.rescaled, self.every, self.every_with_first = (np.zeros((layers, heads, half)) for _ in range(4))
        self.first, self.mean_map = np.zeros((layers, heads, length)), np.zeros((length, length))

    def __call__(self, layer: int, maps: Array) -> None:
        length, half = maps.shape[-1], maps.shape[-1] // 2
        first, own = maps[:, :, 0], np.diagonal(maps, axis1=1, axis2=2)
        distance = _by_distance(maps)[:, :, :half]
        late = distance[:, half:]
        total = distance.sum(axis=1, dtype=np.float64)
        count = length - np.arange(half)
        self.late[layer] = late.mean(axis=1, dtype=np.float64)
        others = maps[:, half:, 1:].sum(axis=-1) - own[:, half:]
        self.rescaled[layer] = (late / np.maximum(others, SMALLEST)[..., None]).mean(axis=1, dtype=np.float64)
        self.every_with_first[layer] = total / count
        self.every[layer] = (total - first[:, :half]) / (count - 1)
        self.first[layer] = first
        self.mean_map += maps.mean(axis=0, dtype=np.float64) / len(self.first)

    def profile(self) -> Profile:
        return Profile(self.late, self.rescaled, self.every, self.every_with_first, self.first, self.mean_map)


def _by_distance(maps: Array) -> Array:
    """The maps again, heads by queries by distances; 0 where a distance reaches before the first key. A view on a copy."""
    heads, length, _ = maps.shape
    room = np.zeros((heads, length, 2 * length), dtype=maps.dtype)
    room[:, :, length:] = maps
    head, row, key = room.strides
    return as_strided(room[:, :, length:], (heads, length, length), (head, row + key, -key), writeable=False)


@cache
def profile(name: str, length: int, kind: str, run: Run) -> Profile:
    """The profile of one passage, made of its first tokens; each is made once and kept beside the model."""

    def make() -> dict[str, Floats]:
        gate()
        sums = _Sums(LAYERS, HEADS, length)
        forward(passages.tokens(name, length, kind), run, sums)
        return {field.name: getattr(sums, field.name) for field in fields(Profile)}

    smollm2.present()
    return Profile(**kept(f"profile {name} {length} {kind} {run}", make))


def profiles(run: Run = UNCHANGED, *, length: int = LENGTH, kind: str = "prose") -> list[Profile]:
    """The profiles of the twelve passages, in order."""
    return [profile(name, length, kind, run) for name in passages.NAMES]


@cache
def mean_losses(run: Run = UNCHANGED, *, kind: str = "prose", skipped: int = 0, count: int = 12) -> tuple[float, ...]:
    """Mean −log p in nats over the first 512 tokens but the first and the next `skipped`, by passage (the first `count`)."""
    smollm2.present()
    found = (_losses(name, kind, run) for name in passages.NAMES[:count])
    return tuple(float(loss[skipped:].mean()) for loss in found)


def _losses(name: str, kind: str, run: Run) -> Floats:
    def make() -> dict[str, Floats]:
        gate()
        return {"losses": losses(passages.tokens(name, LENGTH, kind), run)}

    return kept(f"losses {name} {kind} {run}", make)["losses"]


def uniform(length: int = LENGTH) -> Profile:
    """The profile of one head that attends evenly to every key it sees."""
    sums = _Sums(1, 1, length)
    even = np.tril(np.ones((length, length))) / np.arange(1, length + 1)[:, None]
    sums(0, even[None].astype(np.float32))
    return sums.profile()


@cache
def gate() -> None:
    """Raise unless the forward pass is the model's, by one passage: see GATE, and `model_gates` for all of them."""
    tokens = passages.tokens("Moby-Dick, chapter 24, The Advocate", LENGTH // 2)
    right, wrong = (float(np.exp(losses(tokens, run).mean())) for run in (UNCHANGED, Run(order="halves")))
    low, high, times = GATE
    if not (low < right < high and wrong > times * right):
        raise ValueError(f"the forward pass is not the model's: perplexity {right:.1f}, {wrong:.1f} with halves")
