"""Reading from a prompt with softmax attention in binary64: lookups against a dictionary, and copying against counts.

Lookup: up to 8 keys with drawn values, one-hot keys, scores c·(key = query), answer by argmax; the oracle is a dict of the
prompt. The same function is called again after other prompts and has to answer as before. Copying: attention from the last
token to every earlier place whose preceding token is the same, evenly; the mass per token is the share of each follower,
held against a count of the pairs.
"""

import itertools
import math
from collections import Counter

from hypothesis import strategies as st

from claimledger.finding import Cases


def _attend(scores: list[float], values: list[int]) -> dict[int, float]:
    weights = [math.exp(s) for s in scores]
    mass: dict[int, float] = {}
    for value, weight in zip(values, weights, strict=True):
        mass[value] = mass.get(value, 0.0) + weight / math.fsum(weights)
    return mass


def prompt_decides_the_answer(sharpness: int, examples: int = 150) -> Cases:
    """Every query of every drawn prompt is answered from its pairs, and again after all the others."""

    def answer(pairs: list[tuple[int, int]], query: int) -> int:
        mass = _attend([float(sharpness * (key == query)) for key, _ in pairs], [value for _, value in pairs])
        return max(mass, key=lambda value: mass[value])

    def holds(prompts: list[list[tuple[int, int]]]) -> bool:
        return all(answer(pairs, key) == dict(pairs)[key] for _ in range(2) for pairs in prompts for key, _ in pairs)

    pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 3)), min_size=2, max_size=8, unique_by=lambda pair: pair[0])
    return Cases.search(st.lists(pairs, min_size=1, max_size=3), holds, examples=examples)


def copying_gives_the_shares_of_followers(every_place: bool, examples: int = 200) -> Cases:
    """Mass on each token is its share among the followers of earlier occurrences; of the last one only, where told."""

    def holds(text: list[int]) -> bool:
        *before, current = text
        places = [i for i in range(1, len(before)) if before[i - 1] == current]
        if not places:
            return True
        used = places if every_place else places[-1:]
        mass = _attend([0.0] * len(used), [before[i] for i in used])
        followers = Counter(b for a, b in itertools.pairwise(before) if a == current)
        total = sum(followers.values())
        return all(abs(mass.get(t, 0.0) - n / total) < 1e-9 for t, n in followers.items())

    return Cases.search(st.lists(st.integers(0, 3), min_size=6, max_size=20), holds, examples=examples)
