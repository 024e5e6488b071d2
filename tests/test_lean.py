"""The Lean adapter, driven with a stand-in for `lake`: no Lean toolchain can be had where these tests run.

They show what the adapter asks and how it takes an answer; that Lean would accept a proof they cannot show.
"""

import json
import os
import stat
from pathlib import Path

import pytest

from claimledger import lock
from claimledger.evidence import lean
from claimledger.facts import Failure, Proof
from claimledger.model import By, Evidence, ProverTarget

FAKE_LAKE = """#!/bin/sh
echo "$@" >> "$LAKE_LOG"
for last; do :; done
case "$*" in
  build*) exit ${LAKE_BUILD:-0} ;;
  *printenv*) echo /nowhere ;;
  *Audit_given*) cp "$last" "$LAKE_AUDIT"; echo "'LedgerAudit.given' $LAKE_AXIOMS"; exit ${LAKE_GIVEN:-0} ;;
  *Audit_control*) echo "'LedgerAudit.control_0' does not depend on any axioms" ;;
  *LedgerSentence*) cp "$last" "$LAKE_SENTENCE" ;;
esac
"""
ITEM = Evidence(
    id="lean",
    by=By.LEAN,
    target=ProverTarget(module="Topic", statement="Is", proof="two"),
    given={"args": ["2"]},
    control={"three": {"args": ["3"], "proof": "not_three"}},
    shows="It.",
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root whose library a stand-in for lake builds, with its stamp and its lock."""
    folder = tmp_path / "root"
    library = folder / "lean" / "Ledger"
    library.mkdir(parents=True)
    (library / "Definitions.lean").write_text("namespace Ledger\n")
    (library / "Statements.lean").write_text("import Ledger.Definitions\ndef Ledger.Statements.Is (n : Nat) : Prop := n = 2\n")
    (library / "Topic.lean").write_text("import Ledger.Statements\ntheorem Ledger.two : Ledger.Statements.Is 2 := rfl\n")
    (folder / "lean-toolchain").write_text("leanprover/lean4:v4.32.0\n")
    (folder / "lake-manifest.json").write_text(json.dumps({"packages": [{"name": "mathlib", "rev": "81a5d257"}]}))
    (folder / "lakefile.lean").write_text("package ledger\n")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "lake").write_text(FAKE_LAKE)
    (bin_ / "lake").chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{bin_}{os.pathsep}{os.environ['PATH']}")
    for name in ("LOG", "AUDIT", "SENTENCE"):
        monkeypatch.setenv(f"LAKE_{name}", str(tmp_path / name.lower()))
    monkeypatch.setenv("LAKE_AXIOMS", "depends on axioms: [propext, Classical.choice, Quot.sound]")
    lock.relock(folder, "lean", "first")
    lean.leave_stamp(folder)
    return folder


def test_a_proof_that_lean_takes_is_a_proof_with_its_axioms(root: Path) -> None:
    found = lean.run(root, ITEM)
    assert found.given == Proof(
        prover="lean",
        theorem="Ledger.two",
        statement="Ledger.Statements.Is ( 2 )",
        axioms=["Classical.choice", "Quot.sound", "propext"],
    )
    assert isinstance(found.controls["three"], Proof)


def test_the_sentence_is_read_before_any_proof_is_loaded(root: Path) -> None:
    lean.run(root, ITEM)
    sentence = (root.parent / "sentence").read_text()
    assert "import Ledger.Statements" in sentence
    assert "Topic" not in sentence
    assert "def given : Prop := Ledger.Statements.Is ( 2 )" in sentence
    assert "def control_0 : Prop := ¬ Ledger.Statements.Is ( 3 )" in sentence
    assert "theorem LedgerAudit.given : LedgerSentence.given := @Ledger.two" in (root.parent / "audit").read_text()


def test_before_make_lean_nothing_runs(root: Path) -> None:
    (root / ".cache" / "claims" / "lean" / "built.json").unlink()
    found = lean.run(root, ITEM).given
    assert isinstance(found, Failure)
    assert (found.outcome, found.message) == ("not-run", "make lean has not succeeded on this machine; make lean")
    assert not (root.parent / "log").exists()


def test_a_stamp_of_another_mathlib_is_none(root: Path) -> None:
    (root / "lake-manifest.json").write_text(json.dumps({"packages": [{"name": "mathlib", "rev": "other"}]}))
    found = lean.run(root, ITEM).given
    assert isinstance(found, Failure)
    assert found.outcome == "not-run"


@pytest.mark.parametrize("axioms", ["depends on axioms: [propext, sorryAx]", "depends on axioms: [Ledger.mine]", "says nothing"])
def test_an_axiom_that_is_not_on_the_list_is_an_error(root: Path, monkeypatch: pytest.MonkeyPatch, axioms: str) -> None:
    monkeypatch.setenv("LAKE_AXIOMS", axioms)
    found = lean.run(root, ITEM).given
    assert isinstance(found, Failure)
    assert found.outcome == "error"


def test_a_proof_that_lean_does_not_take_is_undecided(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAKE_GIVEN", "1")
    found = lean.run(root, ITEM).given
    assert isinstance(found, Failure)
    assert found.outcome == "undecided"


def test_a_module_that_does_not_build_is_an_error(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAKE_BUILD", "1")
    found = lean.run(root, ITEM).given
    assert isinstance(found, Failure)
    assert found.outcome == "error"


@pytest.mark.parametrize(
    "line",
    [
        'notation "two" => 3',
        "local notation3 x => x",
        "macro_rules | `(x) => `(y)",
        "@[simp] theorem x : True := trivial",
        "instance : Inhabited Nat := ⟨0⟩",
        "theorem x : False := sorry",
        "axiom x : False",
        "set_option maxRecDepth 5",
        "#eval 1",
    ],
)
def test_what_could_change_how_another_file_is_read_is_refused_in_a_proof_module(root: Path, line: str) -> None:
    path = root / "lean" / "Ledger" / "Topic.lean"
    path.write_text(path.read_text() + line + "\n")
    found = lean.run(root, ITEM).given
    assert isinstance(found, Failure)
    assert found.outcome == "error"
    assert "which a proof module must not" in found.message


def test_a_statement_that_moved_breaks_the_lock(root: Path) -> None:
    path = root / "lean" / "Ledger" / "Statements.lean"
    path.write_text(path.read_text().replace("n = 2", "True"))
    found = lean.run(root, ITEM).given
    assert isinstance(found, Failure)
    assert found.outcome == "lock"


def test_a_statement_may_not_rest_on_a_file_that_is_not_locked(root: Path) -> None:
    (root / "lean" / "Ledger" / "Helper.lean").write_text("def helper := 2\n")
    path = root / "lean" / "Ledger" / "Definitions.lean"
    path.write_text("import Ledger.Helper\n")
    lock.relock(root, "lean", "again")
    assert "Helper.lean is not locked" in (lean.lock_broken(root) or "")
