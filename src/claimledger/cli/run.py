"""`claims verify`: run the evidence that is not known, judge it, and fail on any tag above what it earned."""

import sys
from typing import Annotated, Any

import typer

from claimledger import shapes
from claimledger.audit import report
from claimledger.cli.chapters import cited_too
from claimledger.cli.common import HERE, WRONG_LEDGER, Ids, Json, Root, chosen, open_registry, print_json
from claimledger.cli.paint import print_remarks, print_totals
from claimledger.ledger import Ledger, assemble
from claimledger.model import By, Tier
from claimledger.verify.run import Plan, Progress, verify


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("verify")(verify_command)


def verify_command(
    ids: Ids = None,
    root: Root = HERE,
    fresh: Annotated[bool, typer.Option("--fresh", help="Run again what is already known.")] = False,
    tier: Annotated[Tier, typer.Option(help="slow runs everything, fast leaves the slow evidence out.")] = Tier.FAST,
    strict: Annotated[bool, typer.Option("--strict", help="Count only what ran on this machine.")] = False,
    only: Annotated[list[By] | None, typer.Option(help="Run this method only; may be repeated.")] = None,
    evidence: Annotated[list[str] | None, typer.Option(help="Run the evidence of this name only; may be repeated.")] = None,
    json: Json = False,
) -> None:
    """Run evidence and say what each claim has earned."""
    root, loaded, prints = open_registry(root)
    claims = chosen(loaded, ids)
    slugs = frozenset(c.id for c in claims) if ids else frozenset()
    plan = Plan(slugs, tier is Tier.SLOW, frozenset(only or ()), fresh, frozenset(evidence or ()))
    with progress(json) as advance:
        results = verify(root, loaded, prints, plan, advance)
    ledger = assemble(root, loaded, prints, results, strict=strict)
    views = [ledger.claims[claim.id] for claim in claims]
    found = cited_too(report(ledger, views), ledger, views)
    if json:
        print_json(shapes.verification(views, found))
    else:
        _print(ledger, views, found)
    raise SystemExit(WRONG_LEDGER if found.problems else 0)


class progress:
    """A progress bar on a terminal, nothing in a pipe or beside JSON."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet or not sys.stderr.isatty()
        self.bar: Any = None

    def __enter__(self) -> Progress:
        return self._advance

    def _advance(self, done: int, total: int, name: str) -> None:
        if self.quiet:
            return
        if self.bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
            self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self.bar.start()
            self.task = self.bar.add_task("", total=total)
        self.bar.update(self.task, completed=done, description=name)

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()


def _print(ledger: Ledger, views: list[Any], found: Any) -> None:
    print_totals(views)
    print_remarks(found)
