"""Cosines of drawn vectors in binary64, before and after a common part is added, by their definitions.

Up to 12 vectors of up to 8 whole entries, normalised. The mean over pairs is held against (n|μ|² − 1)/(n − 1) to 10⁻⁹. A
common coordinate c is appended to all; the pairs are sorted by cosine before and after, and every cosine below 1 has to
rise.
"""

import math
from itertools import combinations

from hypothesis import strategies as st

from claimledger.finding import Cases

Vector = list[float]
AGREE = 1e-9


def _unit(vector: list[int] | Vector) -> Vector:
    length = math.sqrt(math.fsum(x * x for x in vector))
    return [x / length for x in vector]


def _cosines(vectors: list[Vector]) -> list[float]:
    return [math.fsum(a * b for a, b in zip(_unit(v), _unit(w), strict=True)) for v, w in combinations(vectors, 2)]


def _sets(most: int) -> st.SearchStrategy[list[list[int]]]:
    def of(width: int) -> st.SearchStrategy[list[list[int]]]:
        vector = st.lists(st.integers(-5, 5), min_size=width, max_size=width).filter(any)
        return st.lists(vector, min_size=2, max_size=most)

    return st.integers(1, 8).flatmap(of)


def mean_cosine_is_fixed_by_the_mean(diagonal_taken_off: bool, examples: int = 100) -> Cases:
    """The mean cosine over pairs is (n|μ|² − 1)/(n − 1); n|μ|²/(n − 1) where the diagonal is not taken off."""

    def holds(case: list[list[int]]) -> bool:
        vectors = [_unit(v) for v in case]
        cosines, n = _cosines(vectors), len(case)
        mean = [math.fsum(column) / n for column in zip(*vectors, strict=True)]
        squared = math.fsum(x * x for x in mean)
        return abs(math.fsum(cosines) / len(cosines) - (n * squared - diagonal_taken_off) / (n - 1)) < AGREE

    return Cases.search(_sets(12), holds, examples=examples)


def adding_a_common_part(order: str, examples: int = 100) -> Cases:
    """Every cosine below 1 rises; the order of the pairs is `kept`, or, as the source would need, `lost` somewhere."""

    def holds(case: tuple[list[list[int]], int]) -> bool:
        vectors = [_unit(v) for v in case[0]]
        before, after = _cosines(vectors), _cosines([[*v, float(case[1])] for v in vectors])
        rises = all(b > a for a, b in zip(before, after, strict=True) if a < 1 - AGREE)
        kept = all(after[i] < after[j] for i in range(len(before)) for j in range(len(before)) if before[i] < before[j] - AGREE)
        return rises and kept == (order == "kept")

    return Cases.search(st.tuples(_sets(6), st.integers(1, 6)), holds, examples=examples)
