"""Verbs that edit: new adds a claim, relock takes a lock anew. Both write a whole file or nothing."""

import json
import sys
from typing import Annotated

import typer

from claimledger import lock
from claimledger.cli.common import HERE, Root, open_registry, wrong_call
from claimledger.cli.paint import console
from claimledger.model import Kind, Place, Quantifier, Status
from claimledger.registry.edit import add_claim


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
    title = title or _ask("title", "a title")
    statement = statement or _ask("statement", "the statement, in your own words")
    source = source or (next(iter(loaded.registry.sources)) if len(loaded.registry.sources) == 1 else _ask("source", known))
    section = section or _ask("section", "a section")
    kind = kind or Kind(_choice("kind", [k.value for k in Kind]))
    source_says = source_says or Status(_choice("source-says", [s.value for s in Status]))
    settles = settles or ("" if kind is Kind.DEFINITION else _ask("settles", "what would settle it"))
    bound = [pair.partition("=") for pair in variables or []]
    quantifier = Quantifier.ALL if bound else Quantifier.INSTANCE
    place = f"{{source: {_text(source)}, section: {_text(section)}{f', item: {item}' if item else ''}}}"
    lines = [
        f"- id: {_text(id)}",
        f"  title: {_text(title)}",
        f"  statement: {_text(statement)}",
        f"  where: [{place}]",
        f"  kind: {kind.value}",
        f"  quantifier: {quantifier.value}",
        *([f"  for: {{{', '.join(f'{_text(n)}: {_text(d)}' for n, _, d in bound)}}}"] if bound else []),
        f"  status: {Status.OPEN.value}",
        f"  source_says: {source_says.value}",
        *([f"  settles: {_text(settles)}"] if settles else []),
    ]
    line = add_claim(root, loaded, Place(source=source, section=section, item=item or None), lines)
    console().print(f"claims.yaml:{line}: added {id}; add evidence to it there, then claims verify {id} and claims why {id}")


def _text(value: str) -> str:
    """A string as YAML reads it back whatever it holds: double quotes, with escapes for what YAML does not print."""
    try:
        value.encode()
    except UnicodeEncodeError:
        raise wrong_call(f"{value!r} is not text; write it in UTF-8") from None
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)


def _ask(option: str, what: str) -> str:
    if not sys.stdin.isatty():
        raise wrong_call(f"--{option} is missing; give {what}")
    return str(typer.prompt(option))


def _choice(option: str, values: list[str]) -> str:
    given = _ask(option, " or ".join(values))
    if given not in values:
        raise wrong_call(f"{option} {given!r} is none of {', '.join(values)}; choose one")
    return given


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
