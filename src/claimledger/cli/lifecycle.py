"""Verbs for what happens to a claim after it is registered: impact shows what rests on it; rename, retire and read edit.

An edit is written whole, receipts with it, or not at all; version control undoes it, and nothing else does.
"""

import datetime
from typing import Annotated

import typer

from claimledger.cite.impact import Impact, citing, impact
from claimledger.cli.chapters import Chapters, citing_lines, read_chapters
from claimledger.cli.common import HERE, Json, Root, one, open_ledger, open_registry, print_json, wrong_call
from claimledger.cli.paint import console
from claimledger.ledger import statement_digest
from claimledger.model import Reader, Reading
from claimledger.registry import lifecycle
from claimledger.registry.change import commit
from claimledger.verify import receipts

Id = Annotated[str, typer.Argument(metavar="ID", help="A claim, by id or alias.")]


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("impact")(impact_command)
    app.command("rename")(rename_command)
    app.command("retire")(retire_command)
    app.command("read")(read_command)


def impact_command(id: Id, root: Root = HERE, paths: Chapters = None, json: Json = False) -> None:
    """What rests on a claim: its dependants, the chapters that cite it or them, the errata that name it or them."""
    ledger = open_ledger(root)
    found = impact(ledger, one(ledger.loaded, id), read_chapters(ledger.root, paths))
    if json:
        print_json(found)
        return
    out = console()
    out.print(f"{found.id}: tagged {found.status.value}, earned {found.earned.value}")
    for title, lines in _impact(found, citing_lines(ledger.root, found.citations)):
        out.print(f"{title}: {len(lines) or 'none'}")
        for line in lines:
            out.print(f"  {line}")


def _impact(found: Impact, citations: list[str]) -> list[tuple[str, list[str]]]:
    below = [
        f"{each.id}: tagged {each.status.value}, earned {each.earned.value}"
        + (f" (through {each.through})" if each.through != found.id else "")
        for each in found.dependants
    ]
    errata = [f"{each.id}: {each.status.value}, of {each.claim}, by its {', '.join(each.fields)}" for each in found.errata]
    return [("claims that depend on it", below), ("citations", citations), ("errata", errata)]


def rename_command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The claim's id.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id that it gets; the old one goes on as an alias.")],
    root: Root = HERE,
) -> None:
    """Give a claim another id; what names it in claims.yaml and errata.yaml, and its receipts, follow."""
    root, loaded, _ = open_registry(root)
    claim = one(loaded, old)
    if claim.id != old:
        raise wrong_call(f"{old!r} is an alias of {claim.id!r}; rename {claim.id!r}")
    if loaded.claim(new) is not None:
        raise wrong_call(f"id {new!r} already belongs to a claim; ids are never reused, choose another")
    change = lifecycle.renamed(root, loaded, claim, new)
    try:
        moved = receipts.renamed(root, old, new)
    except receipts.NotItsOwn as error:
        raise wrong_call(str(error)) from None
    commit(root, change, moved)
    out = console()
    out.print(f"{old} is {new} now; {old} stays as its alias, and its receipts go with it as they are")
    for line in citing_lines(root, citing(open_ledger(root), read_chapters(root, None), {new})):
        out.print(f"  {line}")
    out.print("claims export writes anew what chapters read")


def retire_command(
    id: Id,
    reason: Annotated[str, typer.Option(help="Why; it is kept, and told to whoever cites the id.")] = "",
    successor: Annotated[str, typer.Option(help="The claim to cite in its place.")] = "",
    root: Root = HERE,
) -> None:
    """Leave a tombstone in place of a claim, and remove its receipts. Refused while something depends on it."""
    root, loaded, _ = open_registry(root)
    claim = one(loaded, id)
    heir = one(loaded, successor).id if successor else None
    if not reason.strip():
        raise wrong_call("--reason is missing; give it, it is kept")
    if heir == claim.id:
        raise wrong_call(f"{heir!r} cannot succeed itself; name another claim or none")
    cited = citing(open_ledger(root), read_chapters(root, None), {claim.id})
    commit(root, lifecycle.retired(root, loaded, claim, reason.strip(), heir), receipts.removed(root, claim.id))
    out = console()
    out.print(f"{claim.id} is retired" + (f", its successor is {heir}" if heir else "") + "; its receipts are removed")
    for line in citing_lines(root, cited):
        out.print(f"  {line}")
    if cited:
        out.print("claims verify fails until these cite another claim")


def read_command(
    id: Id,
    reader: Annotated[Reader, typer.Option("--as", help="Who compared statement and source.")],
    locator: Annotated[str, typer.Option(help="What was read, and where in it.")] = "",
    name: Annotated[str, typer.Option(help="The reader's name; a person signs with it.")] = "",
    root: Root = HERE,
) -> None:
    """Sign a reading: that the statement, as it is today, was compared with its source."""
    root, loaded, _ = open_registry(root)
    claim = one(loaded, id)
    if not locator.strip():
        raise wrong_call("--locator is missing; say what was read, and where in it")
    if reader is not Reader.MACHINE and not name.strip():
        raise wrong_call(f"--name is missing; a reading by {reader.value} is signed by a person")
    today = datetime.date.today().isoformat()
    digest = statement_digest(claim)
    reading = Reading(who=reader, date=today, locator=locator.strip(), digest=digest, name=name.strip())
    commit(root, lifecycle.read(root, loaded, claim, reading), {})
    out = console()
    for label, text in (("title", claim.title), ("statement", claim.statement), ("TeX", claim.tex), ("scope", claim.scope)):
        if text:
            out.print(f"  {label}: {text}")
    out.print(f"signed as {reader.value}{f' by {reading.name}' if reading.name else ''}, {today}, statement {digest}")
