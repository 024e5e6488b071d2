"""What earns a tag: DESIGN's table, as data, and the one function that reads it.

A row is met when each of its needs is met by a receipt that counts: passed, with every control refuted. The second
need of a row has to come from another method that shares no project module with the first except definitions, so
that one mistake cannot stand behind both.
"""

from collections.abc import Iterable, Sequence
from itertools import product

import msgspec

from claimledger.judge import EXACT, Strength
from claimledger.model import By, Covers, Kind, Quantifier, Status

BELIEF = "belief"
"""The control that a folklore claim refutes: the belief as it is usually put."""

FORMAL = frozenset({Strength.PROVED, Strength.DERIVED})
CHECKED = frozenset({Strength.PROVED, Strength.DERIVED, Strength.ENCLOSED})
PROVED = frozenset({Strength.PROVED})
ENCLOSED = frozenset({Strength.ENCLOSED})
TESTED = frozenset({Strength.TESTED})
MEASURED = frozenset({Strength.MEASURED})
CHANCE = frozenset({Strength.CHANCE})
EARNING = frozenset(Strength) - {Strength.CHANCE, Strength.CITED, Strength.SHOWN}


class Need(msgspec.Struct, frozen=True):
    """One receipt that a row asks for: its strength, whether it has to cover all, which control it has to refute."""

    strengths: frozenset[Strength]
    everything: bool = False
    control: str = ""
    words: str = ""


class Row(msgspec.Struct, frozen=True):
    """What a tag needs for some kinds of claim and a quantifier (None: either), and which strengths must not be there."""

    status: Status
    kinds: frozenset[Kind]
    quantifier: Quantifier | None
    needs: tuple[Need, ...]
    bars: frozenset[Strength] = frozenset()


SECOND = Need(EARNING, words="a second one by another method, sharing no project module but definitions")
ORACLE = Need(TESTED, words="a test against an independent oracle, by another method, sharing no project module but definitions")
IDENTITIES = frozenset({Kind.IDENTITY, Kind.ARITHMETIC})
LIMITS = frozenset({Kind.INEQUALITY, Kind.ASYMPTOTIC})

EARNED: tuple[Row, ...] = (
    Row(
        Status.VERIFIED,
        IDENTITIES,
        Quantifier.ALL,
        (Need(FORMAL, everything=True, words="a proof or a derivation that covers all"), SECOND),
    ),
    Row(
        Status.VERIFIED,
        LIMITS,
        Quantifier.ALL,
        (Need(PROVED, everything=True, words="a proof that covers all"), SECOND),
    ),
    Row(
        Status.VERIFIED,
        IDENTITIES | LIMITS,
        Quantifier.INSTANCE,
        (Need(CHECKED, words="a proof, a derivation or an enclosure"),),
    ),
    Row(
        Status.VERIFIED,
        frozenset({Kind.ALGORITHM}),
        Quantifier.ALL,
        (Need(PROVED, everything=True, words="a proof that covers all"), ORACLE),
    ),
    Row(
        Status.VERIFIED,
        frozenset({Kind.ALGORITHM}),
        Quantifier.INSTANCE,
        (Need(ENCLOSED, words="the named sizes gone through whole"), ORACLE),
    ),
    Row(
        Status.VERIFIED,
        frozenset({Kind.EMPIRICAL}),
        Quantifier.INSTANCE,
        (Need(MEASURED, words="a measurement of public data or of seeded runs, with its null"),),
    ),
    Row(
        Status.FOLKLORE,
        frozenset(Kind),
        None,
        (Need(EARNING, control=BELIEF, words=f"a passed check whose control `{BELIEF}` is refuted"),),
    ),
    Row(
        Status.NUMEROLOGY,
        frozenset(Kind),
        None,
        (
            Need(
                CHANCE,
                control=EXACT,
                words=f"the kit's count, by which chance expects the hit, with its control `{EXACT}` refuted",
            ),
        ),
        bars=FORMAL,
    ),
)
"""Definitions and analogies have no row for verified: nothing can earn it."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What policy needs to know of one piece of evidence that counts."""

    evidence: str
    by: By
    strength: Strength
    covers: Covers
    controls: frozenset[str]
    modules: frozenset[str]
    """The project modules it is made of, definitions left out."""


class Judgement(msgspec.Struct, frozen=True):
    """Whether a row is met, by which receipts, and which need is the first without one."""

    met: bool
    row: Row | None
    receipts: tuple[str, ...] = ()
    missing: str = ""


def row_for(status: Status, kind: Kind, quantifier: Quantifier) -> Row | None:
    """The row of a tag for a claim; None where that tag cannot be earned, or, for open, needs nothing."""
    for row in EARNED:
        if row.status is status and kind in row.kinds and row.quantifier in (None, quantifier):
            return row
    return None


def judge_tag(status: Status, kind: Kind, quantifier: Quantifier, receipts: Sequence[Receipt]) -> Judgement:
    """Whether receipts earn a tag. Open is always earned."""
    if status is Status.OPEN:
        return Judgement(True, None)
    row = row_for(status, kind, quantifier)
    if row is None:
        return Judgement(False, None, missing=f"no evidence can make a claim of kind {kind.value} {status.value}")
    barred = [r for r in receipts if r.strength in row.bars]
    if barred:
        return Judgement(
            False, row, missing=f"a claim of which nothing is {barred[0].strength.value}, as {barred[0].evidence} is"
        )
    first = [r for r in receipts if _meets(r, row.needs[0])]
    if not first:
        return Judgement(False, row, missing=row.needs[0].words)
    for chosen in product(first, *([r for r in receipts if _meets(r, need)] for need in row.needs[1:])):
        if _independent(chosen):
            return Judgement(True, row, tuple(receipt.evidence for receipt in chosen))
    return Judgement(False, row, (first[0].evidence,), missing=row.needs[-1].words)


def _meets(receipt: Receipt, need: Need) -> bool:
    return (
        receipt.strength in need.strengths
        and (not need.everything or receipt.covers is Covers.ALL)
        and (not need.control or need.control in receipt.controls)
    )


def _independent(receipts: Iterable[Receipt]) -> bool:
    chosen = list(receipts)
    return all(a.by is not b.by and not a.modules & b.modules for i, a in enumerate(chosen) for b in chosen[i + 1 :])
