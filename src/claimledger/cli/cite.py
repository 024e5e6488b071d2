"""Verbs for chapters: export writes what they read, cite and find answer an author, lint reads what the author wrote."""

import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from claimledger.cite.badge import BookData, Citing, Uncitable, book_data, cited, words
from claimledger.cite.chapters import NotAChapter, chapters
from claimledger.cite.export import LEDGER, adapter_files, ledger_export, pretty, registry_digest
from claimledger.cite.find import Unreadable, find
from claimledger.cite.lint import Finding, lint
from claimledger.cli.common import HERE, WRONG_LEDGER, Json, Root, print_json, recorded_ledger, wrong_call
from claimledger.cli.paint import TAG_STYLE, console
from claimledger.shapes import row
from claimledger.store import write_whole

Source = Annotated[str, typer.Option(help="What a text is that does not say it itself: a source of claims.yaml.")]
Edition = Annotated[str, typer.Option(help="Its edition.")]


class Format(str, Enum):
    """A text format in which a claim is cited."""

    PANDOC = "pandoc"
    QUARTO = "quarto"
    LATEX = "latex"
    MYST = "myst"
    RST = "rst"
    TEXT = "text"


AS_WRITTEN: dict[Format, Callable[[str, str, str], str]] = {
    Format.PANDOC: lambda slug, digest, _: f"[@claim:{slug}, as of {digest}]",
    Format.QUARTO: lambda slug, digest, _: f'{{{{< claim {slug} "as of {digest}" >}}}}',
    Format.LATEX: lambda slug, digest, _: rf"\claim[asof={digest}]{{{slug}}}",
    Format.MYST: lambda slug, digest, _: f"{{claim}}`{slug} as of {digest}`",
    Format.RST: lambda slug, digest, _: f":claim:`{slug} as of {digest}`",
    Format.TEXT: lambda slug, digest, text: f"{text} (claim {slug}, statement {digest})",
}


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("export")(export_command)
    app.command("cite")(cite_command)
    app.command("find")(find_command)
    app.command("lint")(lint_command)


def export_command(
    root: Root = HERE,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 where the adapters' files are not today's.")
    ] = False,
) -> None:
    """Write ledger.json, and what the adapters of book/ read, from the registry and its receipts."""
    ledger = recorded_ledger(root)
    files = adapter_files(ledger)
    if check:
        stale = [str(name) for name, data in files.items() if not _is(ledger.root / name, data)]
        console().print(f"stale: {', '.join(stale)}; claims export" if stale else "the adapters' files are today's")
        raise SystemExit(WRONG_LEDGER if stale else 0)
    for name, data in {LEDGER: pretty(ledger_export(ledger)), **files}.items():
        write_whole(ledger.root, ledger.root / name, data)
    console().print(f"written: {', '.join(str(name) for name in (LEDGER, *files))}")


def _is(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def cite_command(
    id: Annotated[str, typer.Argument(metavar="ID", help="A claim, by id or alias.")],
    root: Root = HERE,
    format: Annotated[Format, typer.Option(help="What the chapter is written in.")] = Format.PANDOC,
    source: Source = "",
    edition: Edition = "",
    json: Json = False,
) -> None:
    """The citation of a claim, as of its statement today, for pasting; and what its badge will say."""
    data = _data(root)
    try:
        slug, entry = cited(data, id)
    except Uncitable as error:
        raise wrong_call(str(error)) from None
    badge = words(entry, Citing(source, edition))
    text = AS_WRITTEN[format](slug, entry.digest, f"{entry.title}: {badge}")
    if json:
        print_json({"id": slug, "citation": text, "badge": badge, "digest": entry.digest})
        return
    print(text)
    print(f"its badge: {badge}", file=sys.stderr)


def find_command(
    query: Annotated[str, typer.Argument(metavar="PLACE", help='SECTION or "SECTION item N", such as "47.22 item 3".')],
    root: Root = HERE,
    edition: Annotated[str, typer.Option(help="Only sources of this edition.")] = "",
    json: Json = False,
) -> None:
    """The claims at a place of a source. Exit 1 where there is none."""
    ledger = recorded_ledger(root)
    try:
        views = find(ledger, query, edition)
    except Unreadable as error:
        raise wrong_call(str(error)) from None
    if json:
        print_json([row(view) for view in views])
    for view in views if not json else ():
        errata = f"  [{', '.join(view.errata)}]" if view.errata else ""
        console().print(f"{view.earned.value:<10}  {view.claim.id}  {view.claim.title}{errata}", style=TAG_STYLE[view.earned])
    if not views and not json:
        console().print(f"no claim stands at {query}; claims coverage shows what has none")
    raise SystemExit(0 if views else WRONG_LEDGER)


def lint_command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Chapters, or folders of them.")],
    root: Root = HERE,
    source: Source = "",
    edition: Edition = "",
    json: Json = False,
) -> None:
    """What is wrong with the citations in .md, .qmd, .tex, .rst and .ipynb. Exit 1 where something is."""
    try:
        texts = chapters(paths)
    except NotAChapter as error:
        raise wrong_call(str(error)) from None
    found: list[Finding] = lint(_data(root), texts, Citing(source, edition))
    count = sum(len(text.citations) for text in texts)
    if json:
        print_json({"files": len(texts), "citations": count, "problems": found})
    else:
        for finding in found:
            print(finding)
        console().print(f"{len(texts)} files, {count} citations, {len(found)} problems")
    raise SystemExit(WRONG_LEDGER if found else 0)


def _data(root: Path) -> BookData:
    ledger = recorded_ledger(root)
    return book_data(ledger, registry_digest(ledger.root), latex=False)
