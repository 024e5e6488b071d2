"""What may stand beside a cited sentence, in words: the one rule that every adapter follows.

A badge shows what the claim has *earned*. Where an erratum is open against the text that cites it, the sentence there is
false, and the badge says *corrected: E-0001* whatever the claim has earned: no green badge beside a false sentence. The
adapters in Lua and TeX follow the same rule on the same data, and are tested against this one.
"""

import difflib

import msgspec

from claimledger.cite.latex import escaped
from claimledger.ledger import ClaimView, Ledger, statement_digest
from claimledger.model import Erratum, ErratumStatus


class Printed(msgspec.Struct, frozen=True):
    """A text in which an erratum stands."""

    source: str
    edition: str


class OpenErratum(msgspec.Struct, frozen=True):
    """An erratum that is not withdrawn. One that is fixed counts only for the edition that printed it."""

    id: str
    fixed: bool
    printed: list[Printed]


class CitedClaim(msgspec.Struct, frozen=True):
    """What an adapter knows of a claim. `latex` is its title, escaped; `fails` why it must not be cited, "" where it may be."""

    title: str
    latex: str
    earned: str
    digest: str
    errata: list[OpenErratum] = []
    fails: str = ""


class Gone(msgspec.Struct, frozen=True):
    """A retired id."""

    reason: str
    successor: str


class BookData(msgspec.Struct, frozen=True, kw_only=True):
    """What adapters read: `book/ledger-meta.json`. `digest` is that of the registry, `version` that of this shape."""

    version: int = 1
    digest: str
    claims: dict[str, CitedClaim]
    aliases: dict[str, str]
    retired: dict[str, Gone]


class Citing(msgspec.Struct, frozen=True):
    """The text that cites: a source of the registry and its edition; "" where it does not say."""

    source: str = ""
    edition: str = ""


class Uncitable(Exception):
    """An id that is unknown, retired, or of a claim that evidence refutes; the message says which, and the mend."""


def book_data(ledger: Ledger, digest: str, *, latex: bool = True) -> BookData:
    """The adapters' data, from a ledger; without LaTeX's titles, which cost time, where only ids and tags are asked for."""
    registry = ledger.loaded.registry
    claims = {slug: _cited(view, ledger.loaded.errata, latex) for slug, view in sorted(ledger.claims.items())}
    aliases = {alias: claim.id for claim in registry.claims for alias in claim.aliases}
    retired = {grave.id: Gone(grave.reason, grave.successor or "") for grave in registry.retired}
    return BookData(digest=digest, claims=claims, aliases=aliases, retired=retired)


def _cited(view: ClaimView, errata: list[Erratum], latex: bool) -> CitedClaim:
    mine = [e for e in errata if e.claim == view.claim.id and e.status is not ErratumStatus.WITHDRAWN]
    entries = [
        OpenErratum(e.id, e.status is ErratumStatus.FIXED, [Printed(place.source, place.edition) for place in e.where])
        for e in mine
    ]
    fails = "its own evidence refutes it" if view.contradicted else ""
    title = view.claim.title
    return CitedClaim(
        title, escaped(title) if latex else "", str(view.earned.value), statement_digest(view.claim), entries, fails
    )


def cited(data: BookData, slug: str) -> tuple[str, CitedClaim]:
    """The id and the entry that a citation means. Raises Uncitable with the nearest ids or the successor."""
    slug = data.aliases.get(slug, slug)
    if (entry := data.claims.get(slug)) is not None:
        if entry.fails:
            raise Uncitable(f"claim {slug!r} must not be cited: {entry.fails}")
        return slug, entry
    if (grave := data.retired.get(slug)) is not None:
        raise Uncitable(f"claim {slug!r} is retired ({grave.reason}); its successor is {grave.successor or 'none'}")
    near = difflib.get_close_matches(slug, data.claims, 3, 0.4)
    raise Uncitable(f"there is no claim {slug!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))


def corrected_by(entry: CitedClaim, citing: Citing) -> list[str]:
    """The errata that make the citing text's sentence false. A text that does not say what it is gets all that are open."""
    return [erratum.id for erratum in entry.errata if _concerns(erratum, citing)]


def _concerns(erratum: OpenErratum, citing: Citing) -> bool:
    if not citing.source:
        return not erratum.fixed
    places = [p for p in erratum.printed if p.source == citing.source]
    if not citing.edition:
        return bool(places) and not erratum.fixed
    return any(place.edition == citing.edition for place in places)


def words(entry: CitedClaim, citing: Citing) -> str:
    """The badge: *corrected: E-0001, E-0002*, or what the claim has earned."""
    errata = corrected_by(entry, citing)
    return f"corrected: {', '.join(errata)}" if errata else entry.earned
