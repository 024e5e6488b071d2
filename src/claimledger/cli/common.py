"""What every verb shares: the root, the way a ledger is opened, and the way out when a file is wrong."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from claimledger.ledger import Ledger, assemble
from claimledger.model import Claim
from claimledger.registry.load import Loaded
from claimledger.registry.mirror import load_mirrored
from claimledger.registry.parse import Fault, Faults
from claimledger.store import Interrupted, finish
from claimledger.verify.fingerprint import Fingerprints
from claimledger.verify.run import Cache, Key, Result

Root = Annotated[Path, typer.Option("--root", help="The folder that holds claims.yaml.", show_default="the working directory")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Claims, by id or alias; none: all.")]
HERE = Path()
WRONG_LEDGER, WRONG_CALL = 1, 2


@contextmanager
def exit_on_faults() -> Iterator[None]:
    """Turn faults into their lines on stderr, or into JSON on stdout, and exit 2."""
    try:
        yield
    except Faults as error:
        if "--json" in sys.argv:
            remarks = [{"code": "fault", "claim": "", "evidence": "", "message": str(fault)} for fault in error.faults]
            print_json({"problems": remarks})
        for fault in error.faults:
            print(fault, file=sys.stderr)
        raise SystemExit(WRONG_CALL) from None
    except SystemExit as ending:
        if ending.code == WRONG_CALL and "--json" in sys.argv:  # Typer has said on stderr what is wrong with the call
            print_json({"problems": [{"code": "fault", "claim": "", "evidence": "", "message": "the call is wrong, see stderr"}]})
        raise


def wrong_call(what: str) -> Faults:
    """The exception for a call that names what is not there."""
    return Faults([Fault("claims", 0, what)])


def print_json(value: Any) -> None:
    """Print a value, or a Struct, as indented JSON."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def open_registry(root: Path) -> tuple[Path, Loaded, Fingerprints]:
    """The checked registry of a root, with the fingerprints of its evidence; an edit that was killed is carried out first."""
    root = root.resolve()
    try:
        finish(root)
    except Interrupted as error:
        raise wrong_call(str(error)) from None
    loaded = load_mirrored(root)
    return root, loaded, Fingerprints(root, loaded)


def open_ledger(root: Path) -> Ledger:
    """The ledger as it stands, without running anything: what is in the cache of this machine, and what is recorded."""
    root, loaded, prints = open_registry(root)
    cache = Cache(root, prints)
    known: dict[Key, Result] = {}
    for claim, item in loaded.evidence():
        if (result := cache.get(claim, item)) is not None:
            known[claim.id, item.id] = result
    return assemble(root, loaded, prints, known)


def recorded_ledger(root: Path) -> Ledger:
    """The ledger as its receipts have it: the same on every machine."""
    root, loaded, prints = open_registry(root)
    return assemble(root, loaded, prints, {})


def chosen(loaded: Loaded, ids: list[str] | None) -> list[Claim]:
    """The claims that a call names, all where it names none. Raises Faults for an unknown or retired id."""
    named = {claim.id: claim for claim in (one(loaded, slug) for slug in ids or ())}
    return list(named.values()) or loaded.registry.claims


def one(loaded: Loaded, slug: str) -> Claim:
    """The claim of that id or alias. Raises Faults, with the nearest ids or the successor."""
    import difflib

    claim = loaded.claim(slug)
    if claim is not None:
        return claim
    grave = next((r for r in loaded.registry.retired if r.id == slug), None)
    if grave is not None:
        raise wrong_call(f"claim {slug!r} is retired ({grave.reason}); its successor is {grave.successor or 'none'}")
    near = difflib.get_close_matches(slug, [c.id for c in loaded.registry.claims], 3, 0.4)
    raise wrong_call(f"there is no claim {slug!r}; " + (f"did you mean {', '.join(near)}?" if near else "claims list shows all"))
