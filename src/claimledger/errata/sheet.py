"""The sheet of errata, as data: by edition, then by place. The formats of `render` add nothing to it and leave nothing out.

What was withdrawn is no erratum of the source and is only counted by number; a candidate is on the sheet and says that it is one.
"""

import msgspec

from claimledger.cite.export import registry_digest
from claimledger.ledger import Ledger
from claimledger.model import Erratum, ErratumStatus, Grade, PrintedPlace
from claimledger.registry.edit import place_key
from claimledger.why import witness

GRADES = {
    Grade.MAJOR: "the statement is false",
    Grade.MODERATE: "true under an assumption that is not stated",
    Grade.MINOR: "loose rounding or wording",
}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An erratum at its places in one edition.

    `standing` says in words how far it has come, `means` what its grade means, `refuted_on` how its control came out.
    """

    id: str
    places: list[PrintedPlace]
    claim: str
    status: ErratumStatus
    standing: str
    grade: Grade
    means: str
    printed: str
    correct: str
    reason: str
    found_by: str
    refuted_by: str
    method: str
    refuted_on: str


class ErratumShow(msgspec.Struct, frozen=True, kw_only=True):
    """`claims erratum show ID --json`: as registered, as a sheet shows it, and the statuses that it may move to."""

    erratum: Erratum
    entry: Entry
    moves: list[ErratumStatus]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """The errata of one edition of one source, sorted by place."""

    source: str
    title: str
    edition: str
    locator: str
    errata: list[Entry]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """`claims erratum render --format json`. `digest` is that of the registry; `withdrawn` are ids that are not listed."""

    digest: str
    parts: list[Part]
    withdrawn: list[str]


class NoEdition(Exception):
    """No edition, or more than one, is meant; the message names those that there are."""


def sheet(ledger: Ledger, edition: str = "") -> Sheet:
    """The sheet of an edition (or of all, where none is named), in the order of the sources. Raises NoEdition."""
    asked = _edition(ledger, edition) if edition else ""
    parts, withdrawn = [], set()
    for name, source in ledger.loaded.registry.sources.items():
        rows = []
        for erratum in ledger.loaded.errata if asked in ("", source.edition) else ():
            places = sorted((p for p in erratum.where if p.source == name and p.edition == source.edition), key=place_key)
            if places and erratum.status is ErratumStatus.WITHDRAWN:
                withdrawn.add(erratum.id)
            elif places:
                rows.append(entry(ledger, erratum, places))
        if rows or asked == source.edition:
            rows.sort(key=lambda row: (place_key(row.places[0]), row.id))
            parts.append(Part(source=name, title=source.title, edition=source.edition, locator=source.locator, errata=rows))
    return Sheet(digest=registry_digest(ledger.root), parts=parts, withdrawn=sorted(withdrawn))


def entry(ledger: Ledger, erratum: Erratum, places: list[PrintedPlace]) -> Entry:
    """An erratum as a sheet shows it, at these of its places."""
    found = witness(ledger, erratum.refuted_by)
    return Entry(
        id=erratum.id,
        places=places,
        claim=erratum.claim,
        status=erratum.status,
        standing=standing(erratum),
        grade=erratum.grade,
        means=GRADES[erratum.grade],
        printed=erratum.printed,
        correct=erratum.correct,
        reason=erratum.reason,
        found_by=erratum.found_by,
        refuted_by=erratum.refuted_by,
        method=found.by if found else "",
        refuted_on=found.how if found else "no control refutes it yet",
    )


def standing(erratum: Erratum) -> str:
    """How far it has come, in words; what the author says against it stands beside it."""
    last = erratum.history[-1]
    return {
        ErratumStatus.CANDIDATE: "candidate: not yet reported to the author",
        ErratumStatus.REPORTED: f"reported to the author on {last.date}, and not confirmed",
        ErratumStatus.CONFIRMED: "confirmed by the author, or by the author's own text",
        ErratumStatus.FIXED: f"fixed in {last.edition}",
        ErratumStatus.WITHDRAWN: f"withdrawn: {last.note}",
        ErratumStatus.DISPUTED: f"disputed by the author: {last.note}",
    }[erratum.status]


def place(where: PrintedPlace) -> str:
    """Section and item, in words."""
    return f"section {where.section}" + (f", item {where.item}" if where.item else "")


def _edition(ledger: Ledger, asked: str) -> str:
    """The one edition that is named in full, or by a part that no other has."""
    known = list(dict.fromkeys(source.edition for source in ledger.loaded.registry.sources.values()))
    found = [name for name in known if name == asked] or [name for name in known if asked.casefold() in name.casefold()]
    if len(found) != 1:
        what = "fits more than one edition" if found else "is no edition of a source"
        raise NoEdition(f"{asked!r} {what}; those there are: {'; '.join(found or known)}")
    return found[0]
