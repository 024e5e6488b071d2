"""The formal sentences side by side: `python -m claimledger.formal docs/formal.md`.

For every claim with a prover among its evidence: the claim in words, the Rocq statement, the Lean statement (or *statement
wanted*), and the checks in Python. Written from the sources and the registry; whether a proof ran is for `claims why`.
"""

import re
import sys
from pathlib import Path

from claimledger.model import By, Claim, Evidence, ProverTarget
from claimledger.registry.load import load
from claimledger.store import write_whole

STATEMENTS = {By.ROCQ: Path("rocq/Statements.v"), By.LEAN: Path("lean/Ledger/Statements.lean")}
KEYWORD = {By.ROCQ: "Definition", By.LEAN: "def"}
LABEL = {By.ROCQ: "Rocq", By.LEAN: "Lean"}


def statement(root: Path, by: By, name: str) -> str:
    """The text of a predicate in its locked file, without its comment. Raises KeyError where it is not there."""
    text = (root / STATEMENTS[by]).read_text(encoding="utf-8")
    match = re.search(rf"^{KEYWORD[by]} {name}\b.*?(?=\n\s*\n|\Z)", text, re.M | re.S)
    if match is None:
        raise KeyError(f"{STATEMENTS[by]} has no {name}")
    return match[0].rstrip()


def formal(root: Path) -> str:
    """The whole page."""
    claims = [c for c in load(root).registry.claims if any(item.by in STATEMENTS for item in c.evidence)]
    head = [
        "# The formal sentences",
        "",
        "Written by `make formal` from the registry and the locked statements. A kernel proves a formal sentence, not that it is",
        "the claim's; read them against each other. Rocq's proofs run on a Debian machine and in CI. **Lean's are written and",
        "not yet built**: no toolchain has seen them, and no tag rests on them until one has.",
        "",
        "| claim | Rocq | Lean | Python |",
        "|---|---|---|---|",
    ]
    rows = [f"| [`{c.id}`](#{c.id}) | {_cell(c, By.ROCQ)} | {_cell(c, By.LEAN)} | {_python(c) or '–'} |" for c in claims]
    return "\n".join([*head, *rows, *(line for claim in claims for line in _section(root, claim))]) + "\n"


def _of(claim: Claim, by: By) -> list[Evidence]:
    return [item for item in claim.evidence if item.by is by]


def _cell(claim: Claim, by: By) -> str:
    return ", ".join(f"`{_call(item)}`" for item in _of(claim, by)) or "*statement wanted*"


def _call(item: Evidence) -> str:
    assert isinstance(item.target, ProverTarget)
    return " ".join([item.target.statement, *(a if re.fullmatch(r"[\w']+", a) else f"({a})" for a in item.given["args"])])


def _python(claim: Claim) -> str:
    return ", ".join(item.by.value for item in claim.evidence if item.by not in STATEMENTS)


def _section(root: Path, claim: Claim) -> list[str]:
    lines = ["", f"## {claim.id}", "", claim.statement.strip()]
    for by in STATEMENTS:
        items = _of(claim, by)
        if not items:
            lines += ["", f"**{LABEL[by]}**: *statement wanted*."]
        for item in items:
            assert isinstance(item.target, ProverTarget)
            built = " (written, not yet built)" if by is By.LEAN else ""
            controls = ", ".join(f"`{' '.join(c['args'])}` by `{c['proof']}`" for c in item.control.values())
            lines += [
                "",
                f"**{LABEL[by]}**{built}: `{_call(item)}` by `{item.target.module}.{item.target.proof}`; refuted: {controls}.",
            ]
            lines += [item.shows.strip(), "", f"```{'coq' if by is By.ROCQ else 'lean'}"]
            lines += [statement(root, by, item.target.statement), "```"]
    checks = [f"`{item.target}` ({item.by.value})" for item in claim.evidence if isinstance(item.target, str)]
    return [*lines, "", f"**Python**: {', '.join(checks) or 'none'}."]


def main() -> None:
    """Write the page that is named, at the root in which it runs."""
    root = Path.cwd()
    write_whole(root, root / sys.argv[1], formal(root).encode())


if __name__ == "__main__":
    main()
