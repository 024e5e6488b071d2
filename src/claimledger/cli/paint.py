"""How things look on a terminal. In a pipe the same words come out plain, without colour or boxes."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

from claimledger.audit import Code, Remark, Report
from claimledger.ledger import ClaimView, totals
from claimledger.model import Status

if TYPE_CHECKING:
    from rich.console import Console

TAG_STYLE = {Status.VERIFIED: "green", Status.FOLKLORE: "yellow", Status.NUMEROLOGY: "magenta", Status.OPEN: "default"}
SUMMARISED = (Code.UNREAD, Code.MISSING, Code.STALE, Code.NOT_RUN)
"""Notices that are the same for many claims, printed as one line with a count."""


class Plain:
    """A console for pipes: the words, and nothing of the terminal, which costs a tenth of a second to load."""

    def print(self, text: str, style: str | None = None) -> None:
        """Write a line."""
        sys.stdout.write(text + "\n")


def console() -> "Console | Plain":
    """Rich's console on a terminal, a plain one elsewhere."""
    if not sys.stdout.isatty():
        return Plain()
    from rich.console import Console

    return Console(highlight=False, markup=False, soft_wrap=True)


def print_totals(views: list[ClaimView]) -> None:
    """Claims by the tag earned, evidence by outcome and by where it ran."""
    out, count = console(), totals(views)
    out.print(f"{count.claims} claims: " + ", ".join(f"{n} {name}" for name, n in count.earned.items()))
    outcomes = ", ".join(f"{n} {name}" for name, n in count.outcomes.items() if n) or "none"
    where = ", ".join(f"{n} {name}" for name, n in count.where.items() if n) or "nothing ran"
    out.print(f"{sum(count.outcomes.values())} pieces of evidence: {outcomes} ({where})")


def print_remarks(found: Report) -> None:
    """Problems, each on its line; notices, the repetitive ones counted."""
    out = console()
    for remark in found.problems:
        out.print(f"problem  {_line(remark)}", style="red")
    many = Counter(r.code for r in found.notices if r.code in SUMMARISED)
    for remark in found.notices:
        if remark.code not in SUMMARISED or many[remark.code] == 1:
            out.print(f"notice   {_line(remark)}", style="dim")
    for code, count in many.items():
        if count > 1:
            first = next(r for r in found.notices if r.code is code)
            out.print(f"notice   {code.value}: {count} times, first {first.claim}: {first.message}", style="dim")
    if not found.problems:
        out.print("no problems", style="green")


def _line(remark: Remark) -> str:
    place = "/".join(filter(None, (remark.claim, remark.evidence)))
    return f"{remark.code.value}: {place + ': ' if place else ''}{remark.message}"
