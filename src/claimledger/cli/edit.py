"""Verbs that edit: new adds a claim, relock takes a lock anew. Both write a whole file or nothing."""

from typing import Annotated

import typer

from claimledger import lock
from claimledger.cli.ask import ask, choice
from claimledger.cli.common import HERE, Root, open_registry, wrong_call
from claimledger.cli.paint import console
from claimledger.model import Kind, Place, Quantifier, Status
from claimledger.registry.edit import add_claim
from claimledger.registry.write import quoted


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("new")(new_command)
    app.command("relock")(relock_command)


def new_command(
    id: Annotated[str, typer.Argument(metavar="ID", help="Kebab-case, about the content, permanent.")],
    root: Root = HERE,
    title: Annotated[str, typer.Option(help="A few words.")] = "",
    statement: Annotated[str, typer.Option(help="The claim in your own words, with its domain.")] = "",
    source: Annotated[str, typer.Option(help="A source declared in claims.yaml.")] = "",
    section: Annotated[str, typer.Option(help="The section, as the source numbers it.")] = "",
    item: Annotated[int, typer.Option(help="The item within the section; 0: the whole section.")] = 0,
    kind: Annotated[Kind | None, typer.Option(help="What sort of sentence it is.")] = None,
    source_says: Annotated[Status | None, typer.Option(help="The bucket that the source gives or implies.")] = None,
    settles: Annotated[str, typer.Option(help="What would settle it.")] = "",
    variables: Annotated[list[str] | None, typer.Option("--for", help="NAME=DOMAIN, where it holds for all.")] = None,
) -> None:
    """Add a claim, open and without evidence, at its place in claims.yaml. Asks for what is missing on a terminal."""
    root, loaded, _ = open_registry(root)
    known = ", ".join(loaded.registry.sources)
    title = title or ask("title", "a title")
    statement = statement or ask("statement", "the statement, in your own words")
    source = source or (next(iter(loaded.registry.sources)) if len(loaded.registry.sources) == 1 else ask("source", known))
    section = section or ask("section", "a section")
    kind = kind or Kind(choice("kind", [k.value for k in Kind]))
    source_says = source_says or Status(choice("source-says", [s.value for s in Status]))
    settles = settles or ("" if kind is Kind.DEFINITION else ask("settles", "what would settle it"))
    bound = [pair.partition("=") for pair in variables or []]
    quantifier = Quantifier.ALL if bound else Quantifier.INSTANCE
    place = f"{{source: {quoted(source)}, section: {quoted(section)}{f', item: {item}' if item else ''}}}"
    lines = [
        f"- id: {quoted(id)}",
        f"  title: {quoted(title)}",
        f"  statement: {quoted(statement)}",
        f"  where: [{place}]",
        f"  kind: {kind.value}",
        f"  quantifier: {quantifier.value}",
        *([f"  for: {{{', '.join(f'{quoted(n)}: {quoted(d)}' for n, _, d in bound)}}}"] if bound else []),
        f"  status: {Status.OPEN.value}",
        f"  source_says: {source_says.value}",
        *([f"  settles: {quoted(settles)}"] if settles else []),
    ]
    line = add_claim(root, loaded, Place(source=source, section=section, item=item or None), lines)
    console().print(f"claims.yaml:{line}: added {id}; add evidence to it there, then claims verify {id} and claims why {id}")


def relock_command(
    why: Annotated[str, typer.Option(help="Why the formal statements changed; kept in the lock's history.")],
    root: Root = HERE,
) -> None:
    """Lock the provers' Definitions and Statements as they are now."""
    root, _, _ = open_registry(root)
    if not why.strip():
        raise wrong_call("--why is empty; give the reason, it is kept")
    for folder in lock.FILES:
        if (root / folder).is_dir():
            try:
                changed = lock.relock(root, folder, why.strip())
            except lock.Unreadable as error:
                raise wrong_call(str(error)) from None
            console().print(f"{folder}: {'locked' if changed else 'unchanged'}")
