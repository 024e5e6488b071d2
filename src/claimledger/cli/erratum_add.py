"""`claims erratum add`: from what a reader noticed to an entry whose evidence has run."""

import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import to_builtins
from msgspec.structs import replace

from claimledger.audit import report, unearned
from claimledger.cite.impact import citing
from claimledger.cli.ask import ask, choice, offer
from claimledger.cli.chapters import Chapters, citing_lines, read_chapters
from claimledger.cli.common import HERE, WRONG_LEDGER, Root, one, open_registry, wrong_call
from claimledger.cli.paint import console, print_remarks
from claimledger.cli.run import progress
from claimledger.ledger import Ledger, assemble
from claimledger.model import Claim, Erratum, ErratumStatus, Grade, PrintedPlace, Step
from claimledger.registry.change import commit
from claimledger.registry.errata import added, next_id
from claimledger.registry.load import ERRATA, Loaded
from claimledger.registry.write import item as written
from claimledger.verify.run import Plan, verify

FILED = "Filed. The author has not been told."


def add_command(
    root: Root = HERE,
    claim: Annotated[str, typer.Option(help="The claim that states what is true.")] = "",
    source: Annotated[str, typer.Option(help="The source that prints it.")] = "",
    section: Annotated[str, typer.Option(help="The section, as the source numbers it.")] = "",
    item: Annotated[int, typer.Option(help="The item within the section; 0: the whole section.")] = 0,
    edition: Annotated[str, typer.Option(help="The edition; the source's own where none is named.")] = "",
    printed: Annotated[str, typer.Option(help="What was printed, in your own words.")] = "",
    correct: Annotated[str, typer.Option(help="What is true.")] = "",
    grade: Annotated[Grade | None, typer.Option(help="How much it matters.")] = None,
    reason: Annotated[str, typer.Option(help="Why what was printed is wrong.")] = "",
    found_by: Annotated[str, typer.Option(help="Who found it.")] = "",
    refuted_by: Annotated[str, typer.Option(help="claim/evidence#control: what refutes what was printed.")] = "",
    earned_by: Annotated[str, typer.Option(help="The claim that has earned what is true.")] = "",
    note: Annotated[str, typer.Option(help="The first line of its history.")] = FILED,
    paths: Chapters = None,
) -> None:
    """File an erratum as a candidate, run its evidence, and name the chapters that cite its claim. Asks for what is missing."""
    root, loaded, _ = open_registry(root)
    texts = read_chapters(root, paths)
    about = one(loaded, claim or ask("claim", "the claim that states what is true"))
    place = _place(loaded, about, source, section, item, edition)
    words = _words(printed, correct, grade, reason, found_by)
    refuted_by = refuted_by or offer("refuted-by", f"claim/evidence#control or nothing; here are {_controls(about) or 'none'}")
    earned_by = earned_by or offer("earned-by", "the claim that has earned it, or nothing")
    erratum = Erratum(
        id=next_id(loaded.errata),
        claim=about.id,
        where=[place],
        status=ErratumStatus.CANDIDATE,
        history=[Step(date=datetime.date.today().isoformat(), status=ErratumStatus.CANDIDATE, note=note)],
        refuted_by=_control(loaded, refuted_by),
        earned_by=one(loaded, earned_by).id if earned_by else "",
        **words,
    )
    _file(root, loaded, erratum)
    good, ledger = _run(root, erratum)
    for cited in citing_lines(root, citing(ledger, texts, {about.id})):
        console().print(f"cited in {cited}")
    raise SystemExit(0 if good else WRONG_LEDGER)


def _words(printed: str, correct: str, grade: Grade | None, reason: str, found_by: str) -> dict[str, Any]:
    """What an erratum says, each part asked for where it is missing."""
    return {
        "printed": printed or ask("printed", "what was printed, in your own words"),
        "correct": correct or ask("correct", "what is true"),
        "grade": grade or Grade(choice("grade", [each.value for each in Grade])),
        "reason": reason or ask("reason", "why what was printed is wrong"),
        "found_by": found_by or ask("found-by", "who found it"),
    }


def _place(loaded: Loaded, claim: Claim, source: str, section: str, item: int, edition: str) -> PrintedPlace:
    """Where it is printed; a claim that stands at one place of the source says what is missing."""
    sources = loaded.registry.sources
    own = {place.source for place in claim.where}
    source = source or (next(iter(own)) if len(own) == 1 else ask("source", ", ".join(sources)))
    places = [place for place in claim.where if place.source == source]
    if not section and len(places) == 1:
        section, item = places[0].section, item or places[0].item or 0
    if source not in sources:
        raise wrong_call(f"source {source!r} is not declared; those there are: {', '.join(sources)}")
    section = section or ask("section", "a section")
    return PrintedPlace(source=source, section=section, item=item or None, edition=edition or sources[source].edition)


def _file(root: Path, loaded: Loaded, erratum: Erratum) -> None:
    """Show the entry, and write it."""
    print("\n".join(written(to_builtins(erratum), 0, block=True)))
    commit(root, added(root, loaded, erratum), {})
    before = (root / ERRATA).read_text(encoding="utf-8").split(f"id: {erratum.id}")[0]
    console().print(f"{ERRATA}:{before.count(chr(10)) + 1}: added {erratum.id}")


def _controls(claim: Claim) -> str:
    return ", ".join(f"{claim.id}/{item.id}#{name}" for item in claim.evidence for name in item.control)


def _control(loaded: Loaded, link: str) -> str:
    """`claim/evidence#control` with the claim's own id, where an alias was given."""
    slug, slash, rest = link.partition("/")
    return f"{one(loaded, slug).id}{slash}{rest}" if slash else link


def _run(root: Path, erratum: Erratum) -> tuple[bool, Ledger]:
    """Run the evidence of an erratum and say whether it stands; whether the claims it rests on have no problem."""
    root, loaded, prints = open_registry(root)
    ids = list(dict.fromkeys(filter(None, (erratum.refuted_by.partition("/")[0], erratum.earned_by))))
    results = {}
    if ids:
        with progress(False) as advance:
            results = verify(root, loaded, prints, Plan(frozenset(ids)), advance)
    ledger = assemble(root, loaded, prints, results)
    found = report(ledger, [ledger.claims[slug] for slug in ids]) if ids else None
    if found is not None:
        print_remarks(found)
    why = unearned(ledger, replace(erratum, status=ErratumStatus.REPORTED))
    stands = f"no more than a candidate yet: {why}" if why else "its control is refuted and its claim has earned verified"
    console().print(f"{erratum.id}: {stands}")
    return found is None or not found.problems, ledger
