"""The commands of docs/citing.md and docs/errata.md do what is written there, on a ledger that has what they name."""

import re
import shlex
from pathlib import Path

import pytest

from claimledger.registry.errata import MOVES
from tests.tiny import Ran, Tiny, claim, evidence

DOCS = Path(__file__).parents[1] / "docs"
EDITION = "English web edition of 2026, in which the solutions are chapter 47 (R10)"


def commands(name: str) -> list[list[str]]:
    """The calls of `claims` in the shell blocks of a page."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (DOCS / name).read_text(encoding="utf-8"), re.S | re.M)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("claims ")]


@pytest.fixture
def book(tiny: Tiny) -> Tiny:
    """A ledger with the claims that the pages name, and a chapter."""
    place = [{"source": "book", "section": "47.22", "item": 3}]
    added = evidence("added-up", control={"fifth": {"total": 11}})
    sources = {"book": {"title": "The book", "locator": "isbn:1", "edition": EDITION}}
    tiny.write(claim("heat-capacity-at-gamma-one", where=place), claim("harmonic-number-4", added, where=place), sources=sources)
    tiny.claims("record")
    sample = tiny.root / "book" / "sample"
    sample.mkdir(parents=True)
    (sample / "one.md").write_text("It is verified [@claim:heat-capacity-at-gamma-one].", encoding="utf-8")
    return tiny


def run(ledger: Tiny, monkeypatch: pytest.MonkeyPatch, name: str, number: str) -> list[tuple[str, Ran]]:
    monkeypatch.chdir(ledger.root)
    found = []
    for call in commands(name):
        ran = ledger.claims(*(number if word == "E-0099" else word for word in call))
        assert ran.code == 0, f"{shlex.join(call)}: {ran.out}{ran.err}"
        found.append((" ".join(call[:2]), ran))
    return found


def test_the_commands_of_the_page_on_citing_work(book: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(book, monkeypatch, "citing.md", "")
    assert [verb.split()[0] for verb, _ in ran] == ["export", "export", "find", "cite", "cite", "lint", "impact"]
    assert ran[3][1].out.startswith("[@claim:heat-capacity-at-gamma-one, as of ")


def test_the_commands_of_the_page_on_errata_file_one_and_take_it_to_the_sheet(
    book: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run(book, monkeypatch, "errata.md", "E-0001")
    assert len(ran) == 10
    assert "its control is refuted and its claim has earned verified" in ran[0][1].out
    assert "The fifth harmonic number is 25/12." in ran[2][1].out
    assert "E-0001  fixed" in ran[-2][1].out


def test_the_page_on_errata_has_the_table_of_moves() -> None:
    rows = re.findall(r"^\| (\w+) \| ([\w, ]+) \|", (DOCS / "errata.md").read_text(encoding="utf-8"), re.M)
    written = {status: sorted(moves.split(", ")) for status, moves in rows if status != "status"}
    assert written == {status.value: sorted(move.value for move in moves) for status, moves in MOVES.items()}
