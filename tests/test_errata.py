"""An erratum from nothing to the rendered sheet: what is written, which moves are made, what every format says."""

import contextlib
import datetime
import html.parser
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from claimledger.errata.report import FIELDS, option
from claimledger.model import ErratumStatus, Grade
from claimledger.registry.errata import MOVES
from tests.test_cli import valid
from tests.test_killed import Death, Killed
from tests.test_new import inserted
from tests.tiny import Ran, Tiny, claim, erratum, evidence, open_claim

ROOT = Path(__file__).parents[1]
TODAY = datetime.date.today().isoformat()
TEX = pytest.mark.skipif(not (shutil.which("pdflatex") and shutil.which("pdftotext")), reason="no TeX Live on this machine")
PANDOC = pytest.mark.skipif(not shutil.which("pandoc"), reason="no pandoc on this machine")
HOSTILE = (
    r"<img onerror=alert(1) src=x> & </dd> 50 % of {x_1} \end{document} \emph{is} #3 ~ ^ $ | `γ² ≥ ½` [a](javascript:b) *c* @d"
)
ELEMENTS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "br", "small", "p", "article", "dl", "dt", "dd"}
WORDS = {
    "claim": "four",
    "section": "1",
    "item": "2",
    "printed": "It is 11.",
    "correct": "It is 10.",
    "grade": "major",
    "reason": "Counted: once, #2 and again.",
    "found-by": "a reader",
    "refuted-by": "four/count#eleven",
    "earned-by": "four",
}
COMMENTED = """\
# head
errata:   # all of them

  # the first
  - id: E-0001
    claim: four   # this one
    where:
      - {source: book, section: "1", edition: first}
    printed: >-
      It is
      11.
    correct: 'It is 10.'
    grade: major
    status: candidate   # not yet
    reason: Counted.
    found_by: a test
    history:
      - date: "2026-01-02"
        status: candidate
        note: |
          Counted again.
      # more to come
    refuted_by: four/count#eleven
    earned_by: four
    # a note on the first

  - {id: E-0007, claim: four, where: [{source: book, section: "1", edition: first}], printed: a, correct: b, grade: minor,
     status: candidate, reason: c, found_by: d, history: [{date: "2026-01-02", status: candidate, note: e}],
     refuted_by: "four/count#eleven", earned_by: four}   # in one piece
# tail
"""


def add(tiny: Tiny, *more: str, **fields: str | None) -> Ran:
    """Run `claims erratum add` with every flag, or with those that `fields` gives in their place."""
    options = {**WORDS, **{name.replace("_", "-"): value for name, value in fields.items()}}
    return tiny.claims("erratum", "add", *(f"--{name}={value}" for name, value in options.items() if value is not None), *more)


def chapter(tiny: Tiny, text: str, name: str = "one.md") -> Path:
    path = tiny.root / "book" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def errata_file(tiny: Tiny) -> Path:
    return tiny.root / "errata.yaml"


def statuses(tiny: Tiny) -> dict[str, str]:
    return {erratum.id: erratum.status.value for erratum in tiny.load().errata}


def test_from_nothing_to_the_rendered_sheet(tiny: Tiny) -> None:
    tiny.write(claim())
    chapter(tiny, "It is ten [@claim:four].")
    found = add(tiny)
    assert found.code == 0, found.err
    assert tiny.runs() == ["adds_up_4"]
    assert "- id: E-0001\n  claim: four\n" in found.out
    assert "errata.yaml:2: added E-0001" in found.out
    assert "E-0001: its control is refuted and its claim has earned verified" in found.out
    assert "cited in book/one.md:1: four: It is ten [@claim:four]" in found.out
    (filed,) = tiny.load().errata
    assert (filed.printed, filed.reason, filed.found_by) == ("It is 11.", "Counted: once, #2 and again.", "a reader")
    assert [(p.source, p.section, p.item, p.edition) for p in filed.where] == [("book", "1", 2, "first")]
    assert [(s.date, s.status.value) for s in filed.history] == [(TODAY, "candidate")]
    sheet = tiny.claims("erratum", "render", "--edition", "first")
    assert sheet.code == 0
    assert "### E-0001: section 1, item 2" in sheet.out
    assert "**Witness:** four/count\\#eleven (exact), refuted on 1 of 1 instances" in sheet.out


def test_an_erratum_whose_control_is_not_refuted_is_filed_as_no_more_than_a_candidate(tiny: Tiny) -> None:
    tiny.write(open_claim("four", evidence()))
    found = add(tiny)
    assert "E-0001: no more than a candidate yet: four has earned open" in found.out
    assert add(tiny, refuted_by=None, earned_by=None).code == 0
    assert statuses(tiny) == {"E-0001": "candidate", "E-0002": "candidate"}


def test_the_edition_and_the_place_are_those_of_the_claim_where_none_is_named(tiny: Tiny) -> None:
    tiny.write(claim("four", where=[{"source": "book", "section": "3", "item": 7}]))
    assert add(tiny, section=None, item=None).code == 0
    assert [(p.section, p.item, p.edition) for p in tiny.load().errata[0].where] == [("3", 7, "first")]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_adding_keeps_every_other_byte_and_takes_the_next_free_number(tiny: Tiny, ending: str) -> None:
    tiny.write(claim())
    before = COMMENTED.replace("\n", ending).encode()
    errata_file(tiny).write_bytes(before)
    found = add(tiny)
    assert found.code == 0, found.err
    after = errata_file(tiny).read_bytes()
    assert b"- id: E-0008" in inserted(before, after)
    assert after.count(b"\r\n") in (0, after.count(b"\n"))
    assert [e.id for e in tiny.load().errata] == ["E-0001", "E-0007", "E-0008"]


@pytest.mark.parametrize("empty", ["errata: []\n", "# head\nerrata: [ ]  # none yet\n# tail\n"])
def test_the_first_erratum_goes_into_an_empty_list(tiny: Tiny, empty: str) -> None:
    tiny.write(claim())
    errata_file(tiny).write_text(empty)
    assert add(tiny).code == 0
    assert add(tiny).code == 0
    assert list(statuses(tiny)) == ["E-0001", "E-0002"]
    text = errata_file(tiny).read_text()
    assert all(comment in text for comment in re.findall("#.*", empty))
    assert "\n\n- id: E-0002" in text


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        *((name, None, f"--{name} is missing") for name in ("claim", "printed", "correct", "grade", "reason", "found-by")),
        ("claim", "foor", "did you mean four?"),
        ("grade", "huge", "huge"),
        ("source", "paper", "is not declared"),
        ("edition", "second", "edition 'second' of book is not declared"),
        ("refuted-by", "four/count#twelve", "names no control"),
        ("refuted-by", "four", "names no control"),
        ("earned-by", "five", "there is no claim"),
        ("chapters", "none.md", "is not there"),
        ("printed", "\udce9", "UTF-8"),
    ],
)
def test_a_call_that_will_not_do_says_why_and_writes_nothing(tiny: Tiny, field: str, value: str | None, what: str) -> None:
    tiny.write(claim(), errata=[])
    before = errata_file(tiny).read_bytes()
    found = add(tiny, **{field: value})
    assert found.code == 2
    assert what in found.err
    assert errata_file(tiny).read_bytes() == before
    assert tiny.runs() == []


def test_on_a_terminal_it_asks_for_what_is_missing(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.write(claim())
    asked: list[str] = []

    def answer(prompt: str, **_: object) -> str:
        asked.append(prompt.partition(" (")[0])
        return WORDS[asked[-1]]

    monkeypatch.setattr(typer, "prompt", answer)
    monkeypatch.setattr(sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    found = tiny.claims("erratum", "add")
    assert found.code == 0, found.err
    assert asked == ["claim", "printed", "correct", "grade", "reason", "found-by", "refuted-by", "earned-by"]
    assert tiny.load().errata[0].refuted_by == "four/count#eleven"


@pytest.mark.parametrize("status", ErratumStatus)
def test_an_erratum_moves_as_the_table_says_and_not_otherwise(tiny: Tiny, status: ErratumStatus) -> None:
    step = {"date": "2026-01-02", "status": status.value, "note": "n", **({"edition": "x"} if status.value == "fixed" else {})}
    entry = erratum("four", status=status.value, history=[step])
    tiny.write(claim(), errata=[entry])
    tiny.claims("record")
    for to in ErratumStatus:
        tiny.write(claim(), errata=[entry])
        edition = ["--edition=second"] if to is ErratumStatus.FIXED else []
        found = tiny.claims("erratum", "move", "E-0001", to.value, "--note=so it is", *edition)
        assert found.code == (0 if to in MOVES[status] else 2), f"{status.value} to {to.value}: {found.err}"
        assert statuses(tiny)["E-0001"] == (to if to in MOVES[status] else status).value
        assert len(tiny.load().errata[0].history) == (2 if to in MOVES[status] else 1)
        if found.code:
            assert f"it may become {', '.join(each.value for each in MOVES[status])}" in found.err


@pytest.mark.parametrize("lacks", ["refuted_by", "earned_by", "evidence", "tag"])
@pytest.mark.parametrize("to", ["reported", "confirmed"])
def test_without_a_refuting_control_and_an_earned_claim_it_stays_a_candidate_or_is_withdrawn(
    tiny: Tiny, lacks: str, to: str
) -> None:
    what = open_claim("four", evidence()) if lacks == "tag" else claim()
    tiny.write(what, errata=[erratum("four", **({lacks: ""} if lacks.endswith("_by") else {}))])
    if lacks != "evidence":
        tiny.claims("verify")
    before = errata_file(tiny).read_bytes()
    found = tiny.claims("erratum", "move", "E-0001", to, "--note=told")
    assert found.code == 2
    assert f"E-0001 cannot be {to}: " in found.err
    assert ("claims verify four" in found.err) is not lacks.endswith("_by")
    assert errata_file(tiny).read_bytes() == before
    assert tiny.claims("erratum", "withdraw", "E-0001", "--note=our mistake").code == 0


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["reported"], "--note is missing"),
        (["reported", "--note= "], "--note is missing"),
        (["fixed", "--note=n"], "cannot become fixed"),
        (["reported", "--note=n", "--edition=second"], "--edition belongs to fixed only"),
        (["nowhere", "--note=n"], "nowhere"),
    ],
)
def test_a_move_that_lacks_something_is_refused(tiny: Tiny, arguments: list[str], what: str) -> None:
    tiny.write(claim(), errata=[erratum("four")])
    tiny.claims("record")
    before = errata_file(tiny).read_bytes()
    found = tiny.claims("erratum", "move", "E-0001", *arguments)
    assert (found.code, errata_file(tiny).read_bytes()) == (2, before)
    assert what in found.err


def test_fixed_names_the_edition_and_not_the_one_that_printed_it(tiny: Tiny) -> None:
    step = {"date": "2026-01-02", "status": "confirmed", "note": "n"}
    tiny.write(claim(), errata=[erratum("four", status="confirmed", history=[step])])
    tiny.claims("record")
    move = ("erratum", "move", "E-0001", "fixed", "--note=mended")
    assert "--edition is missing" in tiny.claims(*move).err
    assert "is the edition that printed it" in tiny.claims(*move, "--edition=first").err
    assert tiny.claims(*move, "--edition=second").code == 0
    assert tiny.load().errata[0].history[-1].edition == "second"
    assert "**Status:** fixed in second" in tiny.claims("erratum", "render").out


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("id", ["E-0001", "E-0007"])
def test_a_move_changes_the_status_and_adds_a_step_and_keeps_every_other_byte(tiny: Tiny, id: str, ending: str) -> None:
    tiny.write(claim())
    before = COMMENTED.replace("\n", ending).encode()
    errata_file(tiny).write_bytes(before)
    tiny.claims("record")
    was = {e.id: e for e in tiny.load().errata}
    assert tiny.claims("erratum", "move", id, "reported", "--note=told: by letter, #1").code == 0
    now = {e.id: e for e in tiny.load().errata}
    assert now[id].history[:-1] == was[id].history
    assert (now[id].history[-1].date, now[id].history[-1].note) == (TODAY, "told: by letter, #1")
    assert [now[other] for other in was if other != id] == [was[other] for other in was if other != id]
    step = f'{{date: "{TODAY}", status: reported, note: "told: by letter, #1"}}'
    after = errata_file(tiny).read_bytes().decode()
    added = f"{ending}      - {step}" if id == "E-0001" else f", {step}"
    assert after.count(added) == 1
    start = after.index(f"id: {id}")
    undone = after[:start] + after[start:].replace(added, "").replace("status: reported", "status: candidate", 1)
    assert undone.encode() == before


def test_what_is_withdrawn_stays_in_the_ledger_and_is_named_below_the_sheet(tiny: Tiny) -> None:
    tiny.write(claim(), errata=[erratum("four"), erratum("four", id="E-0002")])
    tiny.claims("erratum", "withdraw", "E-0001", "--note=It was ours.")
    listed = tiny.claims("erratum", "list", "--json").json
    assert [(row["id"], row["status"]) for row in valid(listed, "erratum-list")] == [
        ("E-0001", "withdrawn"),
        ("E-0002", "candidate"),
    ]
    assert [r["id"] for r in tiny.claims("erratum", "list", "--status=withdrawn", "--json").json] == ["E-0001"]
    assert "withdrawn: It was ours." in tiny.claims("erratum", "show", "E-0001").out
    sheet = tiny.claims("erratum", "render")
    assert "### E-0001" not in sheet.out
    assert "Withdrawn, and not listed: E-0001." in sheet.out


def test_show_gives_the_history_and_where_it_may_go(tiny: Tiny) -> None:
    tiny.write(claim(), errata=[erratum("four")])
    shown = tiny.claims("erratum", "show", "E-0001")
    assert "  2026-01-02  candidate: Counted again." in shown.out
    assert "  may move to: reported, confirmed, withdrawn" in shown.out
    assert "  but only to candidate or withdrawn: four/count#eleven is not refuted (not-run)" in shown.out
    data = valid(tiny.claims("erratum", "show", "E-0001", "--json").json, "erratum")
    assert data["moves"] == ["reported", "confirmed", "withdrawn"]
    assert tiny.claims("erratum", "show", "E-0002").code == 2


def several(tiny: Tiny) -> Tiny:
    """Errata at places of two sources, out of order, one of them in both."""
    sources = {
        "paper": {"title": "The paper", "locator": "https://example.org/p", "edition": "version 2"},
        "book": {"title": "The book", "locator": "isbn:1", "edition": "first"},
    }

    def at(*places: tuple[str, str, int]) -> list[dict[str, Any]]:
        return [{"source": s, "section": n, "item": i, "edition": sources[s]["edition"]} for s, n, i in places]

    return tiny.write(
        claim(),
        sources=sources,
        errata=[
            erratum("four", where=at(("book", "10.2", 1))),
            erratum("four", id="E-0002", where=at(("book", "9.1", 2), ("paper", "1", 1))),
            erratum("four", id="E-0003", where=at(("book", "9.1", 1)), status="withdrawn", history=withdrawn()),
            erratum("four", id="E-0004", where=at(("book", "10.2", 1), ("book", "2", 3))),
        ],
    )


def withdrawn() -> list[dict[str, str]]:
    return [{"date": "2026-01-02", "status": "withdrawn", "note": "ours"}]


def test_a_sheet_is_sorted_by_place_edition_by_edition(tiny: Tiny) -> None:
    several(tiny)

    def shown(*flags: str) -> list[tuple[str, list[str]]]:
        sheet = valid(tiny.claims("erratum", "render", "--format=json", *flags).json, "sheet")
        return [(part["source"], [entry["id"] for entry in part["errata"]]) for part in sheet["parts"]]

    assert shown() == [("paper", ["E-0002"]), ("book", ["E-0004", "E-0002", "E-0001"])]
    assert shown("--edition=first") == shown("--edition=FIR") == [("book", ["E-0004", "E-0002", "E-0001"])]
    assert shown("--edition=version 2") == [("paper", ["E-0002"])]
    wrong = tiny.claims("erratum", "render", "--edition=third")
    assert (wrong.code, wrong.out) == (2, "")
    assert "those there are: version 2; first" in wrong.err
    assert "fits more than one edition" in tiny.claims("erratum", "render", "--edition=i").err


def hostile(tiny: Tiny) -> Tiny:
    words = {"printed": HOSTILE, "correct": f"- {HOSTILE}\n\n# {HOSTILE}", "reason": f"1. {HOSTILE}", "found_by": f"\"{HOSTILE}'"}
    source = {"title": HOSTILE, "locator": f"javascript:{HOSTILE}", "edition": "first"}
    tiny.write(claim(), sources={"book": source}, errata=[erratum("four", **words)])
    tiny.claims("record")
    return tiny


class Page(html.parser.HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_hostile_text_stays_a_text_in_html(tiny: Tiny) -> None:
    page = Page(hostile(tiny).claims("erratum", "render", "--format=html").out)
    assert set(page.tags) <= ELEMENTS
    assert "onerror" not in page.names
    assert page.text.count(HOSTILE) == 7


@PANDOC
@pytest.mark.parametrize("reader", ["gfm", "commonmark", "markdown"])
@pytest.mark.parametrize("verb", [["render", "--format=markdown"], ["report", "E-0001"]])
def test_a_hostile_text_stays_a_text_in_markdown(tiny: Tiny, reader: str, verb: list[str]) -> None:
    text = hostile(tiny).claims("erratum", *verb).out
    command = ["pandoc", "--from", reader, "--to", "html", "--wrap=none"]
    page = Page(subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout)
    assert set(page.tags) <= {"h1", "h2", "h3", "p", "ul", "li", "strong", "a"} - ({"a"} if reader != "gfm" else set())
    plain = page.text.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"')
    assert plain.count(HOSTILE) == (7 if verb[0] == "render" else 6)


def test_a_hostile_text_comes_back_whole_from_json(tiny: Tiny) -> None:
    sheet = json.loads(hostile(tiny).claims("erratum", "render", "--format=json").out)
    assert sheet["parts"][0]["errata"][0]["printed"] == HOSTILE


@TEX
def test_a_hostile_text_compiles_and_is_set_as_it_is_written(tiny: Tiny, tmp_path: Path) -> None:
    tex = hostile(tiny).claims("erratum", "render", "--format=latex")
    assert tex.code == 0, tex.err
    (tmp_path / "sheet.tex").write_text(tex.out, encoding="utf-8")
    command = ["pdflatex", "-halt-on-error", "-interaction=batchmode", "sheet.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    log = (tmp_path / "sheet.log").read_text(encoding="latin-1")
    assert done.returncode == 0, log[-2000:]
    assert "Overfull" not in log
    shown = subprocess.run(["pdftotext", "-raw", "sheet.pdf", "-"], cwd=tmp_path, capture_output=True, text=True, check=True)
    text = re.sub(r"\s+", "", shown.stdout)
    for part in (r"<imgonerror=alert(1)src=x>&</dd>50%of{x_1}\end{document}\emph{is}#3", "γ2", "candidate:notyetreported"):
        assert part in text


def test_a_character_that_latex_has_no_form_for_is_named_with_its_erratum(tiny: Tiny) -> None:
    tiny.write(claim(), errata=[erratum("four", printed="It is 😀.")])
    found = tiny.claims("erratum", "render", "--format=latex")
    assert (found.code, found.out) == (2, "")
    assert "E-0001: " in found.err
    assert "U+1F600" in found.err
    assert tiny.claims("erratum", "render", "--format=html").code == 0


def test_the_form_for_readers_has_the_fields_of_a_report(tiny: Tiny) -> None:
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "erratum.yml").read_text(encoding="utf-8"))
    fields = {part["id"]: part["attributes"] for part in form["body"] if part["type"] != "markdown"}
    assert [(name, attributes["label"]) for name, attributes in fields.items()] == [(f.id, f.label) for f in FIELDS]
    assert fields["grade"]["options"] == [option(grade) for grade in Grade]
    tiny.write(claim(), errata=[erratum("four")])
    tiny.claims("record")
    text = tiny.claims("erratum", "report", "E-0001").out
    assert re.findall("^### (.*)$", text, re.M) == [field.label for field in FIELDS]
    assert "### What is printed\n\nIt is 11.\n" in text
    assert "- The book, first, section 1\n" in text


@pytest.mark.parametrize("verb", [["add", *(f"--{k}={v}" for k, v in WORDS.items())], ["withdraw", "E-0001", "--note=n"]])
def test_killed_half_way_through_any_write_it_leaves_the_old_file_or_the_new_one(tiny: Tiny, verb: list[str]) -> None:
    tiny.write(claim())
    old = COMMENTED.encode()
    errata_file(tiny).write_bytes(old)
    tiny.claims("erratum", *verb)
    new = errata_file(tiny).read_bytes()
    for write in range(1, 20):
        errata_file(tiny).write_bytes(old)
        with pytest.MonkeyPatch.context() as patch:
            death = Death(patch, write)
            with contextlib.suppress(Killed):
                tiny.claims("erratum", *verb)
        assert errata_file(tiny).read_bytes() in (old, new), f"killed in write {write}"
        assert tiny.claims("erratum", "list").code == 0
        if not death.dead:
            break
    assert 2 <= write < 19
    assert errata_file(tiny).read_bytes() == new
