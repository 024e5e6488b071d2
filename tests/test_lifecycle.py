"""What happens to a claim after it is registered: its tag falls, it gets another id, it is retired, somebody reads it."""

import contextlib
import datetime
from pathlib import Path
from typing import Any

import pytest

from claimledger.store import cache_folder
from tests.test_cli import valid
from tests.test_errata import chapter
from tests.test_killed import Death, Killed
from tests.test_new import BODIES, inserted
from tests.tiny import SQUARE, Tiny, claim, erratum, evidence, open_claim

TODAY = datetime.date.today().isoformat()
READ = ("--as=independent", "--name=Ada Byron", "--locator=page 3")
LINKED = """\
# head
sources:
  book: {title: The book, locator: "isbn:1", edition: first}
packages: [checks]
definitions: [checks]
retired:   # tombstones
- id: older   # was four
  reason: said twice
  successor: four
claims:

# on four
- id: four   # the id
  title: "The sum to four"
  statement: 1 + 2 + 3 + 4 = 10
  where: [{source: book, section: "1"}]
  kind: arithmetic
  quantifier: instance
  status: verified
  source_says: verified   # as it says
  evidence:
  - id: count
    by: exact
    target: checks.small:adds_up
    given: {total: 10}
    control: {eleven: {total: 11}}
    shows: The sum is counted.
  # behind four

# on five
- {id: five, title: t, statement: s, where: [{source: book, section: "2"}], kind: arithmetic, quantifier: instance,
   status: open, source_says: verified, settles: x, depends_on: [ "four" ], contradicts: []}

- id: six
  title: t
  statement: four
  where: [{source: book, section: "3"}]
  kind: arithmetic
  quantifier: instance
  status: open
  settles: x
  source_says: verified
  contradicts:
  - 'four'   # it cannot be both
  - five
# tail
"""


def bytes_of(tiny: Tiny) -> dict[str, bytes]:
    """Every file of the root but those of the cache and the checks."""
    paths = [tiny.yaml, tiny.root / "errata.yaml", *(tiny.root / "receipts").glob("*.json")]
    return {str(path.relative_to(tiny.root)): path.read_bytes() for path in paths if path.exists()}


@pytest.fixture
def linked(tiny: Tiny) -> Tiny:
    """Three claims that name each other, an erratum, a tombstone, a chapter, and receipts."""
    tiny.write(claim(), errata=[erratum("four")])
    tiny.yaml.write_text(LINKED)
    chapter(tiny, "Ten [@claim:four].\n\nIt follows [@claim:five].")
    tiny.claims("record")
    tiny.runs()
    return tiny


# Impact


def test_impact_lists_dependants_however_far_with_the_sentences_and_errata_of_all(tiny: Tiny) -> None:
    far, near = open_claim("far", depends_on=["near"]), claim("near", depends_on=["four"])
    tiny.write(claim(aliases=["vier"]), near, far, claim("other"), errata=[erratum("near"), erratum("other", id="E-0002")])
    texts = chapter(tiny, "Ten [@claim:vier].\n\nAnd so on\n[@claim:far], not [@claim:other].").parent
    found = tiny.claims("impact", "vier", "--json", "--chapters", str(texts))
    assert found.code == 0
    data = valid(found.json, "impact")
    assert (data["id"], data["status"], data["earned"]) == ("four", "verified", "open")
    assert [(d["id"], d["through"]) for d in data["dependants"]] == [("near", "four"), ("far", "near")]
    assert [(c["id"], c["line"]) for c in data["citations"]] == [("vier", 1), ("far", 4)]
    assert [(e["id"], e["fields"]) for e in data["errata"]] == [("E-0001", ["claim", "refuted_by", "earned_by"])]
    text = tiny.claims("impact", "four").out
    assert "  far: tagged open, earned open (through near)" in text
    assert "  book/one.md:4: far: And so on [@claim:far], not [@claim:other]" in text
    assert tiny.claims("impact", "other").out.splitlines()[1] == "claims that depend on it: none"
    assert tiny.claims("impact", "foor").code == 2
    assert tiny.claims("impact", "four", "--chapters", "none.md").code == 2


def test_when_a_tag_falls_verify_fails_until_claim_chapter_and_erratum_are_dealt_with(tiny: Tiny) -> None:
    told = erratum("four", status="reported", history=[{"date": "2026-01-02", "status": "reported", "note": "n"}])
    text = chapter(tiny, "This is verified [@claim:four].")
    near = claim("near", SQUARE, depends_on=["four"], kind="identity")
    tiny.write(claim(), near, errata=[told])
    assert tiny.claims("verify", "--json").codes() == []
    fallen = open_claim("four", evidence())
    tiny.write(fallen, near, errata=[told])
    assert tiny.claims("verify", "--json").codes() == ["overclaim", "unearned-erratum", "fallen-citation"]
    assert tiny.claims("verify", "near", "--json").codes() == ["overclaim"]
    tiny.write(fallen, {**near, "status": "open", "settles": "x"}, errata=[told])
    assert tiny.claims("verify", "--json").codes() == ["unearned-erratum", "fallen-citation"]
    assert tiny.claims("erratum", "withdraw", "E-0001", "--note=it fell").code == 0
    found = tiny.claims("verify", "--json").json["problems"]
    assert [(p["code"], p["claim"]) for p in found] == [("fallen-citation", "four")]
    assert found[0]["message"].startswith("book/one.md:1: the sentence says verified, and four has earned open")
    text.write_text("This is believed [@claim:four].")
    assert tiny.claims("verify", "--json").codes() == []
    tiny.claims("record")
    assert tiny.claims("audit", "--json").codes() == []


def test_a_chapter_that_cannot_be_read_is_named(tiny: Tiny) -> None:
    tiny.write(claim())
    chapter(tiny, "{", "one.ipynb")
    found = tiny.claims("verify")
    assert found.code == 2
    assert "one.ipynb is no notebook" in found.err


# Rename


def test_a_renamed_claim_is_named_anew_wherever_it_was_named(linked: Tiny) -> None:
    before = linked.yaml.read_text()
    assert linked.claims("rename", "four", "sum-to-four").code == 0
    registry = linked.load().registry
    assert [(c.id, c.aliases, c.depends_on, c.contradicts) for c in registry.claims] == [
        ("sum-to-four", ["four"], [], []),
        ("five", [], ["sum-to-four"], []),
        ("six", [], [], ["sum-to-four", "five"]),
    ]
    assert registry.retired[0].successor == "sum-to-four"
    (filed,) = linked.load().errata
    assert (filed.claim, filed.refuted_by, filed.earned_by) == ("sum-to-four", "sum-to-four/count#eleven", "sum-to-four")
    alias = "  source_says: verified   # as it says\n"
    wanted = before.replace(alias, alias + "  aliases: [four]\n").replace("id: four ", "id: sum-to-four ")
    wanted = wanted.replace("successor: four", "successor: sum-to-four").replace('[ "four" ]', "[ sum-to-four ]")
    assert linked.yaml.read_text() == wanted.replace("- 'four'   #", "- sum-to-four   #")


def test_receipts_follow_a_renamed_claim_as_they_are_and_nothing_runs_again(linked: Tiny) -> None:
    receipt, files = linked.receipt("four"), linked.files()
    assert linked.claims("rename", "four", "sum-to-four").code == 0
    assert linked.receipt("sum-to-four") == receipt
    assert sorted(linked.files()) == ["ran-on.json", "sum-to-four.json"]
    assert linked.files()["sum-to-four.json"] == files["four.json"].replace(b'"claim": "four"', b'"claim": "sum-to-four"')
    assert linked.files()["ran-on.json"] == files["ran-on.json"].replace(b'"four/count"', b'"sum-to-four/count"')
    assert linked.claims("audit", "--json").codes() == []
    assert linked.claims("verify", "--json").codes() == []
    assert linked.runs() == []
    recorded = linked.files()
    assert linked.claims("record").code == 0
    assert linked.files() == recorded
    assert linked.claims("lint", str(linked.root / "book"), "--source=other").code == 0


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("four", "five", "already belongs to a claim"),
        ("four", "four", "already belongs to a claim"),
        ("four", "older", "already belongs to a retired claim"),
        ("four", "Not A Slug", "text matching"),
        ("for", "sum", "did you mean four"),
        ("older", "sum", "is retired"),
        ("four", "other", "receipts/other.json is there already"),
    ],
)
def test_a_rename_that_will_not_do_leaves_every_file_as_it_was(linked: Tiny, old: str, new: str, what: str) -> None:
    (linked.root / "receipts" / "other.json").write_bytes(b"{}")
    before = bytes_of(linked)
    found = linked.claims("rename", old, new)
    assert found.code == 2
    assert what in found.err
    assert bytes_of(linked) == before


def test_an_alias_is_not_renamed_but_its_claim(linked: Tiny) -> None:
    assert linked.claims("rename", "four", "sum").code == 0
    assert "is an alias of 'sum'" in linked.claims("rename", "four", "other").err
    assert "already belongs to" in linked.claims("rename", "sum", "four").err
    assert linked.claims("rename", "sum", "total").code == 0
    assert linked.load().registry.claims[0].aliases == ["four", "sum"]


@pytest.mark.parametrize(("old", "new"), [('"claim": "four"', '"claim": "five"'), ("{", "[")])
def test_a_rename_does_not_mend_receipts_that_are_not_the_claims_own(linked: Tiny, old: str, new: str) -> None:
    linked.edit(old, new, "receipts/four.json")
    assert linked.claims("audit", "--json").codes() != []
    before = bytes_of(linked)
    assert linked.claims("rename", "four", "sum").code == 2
    assert bytes_of(linked) == before


def test_a_receipt_that_was_altered_is_forged_under_its_new_name_too(linked: Tiny) -> None:
    linked.edit('"instances": 1,', '"instances": 2,', "receipts/four.json")
    assert linked.claims("rename", "four", "sum").code == 0
    assert "forged" in linked.claims("audit", "--json").codes()


# Retire


def test_a_retired_claim_leaves_a_tombstone_and_no_receipts(linked: Tiny) -> None:
    linked.claims("rename", "five", "fünf".replace("ü", "u"))
    linked.claims(
        "new", "seven", "--title=t", "--statement=s", "--section=9", "--kind=analogy", "--source-says=open", "--settles=x"
    )
    for held in ("  contradicts:\n  - 'four'   # it cannot be both\n  - funf\n",):
        linked.edit(held, "")
    found = linked.claims("retire", "funf", "--reason", "said: twice #2", "--successor", "four")
    assert found.code == 0, found.err
    assert "book/one.md:3: five" in found.out
    registry = linked.load().registry
    assert [c.id for c in registry.claims] == ["four", "six", "seven"]
    graves = [(g.id, g.reason, g.successor) for g in registry.retired[1:]]
    assert graves == [("funf", "said: twice #2", "four"), ("five", "said: twice #2", "four")]
    text = linked.yaml.read_text()
    assert all(comment in text for comment in ("# tombstones", "# was four", "# behind four", "# on five", "# tail"))
    assert linked.claims("verify", "--json").codes() == ["retired-id"]
    assert "already belongs to a retired claim" in linked.claims("rename", "six", "five").err


def test_a_claim_that_something_names_is_not_retired(linked: Tiny) -> None:
    before = bytes_of(linked)
    found = linked.claims("retire", "four", "--reason=r")
    assert found.code == 2
    for what in ("five depends on it", "six contradicts it", "E-0001 names it", "it is the successor of older"):
        assert what in found.err
    assert f"claims.yaml:{LINKED[: LINKED.index('- id: four')].count(chr(10)) + 1}: four cannot be retired" in found.err
    assert linked.claims("retire", "six").code == 2
    assert linked.claims("retire", "six", "--reason=r", "--successor=six").code == 2
    assert linked.claims("retire", "six", "--reason=r", "--successor=older").code == 2
    assert bytes_of(linked) == before


def test_a_tombstones_successor_is_handed_on(tiny: Tiny) -> None:
    tiny.write(claim(), claim("sum"), retired=[{"id": "older", "reason": "r", "successor": "four"}])
    assert "(give a --successor)" in tiny.claims("retire", "four", "--reason=r").err
    assert tiny.claims("retire", "four", "--reason=r", "--successor=sum").code == 0
    assert [(g.id, g.successor) for g in tiny.load().registry.retired] == [("older", "sum"), ("four", "sum")]


def test_receipts_go_with_a_retired_claim_and_those_of_others_stay(tiny: Tiny) -> None:
    tiny.write(claim(), claim("sum"))
    tiny.claims("record")
    files = tiny.files()
    assert tiny.claims("retire", "four", "--reason=r").code == 0
    assert sorted(tiny.files()) == ["ran-on.json", "sum.json"]
    assert tiny.files()["sum.json"] == files["sum.json"]
    assert tiny.claims("audit", "--json").codes() == []
    before = tiny.files()
    tiny.claims("record")
    assert tiny.files() == before


def test_the_last_claim_can_be_retired_and_another_one_added(tiny: Tiny) -> None:
    tiny.write(open_claim("four"))
    assert tiny.claims("retire", "four", "--reason=r").code == 0
    assert tiny.load().registry.claims == []
    options = ["--title=t", "--statement=s", "--section=5", "--kind=analogy", "--source-says=open", "--settles=x"]
    assert tiny.claims("new", "added", *options).code == 0
    assert [c.id for c in tiny.load().registry.claims] == ["added"]


# Read


def test_a_reading_is_signed_with_todays_date_and_the_statement_that_was_read(linked: Tiny) -> None:
    before = linked.yaml.read_bytes()
    found = linked.claims("read", "four", *READ)
    assert found.code == 0, found.err
    assert "  statement: 1 + 2 + 3 + 4 = 10\n" in found.out
    (reading,) = linked.load().registry.claims[0].read_by
    assert (reading.who.value, reading.name, reading.locator, reading.date) == ("independent", "Ada Byron", "page 3", TODAY)
    added = inserted(before, linked.yaml.read_bytes())
    assert added.startswith(b"\n  read_by:\n  - {who: independent")
    second = linked.yaml.read_bytes()
    assert linked.claims("read", "four", "--as=machine", "--locator=page 3").code == 0
    assert inserted(second, linked.yaml.read_bytes()).count(b"\n") == 1
    rows = {row["id"]: row["read_by"] for row in linked.claims("list", "--json").json}
    assert rows["four"] == ["independent", "machine"]


def test_a_reading_goes_stale_with_the_statement_and_not_with_the_evidence(linked: Tiny) -> None:
    def readers() -> list[str]:
        return next(row["read_by"] for row in linked.claims("list", "--json").json if row["id"] == "four")

    linked.claims("read", "four", *READ)
    linked.edit("shows: The sum is counted.", "shows: It is counted.")
    assert readers() == ["independent"]
    linked.edit("statement: 1 + 2 + 3 + 4 = 10", "statement: 1 + 2 + 3 + 4 is ten")
    assert readers() == []
    assert linked.claims("read", "four", *READ).code == 0
    assert readers() == ["independent"]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--as=author", "--locator=l"], "--name is missing"),
        (["--as=independent", "--locator=l", "--name= "], "--name is missing"),
        (["--as=independent", "--name=n"], "--locator is missing"),
        (["--as=somebody", "--name=n", "--locator=l"], "somebody"),
        (["--name=n", "--locator=l"], "--as"),
    ],
)
def test_a_reading_that_is_not_signed_is_refused(linked: Tiny, arguments: list[str], what: str) -> None:
    before = linked.yaml.read_bytes()
    found = linked.claims("read", "four", *arguments)
    assert (found.code, linked.yaml.read_bytes()) == (2, before)
    assert what in found.err


# Bytes


@pytest.mark.parametrize("name", BODIES)
def test_a_file_of_any_form_keeps_its_bytes_when_it_is_read_or_renamed(tiny: Tiny, name: str) -> None:
    before = BODIES[name].encode()
    for verb in (["read", "three", *READ], ["rename", "three", "drei"]):
        tiny.yaml.write_bytes(before)
        found = tiny.claims(*verb)
        assert found.code == 0, found.err
        after = tiny.yaml.read_bytes()
        assert after.count(b"\r\n") in (0, after.count(b"\n"))
        inserted(before, after.replace(b"id: drei", b"id: three"))


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("id", ["one", "three"])
def test_a_file_of_any_form_keeps_its_comments_and_the_other_claim_when_one_is_retired(tiny: Tiny, name: str, id: str) -> None:
    tiny.yaml.write_bytes(BODIES[name].encode())
    other = tiny.load().claim({"one": "three", "three": "one"}[id])
    found = tiny.claims("retire", id, "--reason=r")
    assert found.code == 0, found.err
    registry = tiny.load().registry
    assert (registry.claims, [g.id for g in registry.retired]) == ([other], [id])
    text = tiny.yaml.read_text()
    for comment in ("# head", "# the only one", "# before one", "# before three,", "# on two lines"):
        assert comment in text


def test_a_claim_in_brackets_is_left_to_a_hand(tiny: Tiny) -> None:
    tiny.yaml.write_text(
        "sources: {book: {title: t, locator: l, edition: e}}\nclaims: [{id: one, title: t, statement: s, where: [{source: book,"
        ' section: "1"}],\n  kind: analogy, quantifier: instance, status: open, settles: x, source_says: open}]\n'
    )
    before = tiny.yaml.read_bytes()
    found = tiny.claims("retire", "one", "--reason=r")
    assert (found.code, tiny.yaml.read_bytes()) == (2, before)
    assert "claims.yaml:2: the entry does not stand on lines of its own under claims; edit by hand" in found.err
    assert tiny.claims("read", "one", *READ).code == 0
    assert tiny.claims("rename", "one", "two").code == 0


# Killed


VERBS = {
    "rename": ["rename", "four", "sum"],
    "retire": ["retire", "four", "--reason=r"],
    "read": ["read", "four", *READ],
}


@pytest.mark.parametrize("verb", VERBS)
def test_killed_half_way_through_any_write_the_next_command_finds_all_of_the_edit_or_none(tiny: Tiny, verb: str) -> None:
    def begin() -> dict[str, bytes]:
        for path in (tiny.root / "receipts").glob("*.json"):
            path.unlink()
        tiny.write(claim(), open_claim("other"), errata=[erratum("four")] if verb == "rename" else [])
        tiny.claims("record")
        return bytes_of(tiny)

    old = begin()
    tiny.claims(*VERBS[verb])
    new, seen = bytes_of(tiny), []
    for write in range(1, 30):
        begin()
        with pytest.MonkeyPatch.context() as patch:
            death = Death(patch, write)
            with contextlib.suppress(Killed):
                tiny.claims(*VERBS[verb])
        assert tiny.claims("list").code == 0
        seen.append(bytes_of(tiny))
        assert seen[-1] in (old, new), f"killed in write {write}"
        assert "forged" not in tiny.claims("audit", "--json").codes()
        if not death.dead:
            break
    assert seen[0] == old
    assert seen[-1] == new


def test_an_edit_that_was_killed_is_not_carried_out_over_what_was_written_since(linked: Tiny, tmp_path: Path) -> None:
    journal = cache_folder(linked.root) / "edit.journal"
    for write in range(1, 30):
        with pytest.MonkeyPatch.context() as patch:
            Death(patch, write)
            with contextlib.suppress(Killed):
                linked.claims("rename", "four", "sum")
        if journal.exists():
            break
    linked.edit("# tail", "# tail, written since")
    before = bytes_of(linked)
    found: Any = linked.claims("list")
    assert found.code == 2
    assert "claims.yaml has changed since an edit of several files was killed; restore it, or remove" in found.err
    assert bytes_of(linked) == before
    journal.unlink()
    assert linked.claims("list").code == 0
