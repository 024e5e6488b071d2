"""Verbs for chapters on a tiny ledger: export, cite, find, lint."""

import json
from pathlib import Path

import pytest

from claimledger.cite.chapters import SYNTAX, chapters
from tests.tiny import Tiny, claim, erratum, evidence, open_claim

WRITTEN = {
    ".md": "It holds [@claim:{}].",
    ".qmd": "It holds {{{{< claim {} >}}}}.",
    ".tex": r"It holds \claim{{{}}}.",
    ".rst": "It holds :claim:`{}`.",
    ".ipynb": '{{"cells": [{{"cell_type": "markdown", "source": ["It holds [@claim:{}]."]}}]}}',
}


@pytest.fixture
def ledger(tiny: Tiny) -> Tiny:
    """`four` earns verified, `five` is open, `six` is refuted by its evidence, and an old id is retired."""
    wrong = open_claim("six", evidence(given={"total": 12}, control={"ten": {"total": 10}}))
    gone = [{"id": "gone", "reason": "said twice", "successor": "four"}]
    tiny.write(claim("four"), open_claim("five"), wrong, retired=gone)
    tiny.claims("record")
    return tiny


def _chapter(ledger: Tiny, text: str, suffix: str = ".md") -> Path:
    path = ledger.root / "book" / f"chapter{suffix}"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _faults(ledger: Tiny, text: str, suffix: str = ".md", *flags: str) -> list[tuple[int, str, str]]:
    ran = ledger.claims("lint", str(_chapter(ledger, text, suffix)), "--json", *flags)
    assert ran.code == (1 if ran.json["problems"] else 0)
    return [(p["line"], p["claim"], p["fault"]) for p in ran.json["problems"]]


def test_every_format_of_chapter_has_an_example_here() -> None:
    assert set(WRITTEN) == set(SYNTAX)


@pytest.mark.parametrize("suffix", WRITTEN)
def test_lint_names_the_line_and_the_nearest_id_in_every_format(ledger: Tiny, suffix: str) -> None:
    text = WRITTEN[suffix]
    assert _faults(ledger, text.format("four"), suffix) == []
    ran = ledger.claims("lint", str(_chapter(ledger, "\n\n" + text.format("foor"), suffix)))
    assert ran.code == 1
    assert f"chapter{suffix}:3: there is no claim 'foor'; did you mean four?" in ran.out


def test_lint_names_the_successor_of_a_retired_id(ledger: Tiny) -> None:
    ran = ledger.claims("lint", str(_chapter(ledger, "See [@claim:gone].")))
    assert "is retired (said twice); its successor is four" in ran.out


def test_lint_refuses_a_claim_that_its_own_evidence_refutes(ledger: Tiny) -> None:
    assert _faults(ledger, "See [@claim:six].") == [(1, "six", "uncitable")]


@pytest.mark.parametrize("word", ["verified", "Proved", "formally checked"])
def test_lint_hears_prose_that_says_verified_of_a_claim_that_is_not(ledger: Tiny, word: str) -> None:
    assert _faults(ledger, f"This is {word} [@claim:five]. That is {word} [@claim:four].") == [(1, "five", "not-verified")]
    assert _faults(ledger, f"This is not {word} [@claim:five]. It was {word} elsewhere.") == []


def test_lint_tells_a_citation_as_verified_of_a_claim_that_is_not(ledger: Tiny) -> None:
    assert _faults(ledger, "See [@claim:four, verified].") == []
    assert _faults(ledger, "See [@claim:five, verified].") == [(1, "five", "not-verified")]
    assert _faults(ledger, r"See \claim[expect=verified]{five}.", ".tex") == [(1, "five", "not-verified")]


def test_lint_tells_a_citation_whose_statement_has_changed(ledger: Tiny) -> None:
    cited = ledger.claims("cite", "four").out.strip()
    assert _faults(ledger, cited) == []
    entry = claim("four", statement="1 + 2 + 3 + 4 is ten")
    ledger.write(entry)
    assert _faults(ledger, cited) == [(1, "four", "changed")]


def test_an_open_erratum_is_told_to_the_text_that_printed_it_and_to_no_other(ledger: Tiny) -> None:
    ledger.write(claim("four"), errata=[erratum("four")])
    ledger.claims("record")
    assert _faults(ledger, "See [@claim:four].") == [(1, "four", "corrected")]
    assert _faults(ledger, "---\nclaims-source: book\n---\nSee [@claim:four].") == [(4, "four", "corrected")]
    assert _faults(ledger, "See [@claim:four].", ".md", "--source", "other") == []
    assert json.loads(ledger.claims("cite", "four", "--source", "book", "--json").out)["badge"] == "corrected: E-0001"


def test_cite_refuses_an_unknown_id_and_names_the_nearest(ledger: Tiny) -> None:
    ran = ledger.claims("cite", "foor")
    assert ran.code == 2
    assert "did you mean four?" in ran.err


@pytest.mark.parametrize("path", ["none.md", "claims.yaml"])
def test_lint_refuses_a_path_that_is_no_chapter(ledger: Tiny, path: str) -> None:
    assert ledger.claims("lint", path).code == 2


def test_find_answers_from_where(ledger: Tiny) -> None:
    ledger.write(claim("four", where=[{"source": "book", "section": "1", "item": 2}]), open_claim("five"))
    assert [row["id"] for row in ledger.claims("find", "1 item 2", "--json").json] == ["four", "five"]
    assert [row["id"] for row in ledger.claims("find", "book 1, item 3", "--json").json] == ["five"]
    assert ledger.claims("find", "9").code == 1
    assert ledger.claims("find", "1 item two").code == 2
    assert ledger.claims("find", "1", "--edition", "none such").code == 2


def test_export_writes_what_the_adapters_read_and_check_tells_when_it_is_stale(ledger: Tiny) -> None:
    assert ledger.claims("export").code == 0
    assert ledger.claims("export", "--check").code == 0
    data = json.loads((ledger.root / "book" / "ledger-meta.json").read_text(encoding="utf-8"))
    assert {slug: entry["earned"] for slug, entry in data["claims"].items()} == {
        "four": "verified",
        "five": "open",
        "six": "open",
    }
    assert data["claims"]["six"]["fails"]
    assert data["digest"] == json.loads((ledger.root / "ledger.json").read_text(encoding="utf-8"))["digest"]
    ledger.write(claim("four", title="Another title"))
    assert ledger.claims("export", "--check").code == 1


def test_chapters_of_a_folder_are_all_its_texts(ledger: Tiny) -> None:
    _chapter(ledger, "[@claim:four]")
    _chapter(ledger, r"\claim{five}", ".tex")
    found = {c.id for chapter in chapters([ledger.root / "book"]) for c in chapter.citations}
    assert found == {"four", "five"}
