"""The whole ledger as one JSON document, and the two smaller files that the adapters read.

Written from the registry and the receipts alone, never from the cache of a machine: the same bytes give the same files
everywhere, so that those which are committed can be tested to agree.
"""

from pathlib import Path

import msgspec

from claimledger import shapes
from claimledger.cite.badge import BookData, CitedClaim, OpenErratum, Printed, book_data
from claimledger.cite.latex import escaped
from claimledger.ledger import Ledger, statement_digest, totals
from claimledger.model import Claim, Erratum, Retired, Source, Status
from claimledger.registry.load import CLAIMS, ERRATA
from claimledger.store import digest

VERSION = 1
BOOK = Path("book")
META, LATEX, LEDGER = BOOK / "ledger-meta.json", BOOK / "latex" / "claims-data.tex", Path("ledger.json")


class ClaimExport(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as registered, with what it earned; `digest` is that of its statement, which readings and citations name."""

    claim: Claim
    earned: Status
    digest: str
    contradicted: bool
    held_by: list[str]
    errata: list[str]
    read_by: list[str]
    receipts: list[shapes.ReceiptShape]


class LedgerExport(msgspec.Struct, frozen=True, kw_only=True):
    """`ledger.json`. `digest` is over the bytes of claims.yaml and errata.yaml."""

    version: int
    digest: str
    counts: dict[str, int]
    evidence: dict[str, int]
    sources: dict[str, Source]
    claims: list[ClaimExport]
    errata: list[Erratum]
    retired: list[Retired]


def registry_digest(root: Path) -> str:
    """The digest of the registry: of both files as they are."""
    return digest((root / name).read_bytes() for name in (CLAIMS, ERRATA) if (root / name).is_file())[:16]


def ledger_export(ledger: Ledger) -> LedgerExport:
    """The whole ledger."""
    views, registry = list(ledger.claims.values()), ledger.loaded.registry
    count = totals(views)
    return LedgerExport(
        version=VERSION,
        digest=registry_digest(ledger.root),
        counts=count.earned,
        evidence=count.outcomes,
        sources=registry.sources,
        claims=[
            ClaimExport(
                claim=view.claim,
                earned=view.earned,
                digest=statement_digest(view.claim),
                contradicted=view.contradicted,
                held_by=view.held_by,
                errata=view.errata,
                read_by=[reader.value for reader in view.read],
                receipts=[shapes.receipt(view, item) for item in view.evidence],
            )
            for view in views
        ],
        errata=ledger.loaded.errata,
        retired=registry.retired,
    )


def adapter_files(ledger: Ledger) -> dict[Path, bytes]:
    """What the adapters read, by path below the root."""
    data = book_data(ledger, registry_digest(ledger.root))
    return {META: pretty(data), LATEX: latex_data(data).encode()}


def pretty(value: object) -> bytes:
    """A value as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def read_book_data(path: Path) -> BookData:
    """The adapters' data from its file. Raises OSError or msgspec.MsgspecError."""
    return msgspec.json.decode(path.read_bytes(), type=BookData)


def latex_data(data: BookData) -> str:
    r"""The whole file. Ids and digests hold no character that TeX reads otherwise; titles and reasons are escaped.

    `\ClaimsErratum{claim}{erratum}{fixed}{source}{edition}` stands once for each text in which it was printed.
    """
    lines = [f"% Written by claims export from the registry with digest {data.digest}.", f"\\ClaimsData{{{data.version}}}"]
    lines += [line for slug, entry in data.claims.items() for line in _claim(slug, entry)]
    lines += [rf"\ClaimsAlias{{{alias}}}{{{slug}}}" for alias, slug in data.aliases.items()]
    lines += [rf"\ClaimsRetired{{{s}}}{{{escaped(grave.reason)}}}{{{grave.successor}}}" for s, grave in data.retired.items()]
    return "\n".join(lines) + "\n"


def _claim(slug: str, entry: CitedClaim) -> list[str]:
    head = rf"\ClaimsClaim{{{slug}}}{{{entry.earned}}}{{{entry.latex}}}{{{entry.digest}}}{{{escaped(entry.fails)}}}"
    errata = [(erratum, place) for erratum in entry.errata for place in erratum.printed]
    return [head, *(_erratum(slug, erratum, place) for erratum, place in errata)]


def _erratum(slug: str, erratum: OpenErratum, place: Printed) -> str:
    state = "fixed" if erratum.fixed else "open"
    return rf"\ClaimsErratum{{{slug}}}{{{erratum.id}}}{{{state}}}{{{place.source}}}{{{escaped(place.edition)}}}"
