"""`claims erratum`: list, show, move, withdraw, render, report. Adding one is in `erratum_add`.

A move is refused unless it is one of `registry.errata.MOVES`, and beyond candidate unless a control refutes what was printed
and a claim has earned what is correct. Each leaves a step in the history; nothing is deleted.
"""

import datetime
import sys
from typing import Annotated

import typer
from msgspec.structs import replace

from claimledger.audit import unearned
from claimledger.cli.ask import ask
from claimledger.cli.common import HERE, Json, Root, open_ledger, open_registry, print_json, wrong_call
from claimledger.cli.erratum_add import add_command
from claimledger.cli.paint import console
from claimledger.errata.render import Format, NoForm, line, render, rows
from claimledger.errata.report import report
from claimledger.errata.sheet import Entry, ErratumShow, NoEdition, entry, place, sheet
from claimledger.ledger import Ledger
from claimledger.model import Erratum, ErratumStatus, Grade, Step
from claimledger.registry.change import commit
from claimledger.registry.errata import MOVES, moved
from claimledger.registry.load import Loaded

Id = Annotated[str, typer.Argument(metavar="ID", help="An erratum, such as E-0001.")]
Note = Annotated[str, typer.Option(help="What happened; kept in the history.")]


def register(app: typer.Typer) -> None:
    """Add the verbs, below `claims erratum`."""
    verbs = typer.Typer(
        help="What was printed and what is true: add, list, show, move, withdraw, render, report.", no_args_is_help=True
    )
    verbs.command("add")(add_command)
    verbs.command("list")(list_command)
    verbs.command("show")(show_command)
    verbs.command("move")(move_command)
    verbs.command("withdraw")(withdraw_command)
    verbs.command("render")(render_command)
    verbs.command("report")(report_command)
    app.add_typer(verbs, name="erratum")


def list_command(
    root: Root = HERE,
    status: Annotated[ErratumStatus | None, typer.Option(help="Only those of this status.")] = None,
    grade: Annotated[Grade | None, typer.Option(help="Only those of this grade.")] = None,
    json: Json = False,
) -> None:
    """All errata, withdrawn ones too."""
    ledger = open_ledger(root)
    chosen = [e for e in ledger.loaded.errata if status in (None, e.status) and grade in (None, e.grade)]
    if json:
        print_json([_entry(ledger, erratum) for erratum in chosen])
        return
    for erratum in chosen:
        first = erratum.where[0]
        more = f" and {len(erratum.where) - 1} more" if len(erratum.where) > 1 else ""
        at = f"{first.source} {place(first)}{more}"
        console().print(f"{erratum.id}  {erratum.status.value:<9}  {erratum.grade.value:<8}  {erratum.claim}  ({at})")


def _entry(ledger: Ledger, erratum: Erratum) -> Entry:
    return entry(ledger, erratum, list(erratum.where))


def show_command(id: Id, root: Root = HERE, json: Json = False) -> None:
    """One erratum, with its history and where it may go from here."""
    ledger = open_ledger(root)
    erratum = _one(ledger.loaded, id)
    if json:
        print_json(ErratumShow(erratum=erratum, entry=_entry(ledger, erratum), moves=list(MOVES[erratum.status])))
        return
    out = console()
    out.print(f"{erratum.id}, of claim {erratum.claim}")
    for each in erratum.where:
        out.print(f"  {each.source}, {place(each)}; {each.edition}")
    for label, text in rows(_entry(ledger, erratum)):
        out.print(f"  {label.lower()}: {line(text)}")
    out.print(f"  earned by: {erratum.earned_by or 'no claim yet'}")
    for step in erratum.history:
        edition = f" ({step.edition})" if step.edition else ""
        out.print(f"  {step.date}  {step.status.value}{edition}: {line(step.note)}")
    out.print(f"  may move to: {', '.join(status.value for status in MOVES[erratum.status])}")
    if why := unearned(ledger, replace(erratum, status=ErratumStatus.REPORTED)):
        out.print(f"  but only to candidate or withdrawn: {why}")


def move_command(
    id: Id,
    status: Annotated[ErratumStatus, typer.Argument(metavar="STATUS", help="Where it goes.")],
    note: Note = "",
    root: Root = HERE,
    edition: Annotated[str, typer.Option(help="For fixed: the edition that prints the correct sentence.")] = "",
) -> None:
    """Move an erratum to another status; the note says why, and is the author's reason where the author disputes it."""
    root, loaded, _ = open_registry(root)
    erratum = _one(loaded, id)
    _allowed(erratum, status, edition)
    if status not in (ErratumStatus.CANDIDATE, ErratumStatus.WITHDRAWN) and (
        why := unearned(open_ledger(root), replace(erratum, status=status))
    ):
        mend = f"claims verify {' '.join(_evidence_of(erratum))}, or " if erratum.refuted_by and erratum.earned_by else ""
        raise wrong_call(f"{id} cannot be {status.value}: {why}; {mend}name what refutes and earns it in errata.yaml")
    note = note.strip() or ask("note", "the author's reason" if status is ErratumStatus.DISPUTED else "what happened")
    step = Step(date=datetime.date.today().isoformat(), status=status, note=note, edition=edition.strip())
    commit(root, moved(root, loaded, erratum, step), {})
    console().print(f"{id} is {status.value} now" + (f", in {step.edition}" if step.edition else ""))


def _allowed(erratum: Erratum, status: ErratumStatus, edition: str) -> None:
    """Raise Faults for a move that is none, and for an edition that is missing or out of place."""
    if status not in MOVES[erratum.status]:
        may = ", ".join(each.value for each in MOVES[erratum.status])
        raise wrong_call(f"{erratum.id} is {erratum.status.value} and cannot become {status.value}; it may become {may}")
    if (status is ErratumStatus.FIXED) != bool(edition.strip()):
        wanted = "--edition is missing; name the edition that prints the correct sentence"
        raise wrong_call(wanted if status is ErratumStatus.FIXED else "--edition belongs to fixed only; leave it out")
    if edition.strip() in {each.edition for each in erratum.where}:
        raise wrong_call(f"{edition.strip()!r} is the edition that printed it; name the one that prints the correct sentence")


def _evidence_of(erratum: Erratum) -> list[str]:
    """The claims whose evidence an erratum rests on, each once."""
    return list(dict.fromkeys(filter(None, (erratum.refuted_by.partition("/")[0], erratum.earned_by))))


def withdraw_command(id: Id, note: Note = "", root: Root = HERE) -> None:
    """Say that it was no fault of the source; the erratum and its history stay."""
    move_command(id, ErratumStatus.WITHDRAWN, note, root, "")


def render_command(
    root: Root = HERE,
    edition: Annotated[str, typer.Option(help="An edition, in full or by a part that no other has; none: all.")] = "",
    format: Annotated[Format, typer.Option(help="What the sheet is written in.")] = Format.MARKDOWN,
) -> None:
    """The sheet of errata of an edition, sorted by place."""
    ledger = open_ledger(root)
    try:
        sys.stdout.write(render(sheet(ledger, edition), format))
    except (NoEdition, NoForm) as error:
        raise wrong_call(str(error)) from None


def report_command(id: Id, root: Root = HERE) -> None:
    """A reader's report, filled from an erratum, for the author's tracker or a letter."""
    ledger = open_ledger(root)
    sys.stdout.write(report(ledger, _one(ledger.loaded, id)))


def _one(loaded: Loaded, id: str) -> Erratum:
    """The erratum of that id. Raises Faults."""
    found = next((erratum for erratum in loaded.errata if erratum.id == id), None)
    if found is None:
        raise wrong_call(f"there is no erratum {id!r}; claims erratum list shows all")
    return found
