"""Reads of a linear-attention state filled token by token with drawn features, in integers: their rank by elimination."""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases


def _rank(rows: list[list[Fraction]]) -> int:
    rank = 0
    left = [row[:] for row in rows]
    for column in range(len(left[0])):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left = [[a - row[column] / pivot[column] * b for a, b in zip(row, pivot, strict=True)] for row in left]
        rank += 1
        if not left:
            break
    return rank


def reads_have_at_most_the_rank(beyond: int, examples: int = 150) -> Cases:
    """n = d + 1 keys with one-hot values, d ≤ 5: the n reads have rank at most d + `beyond`, and not n."""

    def holds(features: list[list[int]]) -> bool:
        width, size = len(features[0]), len(features)
        state = [[Fraction(0)] * size for _ in range(width)]
        for j, key in enumerate(features):
            for i, entry in enumerate(key):
                state[i][j] += entry
        reads = [[sum((f * state[i][j] for i, f in enumerate(key)), Fraction(0)) for j in range(size)] for key in features]
        return _rank(reads) <= width + beyond < size

    def drawn(width: int) -> st.SearchStrategy[list[list[int]]]:
        row = st.lists(st.sampled_from(range(-9, 10)), min_size=width, max_size=width)
        return st.lists(row, min_size=width + 1, max_size=width + 1)

    return Cases.search(st.integers(1, 5).flatmap(drawn), holds, examples=examples)
