"""What is wrong with the citations of chapters, before a reader finds it.

A problem is a citation that fails a build, prose that says verified of a claim which is not, a statement that changed
since it was cited, or a sentence that stands in errata.yaml.
"""

import re
from enum import Enum

import msgspec

from claimledger.cite.badge import BookData, Citing, Uncitable, cited, corrected_by
from claimledger.cite.chapters import Chapter, Citation

SAYS_VERIFIED = re.compile(r"(?<!not )(?<!never )(?<!un)\b(verified|proved|proven|formally checked)\b", re.I)


class Fault(str, Enum):
    """What may be wrong with a citation."""

    UNCITABLE = "uncitable"
    """The id is unknown or retired, or its own evidence refutes the claim."""
    NOT_VERIFIED = "not-verified"
    """The sentence says verified, and the claim has not earned it."""
    CHANGED = "changed"
    """The statement is no longer that of the digest which is cited."""
    CORRECTED = "corrected"
    """An erratum is open against the text that cites."""


class Finding(msgspec.Struct, frozen=True):
    """One problem at one place."""

    path: str
    line: int
    claim: str
    fault: Fault
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def lint(data: BookData, texts: list[Chapter], citing: Citing) -> list[Finding]:
    """All problems. `citing` is what a text is that does not say it itself."""
    found: list[Finding] = []
    for text in texts:
        who = Citing(text.source, text.edition) if text.source else citing
        for citation in text.citations:
            found += _check(data, citation, who)
    return found


def _check(data: BookData, citation: Citation, citing: Citing) -> list[Finding]:
    def finding(fault: Fault, message: str) -> Finding:
        return Finding(citation.path, citation.line, citation.id, fault, message)

    try:
        slug, entry = cited(data, citation.id)
    except Uncitable as error:
        return [finding(Fault.UNCITABLE, str(error))]
    found = []
    if citation.as_of and citation.as_of != entry.digest:
        message = f"the statement of {slug} is no longer that of {citation.as_of}; read it again and cite as of {entry.digest}"
        found.append(finding(Fault.CHANGED, message))
    if errata := corrected_by(entry, citing):
        message = (
            f"{', '.join(errata)} is open against this text for {slug}; correct the sentence, claims erratum show {errata[0]}"
        )
        found.append(finding(Fault.CORRECTED, message))
    if citation.as_verified and not errata and entry.earned != "verified":
        found.append(
            finding(Fault.NOT_VERIFIED, f"{slug} is cited as verified, and has earned {entry.earned}; claims why {slug}")
        )
    elif entry.earned != "verified" and (said := SAYS_VERIFIED.search(citation.sentence)):
        message = f"the sentence says {said[1]}, and {slug} has earned {entry.earned}; claims why {slug}"
        found.append(finding(Fault.NOT_VERIFIED, message))
    return found
