"""Attention a column of tiles at a time, on drawn scores, against the softmax of the row by its definition, to 40 digits.

The other loop order: for each block of keys all rows are updated, as in the first FlashAttention paper. Numbers held at once
are counted by a ledger that adds what is made and takes away what is dropped.
"""

import mpmath
from hypothesis import strategies as st

from claimledger.finding import Cases

DIGITS, AGREE = 60, 40


def _by_columns(scores: list[list[int]], values: list[int], block: int) -> tuple[list[mpmath.mpf], int]:
    size = len(values)
    state = [(mpmath.mpf(-1000), mpmath.mpf(0), mpmath.mpf(0)) for _ in range(size)]
    now = most = 2 * size
    for left in range(0, size, block):
        for top in range(0, size, block):
            tile = [[mpmath.mpf(s) / 10 for s in scores[i][left : left + block]] for i in range(top, min(top + block, size))]
            now += sum(map(len, tile))
            most = max(most, now)
            for i, row in enumerate(tile, start=top):
                m, total, output = state[i]
                new = max(m, *row)
                shrink = mpmath.exp(m - new)
                weights = [mpmath.exp(s - new) for s in row]
                add = mpmath.fsum(w * v for w, v in zip(weights, values[left : left + block], strict=True))
                state[i] = (new, total * shrink + mpmath.fsum(weights), output * shrink + add)
            now -= sum(map(len, tile))
    return [output / total for _, total, output in state], most


def tiles_give_the_rows_and_hold(quadratic: bool, examples: int = 100) -> Cases:
    """Rows to 40 digits, and at most block² + 2n numbers held, or at least n² where `quadratic`; up to 10 tokens."""

    def holds(case: tuple[list[list[int]], list[int], int]) -> bool:
        scores, values, block = case
        with mpmath.workdps(DIGITS):
            rows, held = _by_columns(scores, values, block)
            small = mpmath.mpf(10) ** -AGREE
            for row, got in zip(scores, rows, strict=True):
                weights = [mpmath.exp(mpmath.mpf(s) / 10) for s in row]
                right = mpmath.fsum(w * v for w, v in zip(weights, values, strict=True)) / mpmath.fsum(weights)
                if abs(right - got) > small * 20:
                    return False
        size = len(values)
        return held >= size * size if quadratic else held <= block * block + 2 * size

    def texts(size: int) -> st.SearchStrategy[tuple[list[list[int]], list[int], int]]:
        row = st.lists(st.sampled_from(range(-300, 301)), min_size=size, max_size=size)
        values = st.lists(st.sampled_from(range(-9, 10)), min_size=size, max_size=size)
        return st.tuples(st.lists(row, min_size=size, max_size=size), values, st.sampled_from(range(1, 4)))

    return Cases.search(st.integers(5, 10).flatmap(texts), holds, examples=examples)
