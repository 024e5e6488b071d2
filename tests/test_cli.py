"""The command: shapes of its JSON, exit codes, what it says to a wrong call, and plain text in a pipe."""

import contextlib
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from claimledger import schema
from claimledger.audit import Code
from claimledger.judge import Outcome
from claimledger.model import Status
from tests.test_registry import ERRATA, REGISTRY
from tests.tiny import COMMAND, COMMUTES, MEAN, ROOT_OF_TWO, SQUARE, Tiny, claim, evidence, open_claim, plain_yaml

SCHEMAS = Path(__file__).parents[1] / "schema"


def valid(value: Any, name: str) -> Any:
    """The value, after the committed schema of that name has taken it."""
    jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_bytes())).validate(value)
    return value


@pytest.fixture
def mixed(tiny: Tiny) -> Tiny:
    """Claims of several tags with evidence of several outcomes."""
    erratum = {"id": "E-0001", "claim": "four", "where": [{"source": "book", "section": "1", "edition": "first"}]}
    more = {"printed": "11", "correct": "10", "grade": "major", "status": "candidate", "reason": "r", "found_by": "f"}
    history = [{"date": "2026-11-23", "status": "candidate", "note": "n"}]
    return tiny.write(
        claim("four", evidence(), ROOT_OF_TWO, SQUARE, COMMUTES, MEAN, where=[{"source": "book", "section": "2", "item": 1}]),
        claim("wrong", evidence(given={"total": 12})),
        open_claim("open", evidence("slow", tier="slow", given={"total": 3, "n": 2})),
        sources={"book": {"title": "The book", "locator": "isbn:1", "edition": "first", "sections": {"1": 2, "2": 3}}},
        errata=[{**erratum, **more, "history": history}],
    )


# Schemas


def test_the_committed_schemas_are_those_of_the_types() -> None:
    assert {path.name: path.read_bytes() for path in SCHEMAS.iterdir()} == schema.schemas()


@pytest.mark.parametrize("name", sorted(schema.SCHEMAS))
def test_a_committed_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads((SCHEMAS / f"{name}.schema.json").read_bytes()))


def as_json(text: str) -> Any:
    from claimledger.registry.parse import parse_bytes

    return json.loads(json.dumps(parse_bytes(text.encode(), "f")))


def test_the_schemas_of_the_registry_take_what_the_loader_takes() -> None:
    valid(as_json(REGISTRY), "claims")
    valid(as_json(ERRATA), "errata")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    kind: arithmetic\n", "    kind: arithmetic\n    statsu: x\n"),
        ("    kind: arithmetic\n", ""),
        ("status: open", "status: opne"),
        ("- id: square", "- id: The Square"),
        ("title: A square", "title: 12"),
        ('section: "1", item: 1', 'section: "1", item: 0'),
        ("{module: Square, statement: SquareOf, proof: square}", "{module: Square}"),
    ],
)
def test_the_schema_of_the_registry_refuses_what_the_loader_refuses_of_its_shape(old: str, new: str) -> None:
    assert REGISTRY.count(old) == 1
    with pytest.raises(jsonschema.ValidationError):
        valid(as_json(REGISTRY.replace(old, new)), "claims")


def test_every_recorded_file_is_as_its_schema_says(mixed: Tiny) -> None:
    mixed.claims("record")
    for slug in ("four", "wrong"):
        file = json.loads((mixed.root / "receipts" / f"{slug}.json").read_bytes())
        valid(file, "receipt")
        with pytest.raises(jsonschema.ValidationError):
            valid({**file, "more": 1}, "receipt")


# Shapes


def test_verify_and_audit_print_the_shape_of_their_schema(mixed: Tiny) -> None:
    for verb in ("verify", "audit"):
        found = valid(mixed.claims(verb, "--json").json, "verify")
        assert set(found) == {"claims", "counts", "evidence", "problems", "notices", "receipts"}
        assert list(found["counts"]) == ["verified", "folklore", "numerology", "open"] == [s.value for s in Status]
        assert set(found["evidence"]) == {o.value for o in Outcome}
        for remark in found["problems"] + found["notices"]:
            assert set(remark) == {"code", "claim", "evidence", "message"}
            assert remark["code"] in {code.value for code in Code}
            assert remark["message"]
        keys = {"claim", "evidence", "by", "outcome", "where", "strength", "covers", "controls"}
        assert [set(receipt) for receipt in found["receipts"]] == [keys] * 7
        assert sum(found["evidence"].values()) == 7
        assert sum(found["counts"].values()) == found["claims"] == 3


def test_a_receipt_says_on_how_many_instances_each_control_failed(mixed: Tiny) -> None:
    receipts = {f"{r['claim']}/{r['evidence']}": r for r in mixed.claims("verify", "--json").json["receipts"]}
    assert receipts["four/count"] == {
        "claim": "four",
        "evidence": "count",
        "by": "exact",
        "outcome": "passed",
        "where": "here",
        "strength": "enclosed",
        "covers": "instances",
        "controls": {"eleven": {"outcome": "refuted", "instances": 1}},
    }
    assert receipts["four/cases"]["controls"]["one"]["instances"] > 10
    assert receipts["wrong/count"]["strength"] is None
    assert receipts["open/slow"]["controls"] == {}


def test_list_prints_the_shape_of_its_schema(mixed: Tiny) -> None:
    mixed.claims("verify")
    rows = valid(mixed.claims("list", "--json").json, "list")
    assert rows[0] == {
        "id": "four",
        "title": "The sum to four",
        "kind": "arithmetic",
        "quantifier": "instance",
        "status": "verified",
        "earned": "verified",
        "source_says": "verified",
        "where": [{"source": "book", "section": "2", "item": 1}],
        "errata": ["E-0001"],
        "read_by": [],
    }
    assert [(row["id"], row["earned"]) for row in rows] == [("four", "verified"), ("wrong", "open"), ("open", "open")]


def test_coverage_prints_the_shape_of_its_schema_and_what_has_no_claim(mixed: Tiny) -> None:
    rows = valid(mixed.claims("coverage", "--json").json, "coverage")
    assert rows == [
        {"source": "book", "section": "1", "items": 2, "claims": ["open", "wrong"], "covered": [], "missing": [1, 2]},
        {"source": "book", "section": "2", "items": 3, "claims": ["four"], "covered": [1], "missing": [2, 3]},
    ]
    assert "1 of 5 items have a claim" in mixed.claims("coverage").out


def test_show_prints_the_claim_as_it_is_registered(mixed: Tiny) -> None:
    mixed.claims("verify")
    found = mixed.claims("show", "four", "--json").json
    assert (found["id"], found["earned"], found["errata"]) == ("four", "verified", ["E-0001"])
    assert found["evidence"][0]["given"] == {"total": 10}
    assert [r["evidence"] for r in found["receipts"]] == ["count", "ball", "square", "cases", "mean"]
    text = mixed.claims("show", "four").out
    line = mixed.yaml.read_text().splitlines().index("- id: four") + 1
    assert f"claims.yaml:{line}; the reasoning: claims why four" in text
    assert "in The book, section 2, item 1" in text
    assert "  errata: E-0001\n" in text
    assert "  arithmetic, instance; tagged verified, earned verified\n" in text
    assert "  count by exact: checks.small:adds_up (passed, here)\n" in text
    assert "depends on" not in text


def test_show_names_formula_and_neighbours(tiny: Tiny) -> None:
    tiny.write(claim("four", tex="1+2", depends_on=["five"], contradicts=["six"]), claim("five"), claim("six"))
    text = tiny.claims("show", "four").out
    for line in ("  TeX: 1+2\n", "  depends on: five\n", "  contradicts: six\n"):
        assert line in text


def test_doctor_says_what_is_here_and_fails_only_where_something_is_broken(tiny: Tiny) -> None:
    tiny.write(claim())
    assert tiny.claims("doctor").code == 0
    (tiny.root / "requirements.lock").write_text("sympy==0.1\nnot-installed==1\n")
    found = tiny.claims("doctor", "--json")
    assert found.code == 1
    assert [row["check"] for row in found.json if row["ok"] is False] == ["packages"]
    assert "sympy is" in next(row["detail"] for row in found.json if row["ok"] is False)


# Exit codes and wrong calls


def test_exit_codes_of_the_command_itself(tiny: Tiny) -> None:
    tiny.write(claim())
    assert tiny.command("verify").code == 0
    tiny.write(claim("four", evidence(given={"total": 12})))
    assert tiny.command("verify").code == 1
    tiny.write(claim("Four"))
    assert tiny.command("verify").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify"],
        ["list"],
        ["audit"],
        ["record"],
        ["show", "four"],
        ["why", "four"],
        ["coverage"],
        ["doctor"],
    ],
)
def test_a_fault_of_a_file_is_exit_2_and_its_line_on_stderr(tiny: Tiny, arguments: list[str]) -> None:
    tiny.write(claim("four", depends_on=["five"]))
    found = tiny.claims(*arguments)
    assert (found.code, found.out) == (2, "")
    assert re.fullmatch(r"claims\.yaml:\d+: depends_on names 'five', which is not a claim; correct or remove it\n", found.err)


@pytest.mark.parametrize(
    "arguments", [["verify"], ["list"], ["audit"], ["show", "four"], ["why", "four"], ["coverage"], ["doctor"]]
)
def test_faults_as_json_are_problems(tiny: Tiny, arguments: list[str]) -> None:
    tiny.write(claim("four", depends_on=["five"], contradicts=["six"]))
    found = tiny.claims(*arguments, "--json")
    assert found.code == 2
    assert set(found.json) == {"problems"}
    assert len(found.json["problems"]) == 2
    for problem in found.json["problems"]:
        assert set(problem) == {"code", "claim", "evidence", "message"}
        assert problem["message"].startswith("claims.yaml:")


@pytest.mark.parametrize("arguments", [["verify", "--nothing"], ["verify", "--tier", "quick"], ["verfy"], ["show"]])
def test_a_call_that_is_wrong_is_exit_2_and_json_where_json_was_asked_for(tiny: Tiny, arguments: list[str]) -> None:
    tiny.write(claim())
    assert tiny.claims(*arguments).code == 2
    found = tiny.claims(*arguments, "--json")
    assert found.code == 2
    assert len(found.json["problems"]) == 1


@pytest.mark.parametrize("verb", ["verify", "show", "why", "audit", "record", "coverage"])
def test_an_unknown_id_names_the_nearest(tiny: Tiny, verb: str) -> None:
    tiny.write(claim("heat-capacity"), claim("fisher-information"))
    found = tiny.claims(verb, "heat-capacty")
    assert found.code == 2
    assert "there is no claim 'heat-capacty'; did you mean heat-capacity?" in found.err
    assert "claims list shows all" in tiny.claims(verb, "zzzzzzz").err


def test_a_retired_id_names_its_reason_and_successor(tiny: Tiny) -> None:
    tiny.write(claim(), retired=[{"id": "old", "reason": "it was false", "successor": "four"}, {"id": "older", "reason": "r"}])
    assert "claim 'old' is retired (it was false); its successor is four" in tiny.claims("why", "old").err
    assert "its successor is none" in tiny.claims("why", "older").err


def test_an_alias_is_its_claim(tiny: Tiny) -> None:
    tiny.write(claim("four", aliases=["vier"]), claim("five"))
    found = tiny.claims("verify", "vier", "--json").json
    assert [r["claim"] for r in found["receipts"]] == ["four"]
    assert tiny.claims("show", "vier", "--json").json["id"] == "four"


def test_a_root_without_a_registry_is_exit_2(tmp_path: Path) -> None:
    found = Tiny(tmp_path / "root").claims("list")
    assert (found.code, "claims.yaml:1: cannot be read" in found.err) == (2, True)


def test_the_root_is_the_working_directory(tiny: Tiny) -> None:
    tiny.write(claim())
    done = subprocess.run([COMMAND, "list"], cwd=tiny.root, capture_output=True, text=True, check=False)
    assert (done.returncode, "four" in done.stdout) == (0, True)


# Text


@pytest.mark.parametrize(
    "arguments", [["verify"], ["list"], ["why", "four"], ["show", "four"], ["audit"], ["coverage"], ["doctor"]]
)
def test_in_a_pipe_text_is_plain_and_unwrapped(mixed: Tiny, arguments: list[str]) -> None:
    text = "word " * 60 + "end"
    mixed.edit("The sum to four", f"{text}")
    environment = {**os.environ, "COLUMNS": "40", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    call = [COMMAND, *arguments, "--root", str(mixed.root)]
    done = subprocess.run(call, capture_output=True, env=environment, check=False)
    out = done.stdout.decode() + done.stderr.decode()
    assert "\x1b" not in out
    assert "\r" not in out
    assert not re.search("[\u2500-\u257f\u2800-\u28ff]", out)
    if arguments[0] in ("list", "show"):
        assert text in out
    assert out.strip()


def test_on_a_terminal_the_same_words_come_in_colour_and_unwrapped(mixed: Tiny) -> None:
    import pty

    mixed.edit("The sum to four", "a " + "[bold]word[/] " * 20 + "end")
    mixed.claims("verify")
    plain = mixed.claims("list").out
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "40"}
    environment.pop("NO_COLOR", None)
    call = [COMMAND, "list", "--root", str(mixed.root)]
    done = subprocess.Popen(call, stdout=theirs, stderr=theirs, stdin=theirs, env=environment)
    os.close(theirs)
    out = b""
    with contextlib.suppress(OSError):  # the end of a terminal
        while data := os.read(ours, 4096):
            out += data
    os.close(ours)
    assert done.wait() == 0
    assert re.sub(r"\x1b\[[0-9;]*m", "", out.decode()).replace("\r\n", "\n") == plain
    assert b"\x1b[32m" in out  # verified is green


def test_text_and_json_of_verify_tell_the_same(mixed: Tiny) -> None:
    found = mixed.claims("verify", "--json").json
    text = mixed.claims("verify").out
    assert f"{found['claims']} claims: 1 verified, 0 folklore, 0 numerology, 2 open" in text
    assert "7 pieces of evidence: 5 passed, 1 refuted, 1 not-run (6 here, 1 never)" in text
    for problem in found["problems"]:
        place = "/".join(filter(None, (problem["claim"], problem["evidence"])))
        assert f"problem  {problem['code']}: {place}: {problem['message']}" in text
    assert "no problems" not in text
    assert "notice   unread: 3 times, first four:" in text


def test_list_marks_a_claim_that_says_more_than_it_earned(mixed: Tiny) -> None:
    mixed.claims("verify")
    lines = mixed.claims("list").out.splitlines()
    assert lines[0] == "verified    four   The sum to four  [E-0001]"
    assert lines[1] == "open        wrong  The sum to four  (tagged verified)"
    assert lines[2] == "open        open   The sum to four"


def test_every_verb_has_its_help(tiny: Tiny) -> None:
    listed = subprocess.run([COMMAND, "-h"], capture_output=True, text=True, check=True).stdout
    for verb in ("verify", "list", "show", "why", "audit", "record", "coverage", "new", "doctor", "relock"):
        assert verb in listed
        assert tiny.claims(verb, "-h").code == 0


def test_a_registry_of_no_claims_is_listed_and_does_not_verify(tiny: Tiny) -> None:
    tiny.write()
    assert (tiny.claims("list").code, tiny.claims("list", "--json").json) == (0, [])
    found = tiny.claims("verify", "--json")
    assert (found.code, found.codes()) == (1, ["nothing-checked"])


def test_the_shape_of_a_plain_registry_survives_the_round_trip(tiny: Tiny) -> None:
    tiny.write(claim("four", evidence(), SQUARE))
    again = json.loads(msgspec.json.encode(tiny.load().registry))
    (tiny.root / "claims.yaml").write_text(plain_yaml(again))
    assert json.loads(msgspec.json.encode(tiny.load().registry)) == again
