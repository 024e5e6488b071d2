"""The question of the kit: how many formulas no larger than this one hit the interval, and how many would by chance.

Membership is decided by floats where their errors allow, and by balls where not. Levels are gone through whole, in
order, until the complexity is reached or the next one would bring more than `most` formulas: then `counted_to` says how
far, and every count is a lower bound.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, partial

import msgspec
import numpy as np
from flint import arb

from claimledger.numerology.balls import enclose, located
from claimledger.numerology.chance import HALF, Null, null
from claimledger.numerology.distinct import first_of_each
from claimledger.numerology.grammar import BadFormula, Formula, complexity, exactly, parse, write
from claimledger.numerology.values import LEAST, MOST, Batch, Ints, Table, joined, shared

TRIALS = 10_000
LARGEST = 5_000_000
MOST_TRIALS = 1_000_000
DIGITS, MOST_DIGITS = 15, 40


class Hit(msgspec.Struct, frozen=True):
    """A formula with its value, to 15 digits, and its complexity."""

    formula: str
    value: str
    complexity: int


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """The answer. `inside` says whether the formula lies in the interval, null where undecided or where there is none.

    `distinct` values lie in the interval or within half a decade of it, `at_or_below` in the interval, and `simpler` lists
    those below the complexity; `undecided` formulas were taken for equal to others, or for inside, without proof.
    """

    formula: str | None
    formula_value: str | None
    complexity: int
    value: str
    low: str
    high: str
    inside: bool | None
    counted_to: int
    formulas: int
    distinct: int
    at_or_below: int
    simpler: list[Hit]
    undecided: int
    null: Null


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its interval, and the formula or the complexity that is asked about."""

    value: str
    low: str
    high: str
    formula: str = ""
    complexity: int = 0
    trials: int = TRIALS
    seed: int = 0
    most: int = LARGEST

    def interval(self) -> tuple[Fraction, Fraction]:
        """The interval, which holds the value and lies on one side of zero. Raises BadFormula."""
        value, low, high = (Fraction(exactly(getattr(self, n), n)) for n in ("value", "low", "high"))
        if low > high:
            raise BadFormula(f"low {self.low} is above high {self.high}; exchange them")
        if not low <= value <= high:
            raise BadFormula(f"the value {self.value} is outside its own interval [{self.low}, {self.high}]; correct one of them")
        if low <= 0 <= high:
            raise BadFormula(
                f"[{self.low}, {self.high}] holds 0, which no formula is needed for; give an interval on one side of it"
            )
        if min(abs(low), abs(high)) * 1000 < LEAST or max(abs(low), abs(high)) > MOST / 1000:
            raise BadFormula("the interval is out of the range of the grammar, 1e-97 to 1e97; rescale it")
        return low, high

    def asked(self) -> tuple[Formula | None, int]:
        """The formula, and the complexity up to which to count. Raises BadFormula."""
        if not 1 <= self.trials <= MOST_TRIALS or self.seed < 0:
            raise BadFormula(f"give 1 to {MOST_TRIALS} trials, and a seed from 0")
        formula = checked(parse(self.formula)) if self.formula else None
        if formula is None and self.complexity < 1:
            raise BadFormula("there is nothing to count up to; give --formula or --complexity")
        return formula, self.complexity or complexity(formula or 1)


@dataclass(frozen=True, slots=True)
class Coincidence:
    """What a check by numerology returns: a number with its interval, and a formula that is said to hit it as chance would.

    The check asks and the engine counts, up to the formula's own complexity. Numbers are decimal strings or p/q.
    """

    formula: str
    value: str
    low: str
    high: str
    trials: int = TRIALS
    seed: int = 0
    most: int = 500_000


def checked(formula: Formula) -> Formula:
    """A formula all of whose parts are defined and in range. Raises BadFormula."""
    for part in formula[1:] if isinstance(formula, tuple) else ():
        checked(part)
    ball = abs(enclose(formula, 256))
    if not ball.is_finite():
        raise BadFormula(f"{write(formula)} is no real number, or beyond all measure; write a formula whose parts are")
    if not (ball > LEAST and ball < MOST):
        raise BadFormula(f"{write(formula)} is zero or out of range: every part lies between 1e-100 and 1e100 without its sign")
    return formula


def count(question: Question) -> Count:
    """The answer to a question. Raises BadFormula where it cannot be asked."""
    low, high = question.interval()
    formula, bound = question.asked()
    least, most = sorted((abs(low), abs(high)))
    table = shared()
    counted_to, formulas = _reach(table, bound, question.most)
    batch, costs, undecided = _values(counted_to, float(least) / HALF * (1 - 1e-9), float(most) * HALF * (1 + 1e-9))
    inside, unsure = _inside(table, batch, least, most)
    sign = -1 if high < 0 else 1
    side, ball = located(formula, low, high) if formula is not None else (None, arb("nan"))
    order = sorted(inside, key=lambda k: (costs[k], abs(batch.value[k] - abs(float(Fraction(question.value)))), k))
    return Count(
        formula=write(formula) if formula is not None else None,
        formula_value=ball.str(MOST_DIGITS, radius=False) if formula is not None else None,
        complexity=bound,
        value=question.value,
        low=question.low,
        high=question.high,
        inside=None if side is None else side == 0,
        counted_to=counted_to,
        formulas=formulas,
        distinct=len(batch.value),
        at_or_below=len(inside),
        simpler=[_hit(table, batch, k, int(costs[k]), sign) for k in order if costs[k] < bound],
        undecided=undecided + unsure,
        null=null(np.sort(batch.value), least, most, question.trials, question.seed),
    )


def _reach(table: Table, bound: int, most: int) -> tuple[int, int]:
    """The last level that can be gone through within `most` formulas, up to `bound`, and the number of formulas."""
    total = 0
    for level in range(1, bound + 1):
        more = table.formulas_of(level)
        if total + more > most:
            return level - 1, total
        total += more
    return bound, total


@lru_cache(maxsize=4)
def _values(level: int, low: float, high: float) -> tuple[Batch, Ints, int]:
    """The distinct values from `low` to `high` up to a level, with their complexity; and how often that is undecided."""
    table = shared()
    table.fill(level - 2)
    rows = np.flatnonzero((table.rows.value >= low) & (table.rows.value <= high))
    rows = rows[rows < table.ends[max(level - 2, 0)]]
    batch = table.rows.take(rows)
    costs = np.searchsorted(np.array(table.ends), rows, "right")
    undecided = table.undecided
    for upper in range(max(level - 1, 1), level + 1):
        whole = joined([batch, table.level(upper, low, high)])
        first, unsure = first_of_each(whole.value, whole.error, len(costs), partial(table.look, whole))
        costs = np.concatenate([costs, np.full(len(whole.value) - len(costs), upper)])[first]
        batch, undecided = whole.take(first), undecided + unsure
    return batch, costs, undecided


def _inside(table: Table, batch: Batch, low: Fraction, high: Fraction) -> tuple[list[int], int]:
    """The rows in the interval, and how many of them are there without proof."""
    least, most = batch.value * (1 - 2 * batch.error), batch.value * (1 + 2 * batch.error)
    from_, to = float(low), float(high)
    ends = 1 + 2.0**-52
    sure = (least > from_ * ends) & (most < to / ends)
    perhaps = ~sure & (most >= from_ / ends) & (least <= to * ends)
    inside, unsure = np.flatnonzero(sure).tolist(), 0
    for k in np.flatnonzero(perhaps).tolist():
        formula = table.written(batch, k)
        where, _ = located(formula, low, high)
        if where in (0, None):
            inside.append(k)
            unsure += where is None
    return inside, unsure


def _hit(table: Table, batch: Batch, row: int, cost: int, sign: int) -> Hit:
    formula = table.written(batch, row)
    if sign < 0:
        formula = negated(formula)
    return Hit(write(formula), enclose(formula, 128).str(DIGITS, radius=False), cost)


def negated(formula: Formula) -> Formula:
    """The formula with the other sign, at the place where it is usually written."""
    if isinstance(formula, tuple) and len(formula) == 3 and formula[0] in "*/":
        return (formula[0], negated(formula[1]), formula[2])
    return ("-", formula)
