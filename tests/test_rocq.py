"""Rocq: the kernel's word on a sentence of the locked file, by name; its axioms on a list; and nothing where it is missing."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from claimledger import facts, lock
from claimledger.evidence import rocq
from claimledger.evidence.rocq import CLASSICAL_REALS, allowed_axioms
from tests.tiny import Tiny, claim, evidence, open_claim

ABSENT = rocq.missing_tool()
needs_rocq = pytest.mark.skipif(ABSENT is not None, reason=str(ABSENT))

DEFINITIONS = """From Coq Require Import Reals.
Open Scope R_scope.
Definition square (x : R) : R := x * x.
"""
STATEMENTS = """From Coq Require Import Reals.
From Ledger Require Import Definitions.
Open Scope R_scope.
Definition SquareOfSum (c : R) : Prop := forall x : R, square (x + 1) = square x + c * x + 1.
"""
PROOF = """From Coq Require Import Reals Lra.
From Ledger Require Import Definitions Statements.
Open Scope R_scope.
Theorem square_of_sum : SquareOfSum 2.
Proof. intro x. unfold square. ring. Qed.
Theorem not_three : ~ SquareOfSum 3.
Proof. intro H. specialize (H 1). unfold square in H. lra. Qed.
"""
TARGET = {"module": "Square", "statement": "SquareOfSum", "proof": "square_of_sum"}


def proof(id: str = "proof", **fields: Any) -> dict[str, Any]:
    """Evidence by Rocq for the square of a sum."""
    base = {"by": "rocq", "target": TARGET, "given": {"args": ["2"]}, "covers": "all"}
    return evidence(id, **{**base, "control": {"three": {"args": ["3"], "proof": "not_three"}}, **fields})


FOR_ALL = {"kind": "identity", "quantifier": "all", "for": {"x": "real"}}


@pytest.fixture
def proved(tiny: Tiny) -> Tiny:
    """A root with locked statements and a proof."""
    folder = tiny.root / "rocq"
    folder.mkdir()
    for name, text in {"Definitions": DEFINITIONS, "Statements": STATEMENTS, "Square": PROOF}.items():
        (folder / f"{name}.v").write_text(text)
    tiny.write(open_claim("four", proof()))
    assert tiny.claims("relock", "--why", "first").code == 0
    return tiny


@needs_rocq
def test_the_kernel_s_word_is_evidence_for_given_and_against_each_control(proved: Tiny) -> None:
    proved.write(
        open_claim(
            "four",
            proof(),
            proof("unproved", given={"args": ["4"]}),
            proof("unrefuted", control={"three": {"args": ["3"], "proof": "square_of_sum"}}),
            proof("same", control={"two": {"args": ["( 2 )"], "proof": "not_three"}}),
            **FOR_ALL,
        )
    )
    found = proved.claims("verify", "--json").json
    receipts = {r["evidence"]: r for r in found["receipts"]}
    assert {name: r["outcome"] for name, r in receipts.items()} == {
        "proof": "passed",
        "unproved": "undecided",
        "unrefuted": "vacuous",
        "same": "vacuous",
    }
    assert (receipts["proof"]["strength"], receipts["proof"]["covers"], receipts["proof"]["where"]) == ("proved", "all", "here")
    assert receipts["proof"]["controls"] == {"three": {"outcome": "refuted", "instances": 1}}
    message = next(r["message"] for r in found["notices"] if r["code"] == "undecided")
    assert "Square.square_of_sum does not prove it" in message
    why = proved.claims("why", "four").out
    assert "control three: refuted by a proof of ~ Ledger.Statements.SquareOfSum ( 3 )" in why
    assert re.search(r"Ledger\.Square\.square_of_sum rests on \d axioms of the prover's library:\s+Classical", why)
    proved.claims("record")
    given = proved.receipt()["proof"]["finding"]
    assert (given["theorem"], given["statement"]) == ("Ledger.Square.square_of_sum", "Ledger.Statements.SquareOfSum ( 2 )")
    assert set(given["axioms"]) <= set(CLASSICAL_REALS)
    again = proved.claims("verify", "--json").json
    assert again["receipts"] == found["receipts"]


def test_without_coqc_a_proof_is_not_run_and_neither_fails_nor_passes(proved: Tiny) -> None:
    proved.write(open_claim("four", proof(), evidence(), **FOR_ALL), claim("five", proof(), **FOR_ALL))
    found = proved.command("verify", "four", "--json", PATH="/nowhere")
    assert found.code == 0
    assert [r["outcome"] for r in found.json["receipts"]] == ["not-run", "passed"]
    notices = [(n["code"], n["message"]) for n in found.json["notices"] if n["evidence"] == "proof"]
    assert notices == [("not-run", "coqc is not installed; make provers")]
    assert proved.command("verify", "five", "--json", PATH="/nowhere").codes() == ["overclaim", "nothing-checked"]
    assert "make provers, then claims verify four --only rocq" in proved.command("why", "four", PATH="/nowhere").out


# The lock


def item_of(tiny: Tiny) -> Any:
    return tiny.load().registry.claims[0].evidence[0]


@pytest.mark.parametrize("name", ["Definitions.v", "Statements.v"])
def test_a_statement_that_moved_breaks_the_lock_and_nothing_passes(
    proved: Tiny, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rocq, "missing_tool", lambda: None)
    path = proved.root / "rocq" / name
    path.write_text(path.read_text() + "(* a comment *)\n")
    given = rocq.run(proved.root, item_of(proved)).given
    assert isinstance(given, facts.Failure)
    assert (given.outcome, f"rocq/{name} is not what was locked" in given.message) == ("lock", True)
    problems = [p for p in proved.claims("audit", "--json").json["problems"] if p["code"] == "lock"]
    assert [p["message"] for p in problems] == [given.message]


def test_a_lock_is_taken_anew_with_a_reason_and_keeps_its_history(proved: Tiny) -> None:
    path = proved.root / "rocq" / "lock.json"
    first = json.loads(path.read_bytes())
    assert proved.claims("relock", "--why", "nothing changed").out == "rocq: unchanged\n"
    assert json.loads(path.read_bytes()) == first
    proved.edit("Definition", "(* c *) Definition", "rocq/Statements.v")
    assert lock.broken(proved.root, "rocq") is not None
    assert proved.claims("relock", "--why", "a comment").out == "rocq: locked\n"
    second = json.loads(path.read_bytes())
    assert [entry["why"] for entry in second["history"]] == ["first", "a comment"]
    assert second["history"][0] == first["history"][0]
    assert lock.broken(proved.root, "rocq") is None


def test_a_lock_needs_a_reason(proved: Tiny) -> None:
    before = (proved.root / "rocq/lock.json").read_bytes()
    proved.edit("Definition", "(* c *) Definition", "rocq/Statements.v")
    found = proved.claims("relock", "--why", "  ")
    assert (found.code, "give the reason" in found.err) == (2, True)
    assert proved.claims("relock").code == 2
    assert (proved.root / "rocq/lock.json").read_bytes() == before


@pytest.mark.parametrize("data", [None, b"", b"{}", b'{"history": []}', b"\xff"])
def test_a_lock_that_is_missing_or_broken_locks_nothing_in(proved: Tiny, data: bytes | None) -> None:
    path = proved.root / "rocq" / "lock.json"
    path.unlink() if data is None else path.write_bytes(data)
    assert "relock" in str(lock.broken(proved.root, "rocq")) or "restore" in str(lock.broken(proved.root, "rocq"))
    assert "lock" in proved.claims("verify", "--only", "exact", "--json").codes()


def test_a_lock_that_cannot_be_read_is_not_taken_over(proved: Tiny) -> None:
    path = proved.root / "rocq" / "lock.json"
    path.write_bytes(b"{")
    found = proved.claims("relock", "--why", "a reason")
    assert (found.code, "restore it" in found.err, path.read_bytes()) == (2, True, b"{")


def test_a_file_that_vanished_breaks_the_lock(proved: Tiny) -> None:
    (proved.root / "rocq/Definitions.v").unlink()
    assert "Definitions.v is not what was locked" in str(lock.broken(proved.root, "rocq"))


# Axioms

FOUR = "".join(f"{name} : {kind}\n" for name, kind in CLASSICAL_REALS.items())


def test_the_four_axioms_of_the_classical_reals_are_allowed() -> None:
    assert allowed_axioms(f"Axioms:\n{FOUR}") == (sorted(CLASSICAL_REALS), "")
    assert len(CLASSICAL_REALS) == 4


def test_a_proof_without_axioms_says_so() -> None:
    assert allowed_axioms("Closed under the global context\n") == ([], "")


def test_the_constants_of_interval_proofs_are_allowed() -> None:
    lines = ["PrimInt63.add : int -> int -> int", "Uint63.of_to_Z : forall x, x = x", "FloatAxioms.add_spec : forall x y, x = y"]
    assert allowed_axioms("Axioms:\n" + "\n".join(lines)) == (sorted(line.partition(" : ")[0] for line in lines), "")


@pytest.mark.parametrize(
    "line",
    [
        "cheat : False",
        "Ledger.Square.cheat : forall P : Prop, P",
        "Classical_Prop.classic : False",
        "Classical_Prop.classic : forall P : Prop, P \\/ ~ P /\\ False",
        "classic : forall P : Prop, P \\/ ~ P",
        "Ledger.Classical_Prop.classic : forall P : Prop, P \\/ ~ P",
        "ClassicalDedekindReals.sig_not_dec",
        "PrimInt63.add",
        "PrimInt63x.add : int",
        "Ledger.PrimInt63.add : int",
        "fix_f is assumed to be guarded.",
        "Square.loop relies on an unsafe universe hierarchy.",
        "Square.T is assumed to be positive.",
        "functional_extensionality_dep",
        "Theory: Set is impredicative",
    ],
)
def test_any_other_line_is_not(line: str) -> None:
    for text in (f"Axioms:\n{line}\n", f"Axioms:\n{FOUR}{line}\n", f"Axioms:\n{line}\n{FOUR}", f"{line}\n"):
        axioms, bad = allowed_axioms(text)
        assert (axioms, bad) == ([], line)


@pytest.mark.parametrize("text", ["", "\n", "Axioms:\n"])
def test_where_nothing_was_printed_nothing_is_allowed(text: str) -> None:
    assert allowed_axioms(text)[1] == "nothing was printed"


# Which files a proof is made of


def test_the_files_of_a_proof_are_those_it_requires_in_any_way_of_writing_it(tmp_path: Path) -> None:
    folder = tmp_path / "rocq"
    folder.mkdir()
    files = {
        "Main": "From Ledger Require Import One Two.\nFrom Ledger Require\n  Export Three.\nRequire Import Ledger.Four.\n",
        "One": "From Coq Require Import Reals.\nFrom Ledger Require Five.\n",
        "Two": "(* From Ledger Require Import Six. *)\n",
        "Three": "",
        "Four": "",
        "Five": "",
        "Six": "",
        "Statements": "From Ledger Require Import Definitions.\n",
        "Definitions": "",
    }
    for name, text in files.items():
        (folder / f"{name}.v").write_text(text)
    found = {path.stem for path in rocq.sources(tmp_path, "Main")}
    assert found == set(files) - {"Six"}
    assert {path.stem for path in rocq.sources(tmp_path, "Three")} == {"Three", "Statements", "Definitions"}
