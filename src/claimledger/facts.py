"""What is kept of a finding: plain data that can be stored, read back, and judged again.

`settle` makes facts out of findings where SymPy and Arb are at hand; `judge` needs nothing but the facts. Numbers
are decimal strings: an interval is `[low, high]`, rounded outward, so that what is stored still encloses.
"""

from typing import Literal

import msgspec

Interval = tuple[str, str]


class Facts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag=True):
    """The base of all facts."""


class EquationFacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One equation of a residual: `remainder` is left − right after `cancel(together())`, "0" where it vanishes.

    `point` and `value` are a witness: rationals for the symbols, and the enclosure of the remainder there.
    """

    label: str
    free: list[str]
    remainder: str
    point: dict[str, str] | None = None
    value: Interval | None = None


class Residual(Facts, frozen=True, tag="residual"):
    """Equations and the domains of their symbols."""

    equations: list[EquationFacts]
    domains: dict[str, str]


class BallFacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An enclosure and what it has to satisfy; `value` is None where it was not finite."""

    label: str
    value: Interval | None
    target: Interval | None = None
    low: Interval | None = None
    high: Interval | None = None
    bits: int = 0


class Enclosure(Facts, frozen=True, tag="enclosure"):
    """How many balls came out how, and some of them in full: at least one of each kind that occurred.

    `inexact` counts the balls whose radius is not zero.
    """

    contained: int
    excluded: int
    too_wide: int
    not_finite: int
    inexact: int
    shown: list[BallFacts]


class Exhausted(Facts, frozen=True, tag="exhausted"):
    """A finite domain, its stated size, and the count."""

    domain: str
    size: int
    counted: int
    failed: int
    witness: str | None


class Cases(Facts, frozen=True, tag="cases"):
    """Cases tried, meeting the hypothesis, failing."""

    tried: int
    met: int
    failed: int
    witness: str | None


class Estimate(Facts, frozen=True, tag="estimate"):
    """A measured value, its interval, the claimed interval and the null's."""

    value: str
    interval: Interval
    claimed: Interval
    null: Interval
    samples: int
    seed: int | None


class HitFacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A formula that lies in the interval, with its value and complexity."""

    formula: str
    value: str
    complexity: int


class NullFacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many distinct values an interval placed at random holds: over seeded trials, and over all places."""

    trials: int
    seed: int
    mean: str
    sd: str
    expected: str


class Coincidence(Facts, frozen=True, tag="coincidence"):
    """A formula of `complexity`, its enclosure, the interval, and the counts of distinct values no larger than it.

    All levels up to `counted_to` were gone through. `undecided` of the formulas were taken for equal to another, or for
    inside, without proof; `shown` are some of the `simpler` ones.
    """

    formula: str
    ball: Interval | None
    value: str
    low: str
    high: str
    complexity: int
    counted_to: int
    formulas: int
    at_or_below: int
    simpler: int
    undecided: int
    null: NullFacts
    shown: list[HitFacts]


class Proof(Facts, frozen=True, tag="proof"):
    """A kernel accepted `theorem : statement`, resting on `axioms`."""

    prover: str
    theorem: str
    statement: str
    axioms: list[str]


class Ran(Facts, frozen=True, tag="ran"):
    """A notebook ran to its end."""

    cells: int
    assertions: int


class Cited(Facts, frozen=True, tag="cited"):
    """A locator in the literature."""

    locator: str


class Failure(Facts, frozen=True, tag="failure"):
    """Why there is no finding. `instances` is set where a kernel has none to show."""

    outcome: Literal["undecided", "vacuous", "error", "over-budget", "not-run", "lock"]
    message: str


Stored = Residual | Enclosure | Exhausted | Cases | Estimate | Coincidence | Proof | Ran | Cited | Failure
