"""Which of many formulas are different numbers.

Floats whose error intervals are disjoint are. The rest fall into clusters, where a normal form in common proves two
formulas equal, and disjoint balls prove them different. Where neither is found they are counted as one number, and
how often that was so is counted too.
"""

from collections.abc import Callable, Iterator

import numpy as np
from flint import arb, ctx
from numpy.typing import NDArray

from claimledger.numerology.balls import FIRST_BITS, LAST_BITS, enclose
from claimledger.numerology.forms import UNIT, Form, same
from claimledger.numerology.grammar import Formula

LATE_BITS = 1024
"""From here on two that are not apart are probably equal, and groups are small: time to multiply across."""
Look = Callable[[int], tuple[Formula, Form | None]]
"""From a row to its formula and its normal form."""


def first_of_each(
    value: NDArray[np.float64], error: NDArray[np.float64], known: int, look: Look
) -> tuple[NDArray[np.bool_], int]:
    """The rows that are the first with their number, and how many were taken for another's without proof.

    `error` bounds relative errors; twice as much is allowed for, which covers this function's own rounding. The first
    `known` rows are different numbers already.
    """
    first, undecided = np.ones(len(value), bool), 0
    if not len(value):
        return first, undecided
    order = np.argsort(value, kind="stable")
    low, high = (value * (1 - 2 * error))[order], (value * (1 + 2 * error))[order]
    starts = np.flatnonzero(np.concatenate([[True], low[1:] > np.maximum.accumulate(high)[:-1]]))
    ends = np.append(starts[1:], len(order))
    for k in np.flatnonzero(ends - starts > 1).tolist():
        rows = np.sort(order[starts[k] : ends[k]])
        if rows[-1] >= known:
            same_as, unsure = _equal_to_others(_by_form(rows.tolist(), look), look)
            first[rows] = False
            first[[row for row in rows.tolist() if row < known or row in same_as]] = True
            undecided += unsure
    return first, undecided


def _by_form(rows: list[int], look: Look) -> list[int]:
    """The rows without those whose normal form is that of an earlier one."""
    kept: dict[object, int] = {}
    for row in rows:
        form = look(row)[1]
        kept.setdefault(frozenset(form.num.items()) if form is not None and form.den == UNIT else row, row)
    return list(kept.values())


def _equal_to_others(rows: list[int], look: Look, bits: int = FIRST_BITS) -> tuple[set[int], int]:
    """The first row of each number among these, and how many of the others are such without proof."""
    kept, undecided = set[int](), 0
    for group in _overlapping(rows, look, bits):
        if bits >= LATE_BITS:
            group = _unequal(group, look)
        if len(group) == 1 or bits == LAST_BITS:
            kept.add(group[0])
            undecided += len(group) - 1
        else:
            more, unsure = _equal_to_others(group, look, 2 * bits)
            kept, undecided = kept | more, undecided + unsure
    return kept, undecided


def _overlapping(rows: list[int], look: Look, bits: int) -> Iterator[list[int]]:
    """The rows in groups, each in its order, so that balls of different groups are disjoint."""
    if len(rows) == 1:
        yield rows
        return
    with ctx.workprec(2 * bits):
        spans = [(ball.lower(), ball.upper(), row) for row in rows for ball in [abs(enclose(look(row)[0], bits))]]
    spans.sort(key=lambda span: _Exact(span[0]))
    group: list[int] = []
    highest = spans[0][1]
    for low, high, row in spans:
        if low > highest:
            yield sorted(group)
            group = []
        group.append(row)
        highest = high if high > highest else highest
    yield sorted(group)


class _Exact:
    """An end of a ball, for sorting."""

    def __init__(self, end: arb) -> None:
        self.end = end

    def __lt__(self, other: "_Exact") -> bool:
        return bool(self.end < other.end)


def _unequal(rows: list[int], look: Look) -> list[int]:
    """The rows without those that cross-multiplication shows equal to an earlier one."""
    kept: list[int] = []
    for row in rows:
        if not any(same(look(row)[1], look(other)[1]) for other in kept):
            kept.append(row)
    return kept
