"""Verbs that only read: list, show, why, coverage."""

from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer

from claimledger import shapes
from claimledger.cli.common import HERE, Ids, Json, Root, chosen, one, open_ledger, print_json
from claimledger.cli.paint import TAG_STYLE, console
from claimledger.ledger import ClaimView, Ledger
from claimledger.model import Source
from claimledger.why import why

Id = Annotated[str, typer.Argument(metavar="ID", help="A claim, by id or alias.")]


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("list")(list_command)
    app.command("show")(show_command)
    app.command("why")(why_command)
    app.command("coverage")(coverage_command)


def list_command(root: Root = HERE, json: Json = False) -> None:
    """All claims, with the tag each has and the tag it earned."""
    views = list(open_ledger(root).claims.values())
    if json:
        print_json([shapes.row(view) for view in views])
        return
    width = max((len(view.claim.id) for view in views), default=0)
    out = console()
    for view in views:
        mark = "" if not view.overclaimed else f"  (tagged {view.claim.status.value})"
        errata = f"  [{', '.join(view.errata)}]" if view.errata else ""
        text = f"{view.earned.value:<10}  {view.claim.id:<{width}}  {view.claim.title}{mark}{errata}"
        out.print(text, style=TAG_STYLE[view.earned])


def show_command(id: Id, root: Root = HERE, json: Json = False) -> None:
    """One claim as it is registered, with its places and its evidence."""
    ledger = open_ledger(root)
    view = ledger.claims[one(ledger.loaded, id).id]
    if json:
        print_json({**_record(view), "receipts": [shapes.receipt(view, item) for item in view.evidence]})
        return
    claim = view.claim
    out = console()
    out.print(f"{claim.id}: {claim.title}")
    out.print(f"  {claim.statement}")
    if claim.tex:
        out.print(f"  TeX: {claim.tex}")
    for place in claim.where:
        item = f", item {place.item}" if place.item else ""
        out.print(f"  in {ledger.loaded.registry.sources[place.source].title}, section {place.section}{item}")
    out.print(f"  {claim.kind.value}, {claim.quantifier.value}; tagged {claim.status.value}, earned {view.earned.value}")
    for name, others in (("depends on", claim.depends_on), ("contradicts", claim.contradicts), ("errata", view.errata)):
        if others:
            out.print(f"  {name}: {', '.join(others)}")
    for piece in view.evidence:
        target = piece.item.target if isinstance(piece.item.target, str) else piece.item.target.proof
        out.print(f"  {piece.item.id} by {piece.item.by.value}: {target} ({piece.verdict.outcome.value}, {piece.where.value})")
    out.print(f"  claims.yaml:{ledger.loaded.lines[claim.id]}; the reasoning: claims why {claim.id}")


def _record(view: ClaimView) -> dict[str, object]:
    fields = msgspec.to_builtins(view.claim)
    return {**fields, "earned": view.earned, "errata": view.errata}


def why_command(id: Id, root: Root = HERE, json: Json = False) -> None:
    """How a claim came by its tag: receipt by receipt, what is missing, and the command that would get it."""
    ledger = open_ledger(root)
    view = ledger.claims[one(ledger.loaded, id).id]
    lines = why(view)
    if json:
        print_json({"id": view.claim.id, "status": view.claim.status, "earned": view.earned, "lines": lines})
        return
    out = console()
    for line in lines:
        out.print(line, style=None if line.startswith(" ") else "bold")


def coverage_command(ids: Ids = None, root: Root = HERE, json: Json = False) -> None:
    """Which items of each source's sections have claims, and which have none."""
    ledger = open_ledger(root)
    rows = list(coverage(ledger, [claim.id for claim in chosen(ledger.loaded, ids)]))
    if json:
        print_json(rows)
        return
    out = console()
    for row in rows:
        missing = ", ".join(map(str, row.missing)) or "none"
        of = f"{len(row.covered)} of {row.items} items" if row.items else f"{len(row.claims)} claims"
        out.print(
            f"{row.source} {row.section:<8} {of}, without a claim: {missing}"
            if row.items
            else f"{row.source} {row.section}: {of}"
        )
    items, covered = sum(row.items for row in rows), sum(len(row.covered) for row in rows)
    out.print(f"{covered} of {items} items have a claim")


def coverage(ledger: Ledger, ids: list[str]) -> Iterator[shapes.SectionRow]:
    """The rows of a coverage report: every declared section, and every other that a claim names."""
    places = [(place, slug) for slug in ids for place in ledger.claims[slug].claim.where]
    for key, source in ledger.loaded.registry.sources.items():
        for section in _sections(source, [p.section for p, _ in places if p.source == key]):
            here = [(p.item, slug) for p, slug in places if (p.source, p.section) == (key, section)]
            items = source.sections.get(section, 0)
            covered = sorted({item for item, _ in here if item})
            missing = [n for n in range(1, items + 1) if n not in covered]
            yield shapes.SectionRow(key, section, items, sorted({slug for _, slug in here}), covered, missing)


def _sections(source: Source, named: list[str]) -> list[str]:
    return list(dict.fromkeys([*source.sections, *named]))
