"""All formulas up to a complexity, level by level, as floats with error bounds; each value once.

Signs are free, so values are taken without them: a level holds a + b, |a − b|, ab, a/b, a^b and a^−b of parts of lower
levels. NumPy evaluates a level at once. Floats that are apart by more than their errors are different numbers; those
that are not go to `distinct`. The bounds rest on IEEE arithmetic and on a pow that is right to 16 units in the last
place; a test holds samples of them to Arb.
"""

from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimledger.numerology.balls import enclose, precisions
from claimledger.numerology.distinct import first_of_each
from claimledger.numerology.forms import Form, combine, form
from claimledger.numerology.grammar import CONSTANTS, Formula

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LEAF, ADD, SUB, MUL, DIV, POW, INV = range(7)
SIGNS = {ADD: "+", SUB: "-", MUL: "*", DIV: "/", POW: "^", INV: "^"}
LEAST, MOST = 1e-100, 1e100
"""Every part of a formula lies between these, its sign apart."""
ULP = 2.0**-52
POW_ERROR = 16 * ULP
COARSE = 1e-9
"""A float with a larger relative error is computed anew with balls."""


class Batch(NamedTuple):
    """Formulas: value without sign, bound on its relative error, operation, and parts by their row in the table.

    A leaf has the integer itself as its left part, or −1 − k for the constant k.
    """

    value: Floats
    error: Floats
    op: Ints
    left: Ints
    right: Ints

    def take(self, rows: "Ints | NDArray[np.bool_]") -> "Batch":
        """Some of its rows."""
        return Batch(self.value[rows], self.error[rows], self.op[rows], self.left[rows], self.right[rows])


def joined(batches: list[Batch]) -> Batch:
    """Batches one after the other."""
    return Batch(*(np.concatenate(columns) for columns in zip(*batches, strict=True)))


class Table:
    """The distinct values of all levels that were asked for, and which formula reaches each first."""

    def __init__(self) -> None:
        self.rows = _leaves(0)
        self.ends = [0]
        self.undecided = 0
        self._forms: list[Form | None] = []
        self._formulas: list[Formula] = []

    def formulas_of(self, level: int) -> int:
        """How many formulas a level has, over the distinct values of the levels below it."""
        self.fill(level - 2)
        sizes: list[int] = np.diff(self.ends).tolist()
        count: int = 9 * 10 ** (level - 1) + (len(CONSTANTS) if level == 1 else 0)
        for i, j in _splits(level):
            a, b = sizes[i - 1], sizes[j - 1]
            count += 9 * a * b if i < j else (9 * a * a - a) // 2
        return count

    def fill(self, level: int) -> None:
        """Have the levels up to this one."""
        while len(self.ends) <= level:
            whole = joined([self.rows, self.level(len(self.ends))])
            first, unsure = first_of_each(whole.value, whole.error, len(self.rows.value), partial(self.look, whole))
            self.rows, self.undecided = whole.take(first), self.undecided + unsure
            self.ends.append(len(self.rows.value))

    def level(self, level: int, low: float = LEAST, high: float = MOST) -> Batch:
        """All formulas of a level with values from `low` to `high`, as they come: a value may come often."""
        self.fill(level - 2)
        leaves = _leaves(level)
        found = [leaves.take((leaves.value >= low) & (leaves.value <= high))]
        for i, j in _splits(level):
            a, b = (np.arange(self.ends[k - 1], self.ends[k]) for k in (i, j))
            found += [_within(self, batch, low, high) for batch in _operations(self.rows, a, b)]
        return joined(found)

    def formula(self, row: int) -> Formula:
        """The formula of a row."""
        for k in range(len(self._formulas), row + 1):
            self._formulas.append(self.written(self.rows, k))
        return self._formulas[row]

    def written(self, batch: Batch, k: int) -> Formula:
        """The formula of row k of a batch on this table."""
        op, left, right = int(batch.op[k]), int(batch.left[k]), int(batch.right[k])
        if op == LEAF:
            return left if left > 0 else CONSTANTS[-1 - left]
        a, b = self.formula(left), self.formula(right)
        return (SIGNS[op], a, ("-", b) if op == INV else b)

    def form(self, batch: Batch, k: int) -> Form | None:
        """Its normal form, from those of its parts."""
        if batch.op[k] == LEAF:
            return form(self.written(batch, k))
        a, b = (self._form(int(part[k])) for part in (batch.left, batch.right))
        if batch.op[k] == INV and b is not None:
            b = Form({m: -c for m, c in b.num.items()}, b.den)
        return combine(SIGNS[int(batch.op[k])], a, b)

    def _form(self, row: int) -> Form | None:
        for k in range(len(self._forms), row + 1):
            self._forms.append(self.form(self.rows, k))
        return self._forms[row]

    def look(self, batch: Batch, k: int) -> tuple[Formula, Form | None]:
        """The formula and the form of row k of a batch."""
        return self.written(batch, k), self.form(batch, k)


@cache
def shared() -> Table:
    """The table of this process."""
    return Table()


def _splits(level: int) -> list[tuple[int, int]]:
    """The levels of two parts, the lower one first, that an operation makes one of this level of."""
    return [(i, level - 1 - i) for i in range(1, (level - 1) // 2 + 1)]


def _leaves(level: int) -> Batch:
    """The integers of so many digits; on level 1 the constants too, before them. Level 0 is empty."""
    integers = np.arange(10 ** (level - 1), 10**level, dtype=np.int64) if level else np.zeros(0, np.int64)
    constants = np.arange(-1, -1 - len(CONSTANTS), -1) if level == 1 else np.zeros(0, np.int64)
    balls = [float(enclose(CONSTANTS[-1 - k], 128)) for k in constants.tolist()]
    value = np.concatenate([np.array(balls, np.float64), integers.astype(np.float64)])
    left = np.concatenate([constants, integers])
    return Batch(value, np.full(len(value), ULP), np.full(len(value), LEAF), left, np.zeros(len(value), np.int64))


def _operations(rows: Batch, a: Ints, b: Ints) -> Iterator[Batch]:
    """Every operation on a value of `a` and one of `b`, in either order; `a` is `b`, or they share no row."""
    x, y = (grid.ravel() for grid in np.meshgrid(a, b, indexing="ij"))
    equal = bool(len(a) and len(b) and a[0] == b[0])
    once = x <= y if equal else np.ones(len(x), bool)
    other = x != y
    orders = [(x, y)] if equal else [(x, y), (y, x)]
    yield _apply(rows, ADD, x[once], y[once])
    yield _apply(rows, MUL, x[once], y[once])
    swapped = rows.value[x] < rows.value[y]
    more, less = np.where(swapped, y, x), np.where(swapped, x, y)
    yield _apply(rows, SUB, more[once & other], less[once & other])
    for p, q in orders:
        yield _apply(rows, DIV, p[other], q[other])
        yield _apply(rows, POW, p, q)
        yield _apply(rows, INV, p, q)


def _apply(rows: Batch, op: int, left: Ints, right: Ints) -> Batch:
    """One operation on rows of the table, with a bound on the relative error of each result."""
    a, b, ra, rb = rows.value[left], rows.value[right], rows.error[left], rows.error[right]
    with np.errstate(all="ignore"):
        match op:
            case _ if op == ADD:
                value, error = a + b, np.maximum(ra, rb)
            case _ if op == SUB:
                value = a - b
                error = (a * ra + b * rb) / value
            case _ if op == MUL:
                value, error = a * b, ra + rb
            case _ if op == DIV:
                value, error = a / b, ra + rb
            case _:
                value = np.power(a, b if op == POW else -b)
                error = b * ra + np.abs(np.log(a)) * b * rb + POW_ERROR
        error = np.where(np.isfinite(error), 1.001 * error + ULP, np.inf)
    return Batch(value, error, np.full(len(value), op), left, right)


def _within(table: Table, batch: Batch, low: float, high: float) -> Batch:
    """The formulas with values from `low` to `high`; those whose float says too little are computed with balls."""
    coarse = ~(batch.error <= COARSE)
    for k in np.flatnonzero(coarse & ~_hopeless(table, batch)).tolist():
        batch.value[k], batch.error[k] = _refined(table.written(batch, k))
    kept = (batch.value >= low) & (batch.value <= high) & (batch.error <= COARSE)
    return batch.take(kept)


def _hopeless(table: Table, batch: Batch) -> "NDArray[np.bool_]":
    """Powers that are out of range whatever their float's error is."""
    a, b = table.rows.value[batch.left], table.rows.value[batch.right]
    with np.errstate(all="ignore"):
        far = np.abs(np.log(a)) * b > 300
    hopeless: NDArray[np.bool_] = far & ((batch.op == POW) | (batch.op == INV))
    return hopeless


def _refined(formula: Formula) -> tuple[float, float]:
    """A float and its relative error from balls; (0, inf) where it is too near to zero, or out of range."""
    for bits in precisions(1024):
        ball = enclose(formula, bits)
        if ball.is_finite() and ball.rel_accuracy_bits() > 53:
            value = abs(float(ball.mid()))
            return (value, 2 * ULP) if LEAST <= value <= MOST else (0.0, np.inf)
    return 0.0, np.inf
