"""Chapters of the ledger's own `book/` that cite what does not stand: the problems that `verify` and `audit` list.

A tag that falls takes its dependants with it (overclaim) and its errata (unearned-erratum); here it takes the sentences.
Chapters elsewhere are not known to a ledger: `claims lint` reads those, where they are.
"""

from claimledger.audit import Code, Remark, Report
from claimledger.cite.badge import BookData, Citing, book_data
from claimledger.cite.chapters import chapters
from claimledger.cite.export import BOOK
from claimledger.cite.lint import Fault, Finding, lint
from claimledger.ledger import ClaimView, Ledger

FALLEN = (Fault.UNCITABLE, Fault.NOT_VERIFIED)
"""What a fallen tag makes of a citation; a changed statement and an open erratum are for lint."""


def with_citations(found: Report, ledger: Ledger, claims: list[ClaimView]) -> Report:
    """A report with the problems of citations behind its own. Raises NotAChapter."""
    return Report([*found.problems, *fallen_citations(ledger, claims)], found.notices)


def fallen_citations(ledger: Ledger, claims: list[ClaimView]) -> list[Remark]:
    """The problems of citations of these claims, and of unknown ids where these are all claims. Raises NotAChapter."""
    folder = ledger.root / BOOK
    texts = chapters([folder]) if folder.is_dir() else []
    if not any(text.citations for text in texts):
        return []
    data = book_data(ledger, "", latex=False)
    asked = {view.claim.id for view in claims}
    whole = len(asked) == len(ledger.claims)
    found = []
    for finding in lint(data, texts, Citing()):
        slug = data.aliases.get(finding.claim, finding.claim)
        if finding.fault in FALLEN and (slug in asked or (whole and slug not in data.claims)):
            place = f"{finding.path.removeprefix(f'{ledger.root}/')}:{finding.line}"
            found.append(Remark(_code(data, slug, finding), slug, "", f"{place}: {finding.message}"))
    return found


def _code(data: BookData, slug: str, finding: Finding) -> Code:
    if finding.fault is Fault.NOT_VERIFIED or slug in data.claims:
        return Code.FALLEN_CITATION
    return Code.RETIRED_ID if slug in data.retired else Code.UNKNOWN_ID
