"""The JSON that reading commands print, as types: their schemas are generated from here and tested."""

import msgspec

from claimledger.audit import Report
from claimledger.judge import Outcome, Strength
from claimledger.ledger import ClaimView, EvidenceView, Where, totals
from claimledger.model import By, Covers, Kind, Place, Quantifier, Reader, Status


class RemarkShape(msgspec.Struct, frozen=True):
    """A problem or a notice."""

    code: str
    claim: str
    evidence: str
    message: str


class ControlShape(msgspec.Struct, frozen=True):
    """How a control came out, and on how many instances it contradicted its finding."""

    outcome: Outcome
    instances: int


class ReceiptShape(msgspec.Struct, frozen=True):
    """One piece of evidence. `strength` is null where it did not pass."""

    claim: str
    evidence: str
    by: By
    outcome: Outcome
    where: Where
    strength: Strength | None
    covers: Covers
    controls: dict[str, ControlShape]


class VerifyShape(msgspec.Struct, frozen=True):
    """`claims verify --json` and `claims audit --json`. `counts` counts claims by the tag that they have earned."""

    claims: int
    counts: dict[str, int]
    evidence: dict[str, int]
    problems: list[RemarkShape]
    notices: list[RemarkShape]
    receipts: list[ReceiptShape]


class ListRow(msgspec.Struct, frozen=True):
    """One claim of `claims list --json`. `errata` names the errata that are not withdrawn."""

    id: str
    title: str
    kind: Kind
    quantifier: Quantifier
    status: Status
    earned: Status
    source_says: Status
    where: list[Place]
    errata: list[str]
    read_by: list[Reader]


class SectionRow(msgspec.Struct, frozen=True):
    """One section of `claims coverage --json`: items with claims, and items without."""

    source: str
    section: str
    items: int
    claims: list[str]
    covered: list[int]
    missing: list[int]


def verification(views: list[ClaimView], found: Report) -> VerifyShape:
    """The shape of a verification or an audit."""
    count = totals(views)
    return VerifyShape(
        claims=count.claims,
        counts=count.earned,
        evidence=count.outcomes,
        problems=[RemarkShape(r.code.value, r.claim, r.evidence, r.message) for r in found.problems],
        notices=[RemarkShape(r.code.value, r.claim, r.evidence, r.message) for r in found.notices],
        receipts=[receipt(view, item) for view in views for item in view.evidence],
    )


def receipt(view: ClaimView, item: EvidenceView) -> ReceiptShape:
    """The shape of one piece of evidence."""
    controls = {name: ControlShape(verdict.outcome, verdict.failed) for name, verdict in item.controls.items()}
    return ReceiptShape(
        view.claim.id, item.item.id, item.item.by, item.verdict.outcome, item.where, item.strength, item.covers, controls
    )


def row(view: ClaimView) -> ListRow:
    """The shape of one claim in a list."""
    c = view.claim
    return ListRow(c.id, c.title, c.kind, c.quantifier, c.status, view.earned, c.source_says, c.where, view.errata, view.read)
