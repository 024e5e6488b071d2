"""Softmax row by row and block by block: the merged blocks are the row, in whatever order they are merged.

For scores s_i and values v_i a block keeps m = max s_i, l = Σ e^(s_i − m) and o = Σ e^(s_i − m) v_i. Two blocks become one by
m = max(m_1, m_2) and, with the factors f_1 = e^(m_1 − m), f_2 = e^(m_2 − m),

    l = f_1 l_1 + f_2 l_2,        o = f_1 o_1 + f_2 o_2                   (Milakov & Gimelshein 2018; Dao et al. 2022),

and o/l at the end is the softmax-weighted mean of the row. Drawn are rows cut into blocks of 1 to 5, with scores in tenths up
to 500. The merged result is held against the mean over the whole row from its definition, with no maximum taken out, and the
states merged from the left against those merged from the right, to 40 digits at 70: exponents have room there, so that the
definition itself does not overflow.

Without the factors the merge is right where all blocks have the same maximum, one block among them.
"""

from functools import reduce

import mpmath
from hypothesis import strategies as st

from claimledger.finding import Cases

DIGITS, AGREE = 70, 40
Entry = tuple[int, int]
"""A score in tenths, and a value."""
State = tuple[mpmath.mpf, mpmath.mpf, mpmath.mpf]


def _block(entries: list[Entry]) -> State:
    scores = [mpmath.mpf(score) / 10 for score, _ in entries]
    largest = max(scores)
    weights = [mpmath.exp(score - largest) for score in scores]
    return largest, mpmath.fsum(weights), mpmath.fsum(w * v for w, (_, v) in zip(weights, entries, strict=True))


def _merge(first: State, second: State, rescale: bool) -> State:
    largest = max(first[0], second[0])
    f, g = (mpmath.exp(state[0] - largest) if rescale else mpmath.mpf(1) for state in (first, second))
    return largest, f * first[1] + g * second[1], f * first[2] + g * second[2]


def _mean_by_definition(row: list[Entry]) -> mpmath.mpf:
    weights = [mpmath.exp(mpmath.mpf(score) / 10) for score, _ in row]
    return mpmath.fsum(w * v for w, (_, v) in zip(weights, row, strict=True)) / mpmath.fsum(weights)


def merged_blocks_are_the_row(rescale: bool, examples: int = 300) -> Cases:
    """o/l of the merged blocks is the softmax-weighted mean of the row, and merging is associative, to 40 digits."""

    def holds(blocks: list[list[Entry]]) -> bool:
        with mpmath.workdps(DIGITS):
            small = mpmath.mpf(10) ** -AGREE
            states = [_block(entries) for entries in blocks]
            left = reduce(lambda done, state: _merge(done, state, rescale), states)
            right = reduce(lambda done, state: _merge(state, done, rescale), reversed(states))
            mean = _mean_by_definition([entry for entries in blocks for entry in entries])
            most = max(abs(value) for entries in blocks for _, value in entries)
            associative = all(abs(a - b) <= small * (1 + most) * max(1, left[1]) for a, b in zip(left, right, strict=True))
            return bool(associative and abs(left[2] / left[1] - mean) <= small * (1 + most))

    entries = st.tuples(st.sampled_from(range(-5000, 5001)), st.sampled_from(range(-9, 10)))
    blocks = st.integers(1, 6).flatmap(lambda n: st.lists(st.lists(entries, min_size=1, max_size=5), min_size=n, max_size=n))
    return Cases.search(blocks, holds, examples=examples)
