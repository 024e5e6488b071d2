"""Verbs about receipts: record writes them, audit reads them and runs nothing."""

from pathlib import Path
from typing import Annotated

import typer

from claimledger import shapes
from claimledger.audit import report
from claimledger.cli.chapters import cited_too
from claimledger.cli.common import HERE, WRONG_LEDGER, Ids, Json, Root, chosen, open_registry, print_json, wrong_call
from claimledger.cli.paint import console, print_remarks, print_totals
from claimledger.cli.run import progress
from claimledger.judge import Outcome
from claimledger.ledger import ClaimView, Where, assemble, make_receipt
from claimledger.model import Claim, Tier
from claimledger.verify import receipts
from claimledger.verify.fingerprint import Fingerprints
from claimledger.verify.run import Plan, verify

BROKEN = (Outcome.ERROR, Outcome.OVER_BUDGET)
"""Outcomes that get no receipt: they may be the machine's."""


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("record")(record_command)
    app.command("audit")(audit_command)


def audit_command(ids: Ids = None, root: Root = HERE, json: Json = False) -> None:
    """Re-derive every tag from receipts and bytes alone; name each receipt that is missing, stale, forged or orphaned."""
    root, loaded, prints = open_registry(root)
    ledger = assemble(root, loaded, prints, {})
    views = [ledger.claims[claim.id] for claim in chosen(loaded, ids)]
    found = cited_too(report(ledger, views, auditing=True), ledger, views)
    if json:
        print_json(shapes.verification(views, found))
    else:
        print_totals(views)
        print_remarks(found)
    raise SystemExit(WRONG_LEDGER if found.problems else 0)


def record_command(
    ids: Ids = None,
    root: Root = HERE,
    fresh: Annotated[bool, typer.Option("--fresh", help="Run again what is already known.")] = False,
    tier: Annotated[Tier, typer.Option(help="slow records everything, fast leaves slow receipts as they are.")] = Tier.FAST,
    imported: Annotated[Path | None, typer.Option("--import", help="Take receipts from this folder; run nothing.")] = None,
) -> None:
    """Run evidence and write its receipts; every other receipt stays byte for byte while it still holds."""
    root, loaded, prints = open_registry(root)
    claims = chosen(loaded, ids)
    if imported is not None:
        taken = _import(root, imported, claims, prints)
        console().print(
            f"{len(taken)} receipts taken: {', '.join(taken) or 'none that speaks of these bytes and is missing here'}"
        )
        return
    plan = Plan(frozenset(c.id for c in claims) if ids else frozenset(), tier is Tier.SLOW, frozenset(), fresh)
    with progress(False) as advance:
        results = verify(root, loaded, prints, plan, advance)
    ledger = assemble(root, loaded, prints, results)
    ran_on = receipts.read_ran_on(root / receipts.FOLDER)
    shelf = receipts.Shelf(root)
    changed = sum(_record(shelf, ledger.claims[claim.id], plan, ran_on) for claim in claims)
    if not ids:
        for slug in {slug for slug, name in ledger.orphans if not name}:
            (root / receipts.FOLDER / f"{slug}.json").unlink()
            changed += 1
    known = {f"{claim.id}/{item.id}" for claim, item in loaded.evidence()}
    receipts.write_ran_on(root, {key: entry for key, entry in ran_on.items() if key in known})
    views = [ledger.claims[claim.id] for claim in claims]
    never = [f"{v.claim.id}/{i.item.id}" for v in views for i in v.evidence if i.where is Where.NEVER]
    out = console()
    print_totals(views)
    out.print(f"{changed} receipt files written" + (f"; never ran: {', '.join(never)}" if never else ""))
    failed = [v.claim.id for v in views for i in v.evidence if i.verdict.outcome in BROKEN]
    if failed:
        out.print(f"no receipt for what raised or ran over its budget: {', '.join(sorted(set(failed)))}", style="red")
    raise SystemExit(WRONG_LEDGER if failed else 0)


def _record(shelf: receipts.Shelf, view: ClaimView, plan: Plan, ran_on: dict[str, receipts.RanOn]) -> bool:
    """Write the receipts of one claim: new where it ran here and was asked for, kept where the old one still holds."""
    kept: dict[str, receipts.Receipt] = {}
    for item in view.evidence:
        made = make_receipt(item) if plan.asks_for(view.claim, item.item) else None
        old = shelf.get(view.claim, item.item)
        key = f"{view.claim.id}/{item.item.id}"
        if made is not None and item.verdict.outcome not in BROKEN:
            kept[item.item.id] = made
            if made != old or key not in ran_on:
                ran_on[key] = receipts.ran_on(item.tools)
        elif old is not None and item.state is receipts.State.CURRENT:
            kept[item.item.id] = old
    return receipts.write(shelf.root, view.claim, kept)


def _import(root: Path, folder: Path, claims: list[Claim], prints: Fingerprints) -> list[str]:
    """Take from a folder each receipt that speaks of these bytes and is judged as it says, where none here does."""
    if not folder.is_dir():
        raise wrong_call(f"{folder} is not a folder; name the receipts folder of another run")
    ours, theirs = receipts.Shelf(root), receipts.Shelf(root, folder)
    ran_on, ran_there = receipts.read_ran_on(root / receipts.FOLDER), receipts.read_ran_on(folder)
    taken: list[str] = []
    for claim in claims:
        kept: dict[str, receipts.Receipt] = {}
        for item in claim.evidence:
            fingerprint, key = prints.of(claim, item), f"{claim.id}/{item.id}"
            shelf = ours
            here = ours.state(claim, item, fingerprint)[0] is receipts.State.CURRENT
            if not here and theirs.state(claim, item, fingerprint)[0] is receipts.State.CURRENT:
                shelf = theirs
                taken.append(key)
                ran_on |= {key: ran_there[key]} if key in ran_there else {}
            if (receipt := shelf.get(claim, item)) is not None:
                kept[item.id] = receipt
        receipts.write(root, claim, kept)
    if taken:
        receipts.write_ran_on(root, ran_on)
    return taken
