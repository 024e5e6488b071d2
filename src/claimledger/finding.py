"""What a check may find. A check returns one finding; `settle` and `judge` say what it is worth.

A check cannot declare its own strength: it hands over the expression, the balls, the counts or the interval,
and the engine decides. Findings are values, faults are exceptions: a check that raises has found nothing. One that
raises `Absent` has not run: what it reads is not on this machine.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sympy
    from flint import arb
    from hypothesis.strategies import SearchStrategy

Rational = int | Fraction


class Absent(Exception):
    """Data or a model that the check reads is not on this machine; the message names the command that fetches it."""


@dataclass(frozen=True, slots=True)
class Domain:
    """Where a symbol of a residual lives: reals (or integers) strictly between `low` and `high`, `None` for no end."""

    low: Rational | None = None
    high: Rational | None = None
    integer: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether a rational lies in the domain."""
        inside = (self.low is None or value > self.low) and (self.high is None or value < self.high)
        return inside and (value.denominator == 1 or not self.integer)

    def __str__(self) -> str:
        kind = "integer" if self.integer else "real"
        ends = [f"> {self.low}"] * (self.low is not None) + [f"< {self.high}"] * (self.high is not None)
        return " ".join([kind, " and ".join(ends)]).strip()


@dataclass(frozen=True, slots=True)
class Equation:
    """One equation of a residual. The sides stay apart, so that what cancels between them is still seen."""

    label: str
    left: "sympy.Expr"
    right: "sympy.Expr"


@dataclass(frozen=True, slots=True)
class Residual:
    """Equations in symbols with their domains, each to hold on the whole domain."""

    equations: tuple[Equation, ...]
    domains: "Mapping[sympy.Symbol, Domain]"


@dataclass(frozen=True, slots=True)
class Ball:
    """An enclosed quantity and what the claim says of it.

    Equality: `target` is a number or a ball, and `value` has to contain it with at least `bits` relative bits.
    Range: `low` and `high` are rationals or balls (`None`: no end), and `value` has to lie strictly between them.
    """

    label: str
    value: "arb | Rational"
    target: "arb | Rational | None" = None
    low: "arb | Rational | None" = None
    high: "arb | Rational | None" = None
    bits: int = 0


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Balls computed from integers, rationals or strings, never from floats."""

    balls: tuple[Ball, ...]


@dataclass(frozen=True, slots=True)
class Exhausted:
    """A finite domain gone through whole: `size` as the claim has it, `counted` as it was found."""

    domain: str
    size: int
    counted: int
    failed: int
    witness: str | None

    @classmethod
    def over(cls, domain: str, size: int, cases: Iterable[Any], holds: Callable[[Any], bool]) -> "Exhausted":
        """Try `holds` on every case, each once. The judge compares the count with `size`."""
        tally, seen = _Tally(), set[int]()
        for case in cases:
            tally.add(case, holds(case))
            seen.add(hash(repr(case)))
        if len(seen) != tally.tried:
            raise ValueError(f"{domain}: {tally.tried} cases of which {len(seen)} are distinct")
        return cls(domain, size, tally.tried, tally.failed, tally.witness)


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases tried, how many met the hypothesis of the claim, how many of those failed, and the first that did."""

    tried: int
    met: int
    failed: int
    witness: str | None

    @classmethod
    def over(cls, cases: Iterable[Any], holds: Callable[[Any], bool], when: Callable[[Any], bool] = lambda case: True) -> "Cases":
        """Try `holds` on every case that meets `when`."""
        tally, tried = _Tally(), 0
        for case in cases:
            tried += 1
            if when(case):
                tally.add(case, holds(case))
        return cls(tried, tally.tried, tally.failed, tally.witness)

    @classmethod
    def search(
        cls,
        strategy: "SearchStrategy[Any]",
        holds: Callable[[Any], bool],
        when: Callable[[Any], bool] = lambda case: True,
        examples: int = 200,
    ) -> "Cases":
        """Draw `examples` cases with Hypothesis, derandomised and without a database, and count them all.

        Failures do not stop the search: the count says on how many cases a false variant fails.
        """
        from hypothesis import HealthCheck, Phase, given, settings
        from hypothesis.internal.conjecture import providers
        from hypothesis.internal.constants_ast import Constants

        # Hypothesis mixes in constants that it reads out of whatever local modules are loaded, so that what it draws
        # would depend on the engine's own source and on the order of imports. Without them the strategy alone decides.
        nothing = Constants()
        providers._get_local_constants = lambda: nothing

        drawn: list[Any] = []
        settled = settings(
            derandomize=True,
            database=None,
            deadline=None,
            max_examples=examples,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )

        @settled
        @given(strategy)
        def draw(case: Any) -> None:
            drawn.append(case)

        draw()
        return cls.over(drawn, holds, when)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measured value with its interval, the interval that the claim asserts, and what a null returns.

    Decimal strings or rationals, all in the unit that the check's docstring names; `null` is the interval that
    the same protocol returns where there is no effect.
    """

    value: str
    interval: tuple[str, str]
    claimed: tuple[str, str]
    null: tuple[str, str]
    samples: int
    seed: int | None = None


Finding = Residual | Enclosure | Exhausted | Cases | Estimate


class _Tally:
    """Counts cases and keeps the first that failed."""

    def __init__(self) -> None:
        self.tried = self.failed = 0
        self.witness: str | None = None

    def add(self, case: Any, held: bool) -> None:
        kind = type(held)
        if kind is not bool and (kind.__module__, kind.__name__) not in (("numpy", "bool"), ("numpy", "bool_")):
            raise TypeError(f"whether {case!r:.80} holds is {held!r:.80}, not true or false")
        self.tried += 1
        if not held:
            self.failed += 1
            self.witness = self.witness or repr(case)[:300]
