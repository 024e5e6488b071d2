"""A reader's report of an erratum: the fields of `.github/ISSUE_TEMPLATE/erratum.yml`, and how an erratum fills them.

The text is Markdown as GitHub makes it of a filled form, so that a report from here and one from a reader look alike.
"""

from collections.abc import Callable
from typing import NamedTuple

from claimledger.errata.render import markdown_text
from claimledger.errata.sheet import GRADES, place
from claimledger.ledger import Ledger
from claimledger.model import Erratum, Grade
from claimledger.why import witness


class Field(NamedTuple):
    """A field of the form: its id and label there, and the Markdown that an erratum fills it with."""

    id: str
    label: str
    fill: Callable[[Ledger, Erratum], str]


def option(grade: Grade) -> str:
    """A grade as the form offers it."""
    return f"{grade.value}: {GRADES[grade]}"


def _where(ledger: Ledger, erratum: Erratum) -> str:
    titles = {name: source.title for name, source in ledger.loaded.registry.sources.items()}
    return "\n".join(f"- {markdown_text(f'{titles[p.source]}, {p.edition}, {place(p)}')}" for p in erratum.where)


def _witness(ledger: Ledger, erratum: Erratum) -> str:
    found = witness(ledger, erratum.refuted_by)
    return markdown_text(f"{found.control} ({found.by}), {found.how}") if found else "none yet"


FIELDS = (
    Field("where", "Where it is printed", _where),
    Field("printed", "What is printed", lambda _, erratum: markdown_text(erratum.printed)),
    Field("correct", "What is correct", lambda _, erratum: markdown_text(erratum.correct)),
    Field("grade", "Grade", lambda _, erratum: option(erratum.grade)),
    Field("reason", "Reason", lambda _, erratum: markdown_text(erratum.reason)),
    Field("witness", "Witness", _witness),
    Field("claim", "Claim", lambda _, erratum: markdown_text(erratum.claim)),
    Field("found_by", "Found by", lambda _, erratum: markdown_text(erratum.found_by)),
)


def report(ledger: Ledger, erratum: Erratum) -> str:
    """The form, filled."""
    parts = [f"### {field.label}\n\n{field.fill(ledger, erratum)}" for field in FIELDS]
    return "\n\n".join([f"# {erratum.id}: {markdown_text(erratum.claim)}", *parts]) + "\n"
