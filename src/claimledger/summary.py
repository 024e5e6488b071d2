"""What the ledger says today, written between the marks of a Markdown file: `python -m claimledger.summary README.md`.

It reads receipts and bytes alone, never the cache of a machine, so that the text is the same wherever it is written,
and a test can hold the file to it.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from claimledger.ledger import Ledger, assemble, totals
from claimledger.registry.load import load
from claimledger.store import write_whole
from claimledger.verify.fingerprint import Fingerprints
from claimledger.why import why

BLOCK = re.compile(r"(<!-- ledger: ([a-z]+)(?: ([a-z0-9-]+))? -->\n).*?(<!-- end -->)", re.S)


def recorded(root: Path) -> Ledger:
    """The ledger as its receipts have it, with nothing run."""
    loaded = load(root)
    return assemble(root, loaded, Fingerprints(root, loaded), {})


def filled(text: str, ledger: Ledger) -> str:
    """`text` with every marked block written anew. Raises KeyError for a block or a claim that does not exist."""

    def block(match: re.Match[str]) -> str:
        head, maker, slug, end = match.groups()
        return f"{head}{MAKERS[maker](ledger, slug or '')}\n{end}"

    return BLOCK.sub(block, text)


def _totals(ledger: Ledger, _: str) -> str:
    count = totals(list(ledger.claims.values()))
    earned = ", ".join(f"{n} {name}" for name, n in count.earned.items())
    outcomes = ", ".join(f"{n} {name}" for name, n in count.outcomes.items() if n)
    return f"{count.claims} claims: {earned}. {sum(count.outcomes.values())} pieces of evidence: {outcomes}."


def _claims(ledger: Ledger, _: str) -> str:
    rows = ["| claim | kind | tagged | earned | evidence that passed | errata |", "|---|---|---|---|---|---|"]
    for view in ledger.claims.values():
        passed = ", ".join(f"{i.strength.value} ({i.item.by.value})" for i in view.evidence if i.counts and i.strength)
        cells = [f"`{view.claim.id}`", view.claim.kind.value, view.claim.status.value, view.earned.value, passed or "none"]
        rows.append(f"| {' | '.join([*cells, ', '.join(view.errata) or '–'])} |")
    return "\n".join(rows)


def _why(ledger: Ledger, slug: str) -> str:
    return "\n".join(["```text", f"$ claims why {slug}", *why(ledger.claims[slug]), "```"])


MAKERS: dict[str, Callable[[Ledger, str], str]] = {"totals": _totals, "claims": _claims, "why": _why}


def main() -> None:
    """Fill the files that are named, at the root in which it runs."""
    root = Path.cwd()
    ledger = recorded(root)
    for name in sys.argv[1:]:
        path = root / name
        write_whole(root, path, filled(path.read_text(encoding="utf-8"), ledger).encode())


if __name__ == "__main__":
    main()
