"""What rests on a claim: the claims that depend on it, however far, and the sentences and errata that name any of them.

When the claim's tag falls, this is the list of what has to be looked at.
"""

import msgspec

from claimledger.cite.chapters import Chapter, Citation
from claimledger.ledger import Ledger
from claimledger.model import Claim, ErratumStatus, Status


class Dependant(msgspec.Struct, frozen=True):
    """A claim that depends on another: at once where `through` is that one's id."""

    id: str
    through: str
    status: Status
    earned: Status


class Named(msgspec.Struct, frozen=True):
    """An erratum that names a claim, and by which of its fields."""

    id: str
    status: ErratumStatus
    claim: str
    fields: list[str]


class Impact(msgspec.Struct, frozen=True, kw_only=True):
    """`claims impact ID --json`. Citations and errata are of the claim and of its dependants."""

    id: str
    status: Status
    earned: Status
    dependants: list[Dependant]
    citations: list[Citation]
    errata: list[Named]


def impact(ledger: Ledger, claim: Claim, texts: list[Chapter]) -> Impact:
    """Everything that rests on a claim, the nearest dependants first."""
    found: dict[str, str] = {claim.id: ""}
    queue = [claim.id]
    for slug in queue:
        nearer = [view.claim.id for view in ledger.claims.values() if slug in view.claim.depends_on]
        queue += [new for new in nearer if new not in found]
        found |= {new: slug for new in nearer if new not in found}
    view = ledger.claims[claim.id]
    below = [Dependant(slug, found[slug], ledger.claims[slug].claim.status, ledger.claims[slug].earned) for slug in queue[1:]]
    return Impact(
        id=claim.id,
        status=claim.status,
        earned=view.earned,
        dependants=below,
        citations=citing(ledger, texts, set(found)),
        errata=_errata(ledger, set(found)),
    )


def citing(ledger: Ledger, texts: list[Chapter], ids: set[str]) -> list[Citation]:
    """The citations of these claims, by id or alias, in the order of the chapters."""
    names = {alias: claim.id for claim in ledger.loaded.registry.claims for alias in claim.aliases}
    return [citation for text in texts for citation in text.citations if names.get(citation.id, citation.id) in ids]


def _errata(ledger: Ledger, ids: set[str]) -> list[Named]:
    found = []
    for erratum in ledger.loaded.errata:
        links = {
            "claim": erratum.claim,
            "refuted_by": erratum.refuted_by.partition("/")[0],
            "earned_by": erratum.earned_by,
        }
        if fields := [name for name, slug in links.items() if slug in ids]:
            found.append(Named(erratum.id, erratum.status, erratum.claim, fields))
    return found
