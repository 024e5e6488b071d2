"""Receipts: the same bytes wherever they are recorded, left alone while they hold, and never believed beyond their finding."""

import datetime
import json
import platform
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from claimledger.verify import receipts, run
from claimledger.verify.receipts import Receipt, ReceiptFile
from tests.tiny import COMMUTES, MEAN, RAISES, ROOT_OF_TWO, SQUARE, Tiny, claim, evidence, open_claim, sleeps

PAPER = {"id": "paper", "by": "citation", "target": "doi:10.1000/1", "shows": "Somebody says so."}


def rich(tiny: Tiny) -> Tiny:
    """A ledger with a finding of every type that Python checks return."""
    everything = (evidence(), ROOT_OF_TWO, SQUARE, COMMUTES, MEAN, PAPER)
    refuted = evidence("wrong", given={"total": 12})
    return tiny.write(claim("four", *everything), open_claim("five", evidence(given={"total": 15, "n": 5}), refuted))


def without_ran_on(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name != "ran-on.json"}


def reseal(tiny: Tiny, change: Callable[[dict[str, Any]], None], slug: str = "four") -> None:
    """Change a claim's receipts and give each the digest of what it then is, as a forger would."""
    path = tiny.root / "receipts" / f"{slug}.json"
    raw = json.loads(path.read_bytes())
    change(raw["evidence"])
    file = msgspec.convert(raw, ReceiptFile)
    sealed = ReceiptFile(file.claim, {name: receipt.sealed() for name, receipt in file.evidence.items()})
    path.write_bytes(msgspec.json.encode(sealed))


def audit(tiny: Tiny) -> dict[str, str]:
    """The codes of the problems that an audit finds, with their places."""
    found = tiny.claims("audit", "--json")
    assert found.code == (1 if found.json["problems"] else 0)
    return {f"{p['claim']}/{p['evidence']}": p["code"] for p in found.json["problems"]}


# Recording


def test_recorded_from_nothing_at_two_places_receipts_are_the_same_bytes(tiny: Tiny, tmp_path: Path) -> None:
    rich(tiny)
    other = Tiny(tmp_path / "another" / "place with spaces é")
    shutil.copytree(tiny.root, other.root, dirs_exist_ok=True)
    assert tiny.claims("record").code == 0
    assert other.command("record", PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C").code == 0
    assert set(tiny.files()) == {"four.json", "five.json", "ran-on.json"}
    assert without_ran_on(tiny.files()) == without_ran_on(other.files())


def test_a_receipt_holds_no_time_and_no_place(tiny: Tiny) -> None:
    rich(tiny).claims("record")
    today = datetime.date.today().isoformat()
    for name, data in without_ran_on(tiny.files()).items():
        text = data.decode()
        for word in (str(tiny.root), today, platform.node(), platform.python_version(), "seconds", "platform"):
            assert word not in text, (name, word)
    entry = json.loads(tiny.files()["ran-on.json"])["four/count"]
    assert (entry["date"], entry["platform"]) == (today, platform.platform())
    assert entry["tools"]["python"] == platform.python_version()


def test_a_receipt_holds_what_was_found_and_on_how_many_instances_controls_failed(tiny: Tiny) -> None:
    rich(tiny).claims("record")
    found = tiny.receipt()
    assert set(found) == {"count", "ball", "square", "cases", "mean", "paper"}
    count = found["count"]
    assert (count["by"], count["outcome"], count["instances"], count["covers"]) == ("exact", "passed", 1, "instances")
    assert count["finding"] == {"type": "exhausted", "domain": "n = 4", "size": 1, "counted": 1, "failed": 0, "witness": None}
    assert (count["controls"]["eleven"]["outcome"], count["controls"]["eleven"]["instances"]) == ("refuted", 1)
    assert re.fullmatch("[0-9a-f]{64}", count["fingerprint"])
    assert count["fingerprint"] == tiny.prints()["four/count"]
    cases = found["cases"]["controls"]["one"]
    assert (cases["outcome"], cases["instances"]) == ("refuted", found["cases"]["instances"])
    assert found["mean"]["finding"]["seed"] == 0
    assert tiny.receipt("five")["wrong"]["outcome"] == "refuted"


def test_recording_again_writes_nothing(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    rich(tiny).claims("record")
    first = tiny.files()
    monkeypatch.setattr(receipts, "ran_on", lambda tools: receipts.RanOn("1999-12-31", "another", tools))
    for arguments in ((), ("--fresh",), ("four",)):
        found = tiny.claims("record", *arguments)
        assert (found.code, "0 receipt files written" in found.out) == (0, True)
        assert tiny.files() == first


def test_recording_one_claim_leaves_every_other_receipt_byte_for_byte(tiny: Tiny) -> None:
    rich(tiny).claims("record")
    first = tiny.files()
    tiny.edit("total: 10", "total: 9")
    tiny.edit("total: 15", "total: 16")
    tiny.claims("record", "four")
    second = tiny.files()
    assert second["five.json"] == first["five.json"]
    assert second["four.json"] != first["four.json"]
    assert tiny.receipt()["count"]["outcome"] == "refuted"


def test_the_slow_receipts_are_kept_when_the_fast_tier_is_recorded(tiny: Tiny) -> None:
    tiny.write(claim("four", evidence(), evidence("slow", tier="slow", control={"nine": {"total": 9}})))
    tiny.claims("record", "--tier", "slow")
    slow = tiny.receipt()["slow"]
    shutil.rmtree(tiny.root / ".cache")
    tiny.edit("total: 11", "total: 12")
    tiny.claims("record")
    found = tiny.receipt()
    assert found["slow"] == slow
    assert found["count"]["controls"].keys() == {"eleven"}
    assert audit(tiny) == {}


def test_recording_from_nothing_the_fast_tier_gives_the_same_bytes_beside_slow_receipts(tiny: Tiny) -> None:
    tiny.write(claim("four", evidence("slow", tier="slow", control={"nine": {"total": 9}}), evidence()))
    tiny.claims("record", "--tier", "slow")
    first = tiny.files()
    raw = json.loads(first["four.json"])
    del raw["evidence"]["count"]
    (tiny.root / "receipts/four.json").write_text(json.dumps(raw))
    shutil.rmtree(tiny.root / ".cache")
    tiny.claims("record")
    assert without_ran_on(tiny.files()) == without_ran_on(first)


def test_what_raised_or_ran_over_its_budget_gets_no_receipt(tiny: Tiny) -> None:
    tiny.write(open_claim("four", evidence(), RAISES, sleeps(30, budget=1)))
    found = tiny.claims("record")
    assert (found.code, "no receipt for what raised" in found.out) == (1, True)
    assert list(tiny.receipt()) == ["count"]
    tiny.write(open_claim("four", RAISES))
    tiny.claims("record")
    assert "four.json" not in tiny.files()


def test_recording_removes_the_receipts_of_what_is_gone(tiny: Tiny) -> None:
    rich(tiny).claims("record")
    tiny.write(claim("four", evidence()))
    assert audit(tiny)["five/"] == "orphaned"
    tiny.claims("record")
    assert set(tiny.files()) == {"four.json", "ran-on.json"}
    assert list(tiny.receipt()) == ["count"]
    assert list(json.loads(tiny.files()["ran-on.json"])) == ["four/count"]
    assert audit(tiny) == {}


def test_recording_one_claim_removes_nothing_of_others(tiny: Tiny) -> None:
    rich(tiny).claims("record")
    first = tiny.files()
    tiny.write(claim("four", evidence()))
    tiny.claims("record", "four")
    assert tiny.files()["five.json"] == first["five.json"]


def test_where_receipts_were_recorded_is_written_again_where_it_was_lost(tiny: Tiny) -> None:
    tiny.write(claim()).claims("record")
    first = tiny.files()
    for data in (None, b"{", b"{}"):
        path = tiny.root / "receipts/ran-on.json"
        path.unlink() if data is None else path.write_bytes(data)
        tiny.claims("record")
        assert tiny.files() == first


def test_a_control_equal_to_given_is_recorded_as_vacuous_and_stays_so(tiny: Tiny) -> None:
    tiny.write(open_claim("four", evidence(given={"total": 11}), evidence("other", control={"ten": {"total": "10"}})))
    tiny.claims("record")
    assert {name: receipt["outcome"] for name, receipt in tiny.receipt().items()} == {"count": "vacuous", "other": "vacuous"}
    shutil.rmtree(tiny.root / ".cache")
    assert audit(tiny) == {"four/count": "vacuous", "four/other": "vacuous", "/": "nothing-checked"}


# Auditing


def test_an_audit_agrees_with_what_was_verified_and_runs_nothing(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    rich(tiny)
    verified = tiny.claims("verify", "--json").json
    tiny.claims("record")
    shutil.rmtree(tiny.root / ".cache")
    tiny.runs()
    monkeypatch.setattr(run, "Worker", None)  # a run would raise
    audited = tiny.claims("audit", "--json").json
    assert tiny.runs() == []
    assert audited["counts"] == verified["counts"]
    assert audited["evidence"] == verified["evidence"]
    assert {r["where"] for r in audited["receipts"]} == {"recorded"}
    assert [{**r, "where": "here"} for r in audited["receipts"]] == verified["receipts"]


def test_an_audit_names_what_is_missing_stale_and_orphaned(tiny: Tiny) -> None:
    tiny.write(claim("four", evidence(), evidence("again")), open_claim("five", evidence(given={"total": 15, "n": 5})))
    tiny.claims("record")
    assert audit(tiny) == {}
    assert tiny.claims("audit").out.startswith("2 claims: 1 verified")
    assert "no problems" in tiny.claims("audit").out
    tiny.write(
        claim("four", evidence(given={"total": "10"}), evidence("third")), open_claim("six"), open_claim("five", evidence())
    )
    assert audit(tiny) == {
        "four/count": "stale",
        "four/third": "missing",
        "four/again": "orphaned",
        "five/count": "stale",
        "four/": "overclaim",
        "/": "nothing-checked",
    }


def test_a_receipt_of_other_bytes_earns_nothing(tiny: Tiny) -> None:
    tiny.write(claim()).claims("record")
    tiny.edit('"""Checks', '"""The checks', "checks/small.py")
    found = tiny.claims("audit", "--json").json
    assert (found["counts"]["verified"], found["receipts"][0]["where"]) == (0, "never")


ALTERATIONS: dict[str, Callable[[dict[str, Any]], None]] = {
    "another outcome": lambda e: e["count"].update(outcome="refuted"),
    "another count": lambda e: e["count"].update(instances=7),
    "another cover": lambda e: e["count"].update(covers="all"),
    "another method": lambda e: e["count"].update(by="flint"),
    "another finding": lambda e: e["count"]["finding"].update(failed=1),
    "a finding of another type": lambda e: e["count"].update(finding={"type": "cited", "locator": "x"}),
    "a control that passes": lambda e: e["count"]["controls"]["eleven"]["finding"].update(failed=0),
    "another count of a control": lambda e: e["count"]["controls"]["eleven"].update(instances=3),
    "another outcome of a control": lambda e: e["count"]["controls"]["eleven"].update(outcome="passed"),
    "no controls": lambda e: e["count"].update(controls={}),
    "another control": lambda e: e["count"]["controls"].update(twelve=e["count"]["controls"].pop("eleven")),
    "a control proved": lambda e: e["count"]["controls"]["eleven"].update(
        finding={"type": "proof", "prover": "p", "theorem": "t", "statement": "s", "axioms": []}
    ),
}


@pytest.mark.parametrize("name", ALTERATIONS)
def test_a_receipt_that_its_finding_does_not_bear_out_is_forged_even_with_its_digest_made_new(tiny: Tiny, name: str) -> None:
    tiny.write(claim()).claims("record")
    shutil.rmtree(tiny.root / ".cache")
    assert audit(tiny) == {}
    reseal(tiny, ALTERATIONS[name])
    assert audit(tiny)["four/count"] == "forged"
    assert tiny.claims("audit", "--json").json["counts"]["verified"] == 0
    assert "forged" in tiny.claims("verify", "--json").codes()


def test_a_receipt_that_was_sealed_again_unchanged_is_no_forgery(tiny: Tiny) -> None:
    tiny.write(claim()).claims("record")
    reseal(tiny, lambda e: None)
    assert audit(tiny) == {}


def test_a_digest_that_does_not_agree_is_forged_whatever_was_changed(tiny: Tiny) -> None:
    tiny.write(claim()).claims("record")
    path = tiny.root / "receipts/four.json"
    good = path.read_bytes()
    for old, new in ((b'"n = 4"', b'"n = 5"'), (b'"fingerprint": "', b'"fingerprint": "0'), (b'"digest": "', b'"digest": "0')):
        assert good.count(old) >= 1
        path.write_bytes(good.replace(old, new, 1))
        assert audit(tiny)["four/count"] == "forged", new
        assert tiny.claims("verify", "--json").codes() == ["forged"]


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff\xfe", b'{"claim": "four"}', b'{"claim": "four", "evidence": {"count": {}}}']
)
def test_a_receipt_file_that_cannot_be_read_is_forged_and_recorded_anew(tiny: Tiny, data: bytes) -> None:
    tiny.write(claim()).claims("record")
    good = tiny.files()
    (tiny.root / "receipts/four.json").write_bytes(data)
    assert audit(tiny)["four/count"] == "forged"
    tiny.claims("record")
    assert tiny.files() == good


def test_a_receipt_file_of_another_claim_is_forged(tiny: Tiny) -> None:
    tiny.write(claim("four"), claim("five")).claims("record")
    path = tiny.root / "receipts"
    (path / "five.json").write_bytes((path / "four.json").read_bytes())
    assert audit(tiny) == {"five/count": "forged", "five/": "overclaim"}


def test_where_a_check_runs_here_its_receipt_is_a_notice_and_where_not_it_does_not_count(tiny: Tiny) -> None:
    tiny.write(claim())
    here = tiny.claims("verify", "--json")
    assert (here.code, [n["code"] for n in here.json["notices"]]) == (0, ["missing", "unread"])
    tiny.claims("record")
    tiny.write(claim("four", evidence(tier="slow")))
    tiny.edit('"""Checks', '"""The checks', "checks/small.py")
    stale = tiny.claims("verify", "--json")
    assert stale.codes() == ["overclaim", "nothing-checked"]
    assert [n["code"] for n in stale.json["notices"]] == ["not-run", "unread"]
    assert stale.json["notices"][0]["message"] == "its receipt speaks of other bytes, and it was not asked to run"


def test_sealing_covers_every_field_but_the_digest() -> None:
    from claimledger import facts
    from claimledger.judge import Outcome
    from claimledger.model import By, Covers

    found = facts.Exhausted(domain="d", size=1, counted=1, failed=0, witness=None)
    control = receipts.Control(Outcome.REFUTED, 1, found)
    base = Receipt(
        by=By.EXACT,
        fingerprint="f",
        outcome=Outcome.PASSED,
        instances=1,
        covers=Covers.ALL,
        finding=found,
        controls={"c": control},
    )
    others: dict[str, Any] = {
        "by": By.FLINT,
        "fingerprint": "g",
        "outcome": Outcome.REFUTED,
        "instances": 2,
        "covers": Covers.INSTANCES,
        "finding": msgspec.structs.replace(found, domain="e"),
        "controls": {"d": control},
    }
    assert base.sealed().digest == base.sealed().sealed().digest
    digests = {msgspec.structs.replace(base, **{field: value}).sealed().digest for field, value in others.items()}
    assert len(digests | {base.sealed().digest}) == len(others) + 1
    assert set(others) == set(Receipt.__struct_fields__) - {"digest", "equal"}
