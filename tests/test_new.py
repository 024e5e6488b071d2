"""`claims new` adds a claim at its place and keeps every other byte; what it is given comes back as it was written."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiny import Tiny, claim, open_claim

FIELDS = {"title": "A title", "statement": "A statement", "kind": "identity", "source-says": "verified", "settles": "a proof"}


def new(tiny: Tiny, id: str = "added", **fields: Any) -> Any:
    """Run `claims new`; `section` is 5 where nothing is said."""
    options = {**FIELDS, "section": "5", **{name.replace("_", "-"): value for name, value in fields.items()}}
    return tiny.claims("new", id, *(f"--{name}={value}" for name, value in options.items() if value is not None))


def inserted(before: bytes, after: bytes) -> bytes:
    """What was put in, at one place, with every other byte kept."""
    size = len(after) - len(before)
    places = [k for k in range(len(before) + 1) if before[:k] == after[:k] and before[k:] == after[k + size :]]
    assert size > 0
    assert places, "more than one stretch was changed"
    return after[places[0] : places[0] + size]


def order(tiny: Tiny) -> list[str]:
    return [claim.id for claim in tiny.load().registry.claims]


COMMENTED = """\
# head
sources:
  book: {title: "The  book",   locator: 'isbn:1', edition: first}   # the only one


packages: [checks]
claims:

  # before one
  - id: one
    title: "One \\u00e9 é"
    statement: >-
      folded
      text
    where: [{source: book, section: "2"}]   # here
    kind: analogy
    quantifier: instance
    status: open
    settles: x
    source_says: open


  # before three,
  # on two lines
  - id: three
    title: Three
    statement: |
      first
      # not a comment
    where:
      - {source: book, section: "10"}
    kind: analogy
    quantifier: instance
    status: open
    settles: x
    source_says: open
# tombstones
retired: []   # none yet
# tail
"""


def test_the_new_claim_is_the_one_that_was_asked_for(tiny: Tiny) -> None:
    tiny.write(claim())
    found = new(tiny, item="2", **{"for": "x=real"})
    assert found.code == 0
    added = tiny.load().registry.claims[1]
    assert (added.id, added.title, added.statement, added.settles) == ("added", "A title", "A statement", "a proof")
    assert (added.kind.value, added.quantifier.value, added.variables) == ("identity", "all", {"x": "real"})
    assert (added.status.value, added.source_says.value, added.evidence) == ("open", "verified", [])
    assert [(p.source, p.section, p.item) for p in added.where] == [("book", "5", 2)]
    line = tiny.yaml.read_text().splitlines().index('- id: "added"') + 1
    assert found.out.startswith(f"claims.yaml:{line}: added added; ")
    assert tiny.claims("verify", "added").code == 1  # nothing was checked
    assert tiny.claims("why", "added").code == 0


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("1", "added one three"),
        ("2.1", "one added three"),
        ("9", "one added three"),
        ("10.0", "one three added"),
        ("11", "one three added"),
    ],
)
def test_the_place_is_sorted_by_number_and_every_other_byte_is_kept(tiny: Tiny, section: str, wanted: str) -> None:
    tiny.yaml.write_text(COMMENTED)
    before = tiny.yaml.read_bytes()
    assert new(tiny, section=section).code == 0
    assert order(tiny) == wanted.split()
    added = inserted(before, tiny.yaml.read_bytes())
    assert b'id: "added"' in added
    text = tiny.yaml.read_text()
    assert re.search(r'\n\n  - id: "added"\n(    .*\n)+\n', text)  # a blank line on either side
    assert "# before three,\n  # on two lines\n  - id: three" in text
    assert "# before one\n  - id: one" in text
    assert "# tombstones\nretired:" in text
    assert tiny.load().claim("three").statement == "first\n# not a comment\n"  # type: ignore[union-attr]


def test_a_claim_of_another_source_goes_to_the_end_of_the_claims(tiny: Tiny) -> None:
    tiny.yaml.write_text(COMMENTED.replace("sources:\n", "sources:\n  paper: {title: t, locator: l, edition: e}\n"))
    assert new(tiny, source="paper", section="1").code == 0
    assert order(tiny) == ["one", "three", "added"]


SECTIONS = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 12), st.integers(0, 3)), min_size=1, max_size=5)


@settings(max_examples=25)
@given(SECTIONS)
def test_claims_that_are_added_in_any_order_end_up_in_order(module_tiny: Tiny, places: list[tuple[int, int, int]]) -> None:
    module_tiny.write()
    for n, (chapter, section, item) in enumerate(places):
        assert new(module_tiny, f"claim-{n}", section=f"{chapter}.{section}", item=str(item)).code == 0
    wanted = sorted(range(len(places)), key=lambda n: (places[n], n))
    assert order(module_tiny) == [f"claim-{n}" for n in wanted]


BODIES = {
    "line feeds": COMMENTED,
    "carriage returns": COMMENTED.replace("\n", "\r\n"),
    "carriage returns and no last one": COMMENTED.partition("# tombstones")[0].rstrip("\n").replace("\n", "\r\n"),
    "no last line feed": COMMENTED.rstrip("\n"),
    "blank lines at the end": COMMENTED + "\n\n\n",
    "nothing after the claims": COMMENTED.partition("# tombstones")[0],
    "nothing after the claims and no line feed": COMMENTED.partition("# tombstones")[0].rstrip("\n"),
    "a byte order mark": "\ufeff" + COMMENTED,
    "tabs after values": COMMENTED.replace("title: Three", "title: Three\t"),
    "no indent": re.sub("^  ", "", COMMENTED.replace("  book:", "    book:"), flags=re.M).replace("  book:", "    book:"),
    "more indent": COMMENTED.replace("\n  ", "\n        ").replace("\n    ", "\n    "),
    "a quoted key": COMMENTED.replace("claims:", '"claims":'),
    "claims before sources": "claims:" + COMMENTED.partition("claims:")[2] + COMMENTED.partition("claims:")[0],
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("section", ["1", "5", "99"])
def test_a_file_of_any_form_keeps_its_bytes(tiny: Tiny, name: str, section: str) -> None:
    before = BODIES[name].encode()
    tiny.yaml.write_bytes(before)
    was = {c.id: c for c in tiny.load().registry.claims}
    found = new(tiny, section=section)
    assert found.code == 0, found.err
    after = tiny.yaml.read_bytes()
    assert b'id: "added"' in inserted(before, after)
    assert after.count(b"\r\n") in (0, after.count(b"\n"))
    assert {c.id: c for c in tiny.load().registry.claims if c.id != "added"} == was


@pytest.mark.parametrize("section", ["1", "5", "99"])
@pytest.mark.parametrize("separator", ["\u0085", "\u2028"])
def test_a_line_separator_of_yaml_1_1_is_kept_or_nothing_is_written(tiny: Tiny, separator: str, section: str) -> None:
    before = COMMENTED.replace("title: Three", f'title: "Th{separator}ree"').encode()
    tiny.yaml.write_bytes(before)
    if new(tiny, section=section).code == 0:
        assert b'id: "added"' in inserted(before, tiny.yaml.read_bytes())
    else:
        assert tiny.yaml.read_bytes() == before


@pytest.mark.parametrize("empty", ["claims: []\n", "claims: []  # none yet\n", "claims: [ ]\nretired: []\n"])
def test_the_first_claim_goes_into_an_empty_list(tiny: Tiny, empty: str) -> None:
    tiny.yaml.write_text(COMMENTED.partition("claims:")[0] + empty)
    assert new(tiny).code == 0
    assert order(tiny) == ["added"]
    assert ("# none yet" in tiny.yaml.read_text()) is ("# none yet" in empty)
    assert "   # the only one" in tiny.yaml.read_text()
    assert new(tiny, "second", section="4").code == 0
    assert order(tiny) == ["second", "added"]


@pytest.mark.parametrize(
    ("id", "fields", "what"),
    [
        ("one", {}, "already belongs to a claim"),
        ("Not A Slug", {}, "text matching"),
        ("added", {"source": "paper"}, "is not declared"),
        ("added", {"item": "-1"}, "at least 1"),
        ("added", {"for": "x"}, "it has to be text"),
        ("added", {"kind": "empirical", "for": "x=real"}, "write quantifier: instance"),
        ("added", {"kind": "nonsense"}, "nonsense"),
        ("added", {"title": None}, "--title is missing"),
        ("added", {"statement": ""}, "--statement is missing"),
        ("added", {"settles": None}, "--settles is missing"),
        ("added", {"title": "\udce9"}, "UTF-8"),
    ],
)
def test_an_invalid_new_claim_leaves_the_file_untouched(tiny: Tiny, id: str, fields: dict[str, Any], what: str) -> None:
    tiny.yaml.write_text(COMMENTED)
    before, stat = tiny.yaml.read_bytes(), tiny.yaml.stat()
    found = new(tiny, id, **fields)
    assert found.code == 2
    assert what in found.err
    assert tiny.yaml.read_bytes() == before
    assert (tiny.yaml.stat().st_mtime_ns, tiny.yaml.stat().st_ino) == (stat.st_mtime_ns, stat.st_ino)


def test_a_definition_needs_nothing_that_would_settle_it(tiny: Tiny) -> None:
    tiny.write(open_claim("one"))
    assert new(tiny, kind="definition", settles=None).code == 0
    assert tiny.load().registry.claims[1].settles == ""


def test_the_mode_of_the_file_is_kept(tiny: Tiny) -> None:
    tiny.write(claim())
    tiny.yaml.chmod(0o640)
    assert new(tiny).code == 0
    assert tiny.yaml.stat().st_mode & 0o777 == 0o640


WORDS = ("--", "---", "...", "\\n", "&a", "*a", "!t", "null", "true", "0.1", "<<", "=", "~")
NASTY = st.sampled_from(
    [*"-\"':#\\{]%@`|>?~1éγ\U0001f600\ufeff\ufffe\x7f ", *WORDS, ": ", " #", "- ", "\n", "\r\n", "\t", "\u2028", "\u0085"]
)
TEXTS = st.lists(NASTY | st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=6).map("".join)


@settings(max_examples=80)
@given(TEXTS, TEXTS, TEXTS)
def test_any_text_comes_back_as_it_was_written(module_tiny: Tiny, title: str, statement: str, settles: str) -> None:
    module_tiny.write(claim("one"))
    found = new(module_tiny, title=title, statement=statement, settles=settles)
    assert found.code == 0, found.err
    added = module_tiny.load().registry.claims[1]
    assert (added.title, added.statement, added.settles) == (title, statement, settles)
    again = yaml.safe_load(module_tiny.yaml.read_bytes())["claims"][1]  # another reader agrees
    assert (again["title"], again["statement"], again["settles"]) == (title, statement, settles)


@settings(max_examples=40)
@given(TEXTS.filter(lambda name: "=" not in name), TEXTS)
def test_any_variable_and_domain_comes_back_as_it_was_written(module_tiny: Tiny, name: str, domain: str) -> None:
    module_tiny.write(claim("one"))
    found = new(module_tiny, **{"for": f"{name}={domain}"})
    assert found.code == 0, found.err
    assert module_tiny.load().registry.claims[1].variables == {name: domain}
