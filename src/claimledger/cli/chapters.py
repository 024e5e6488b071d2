"""Chapters as verbs take them: those that are named, else those of the root's own book/."""

from pathlib import Path
from textwrap import shorten
from typing import Annotated

import typer

from claimledger.audit import Report
from claimledger.cite.chapters import Chapter, Citation, NotAChapter, chapters
from claimledger.cite.export import BOOK
from claimledger.cite.fallen import with_citations
from claimledger.cli.common import wrong_call
from claimledger.ledger import ClaimView, Ledger

Chapters = Annotated[
    list[Path] | None, typer.Option("--chapters", metavar="PATH", help="Chapters, or folders of them; book/ where none is named.")
]


def read_chapters(root: Path, paths: list[Path] | None) -> list[Chapter]:
    """The chapters at the paths, or of book/. Raises Faults."""
    try:
        return chapters(paths or [folder for folder in (root / BOOK,) if folder.is_dir()])
    except NotAChapter as error:
        raise wrong_call(str(error)) from None


def cited_too(found: Report, ledger: Ledger, views: list[ClaimView]) -> Report:
    """A report with what the root's own chapters cite and may not. Raises Faults."""
    try:
        return with_citations(found, ledger, views)
    except NotAChapter as error:
        raise wrong_call(str(error)) from None


def citing_lines(root: Path, citations: list[Citation]) -> list[str]:
    """Each citation as `path:line`, with its id and how its sentence begins."""
    return [
        f"{c.path.removeprefix(f'{root}/')}:{c.line}: {c.id}: {shorten(c.sentence, 100, placeholder=' …')}" for c in citations
    ]
