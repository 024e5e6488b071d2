"""The red team: every ledger below `tests/redteam/` comes to what its `expected.yaml` says, and to nothing else."""

import os
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest

from claimledger.audit import NOTICES, Code
from tests.redteam.ledgers import HERE, Ledger, command, difference, lay_out, ledgers, left_behind, run

PROVERS = all(shutil.which(tool) for tool in ("coqc", "coq_makefile", "make"))
OUTCOMES = {"refuted", "vacuous", "undecided", "too-wide", "error", "over-budget"}


def every(*, sound: bool) -> list[Any]:
    """The ledgers of one sort, as parameters."""
    return [pytest.param(ledger, id=ledger.name, marks=_marks(ledger)) for ledger in ledgers().values() if ledger.sound is sound]


def _marks(ledger: Ledger) -> list[pytest.MarkDecorator]:
    proves = ledger.folder.parent.name == "proofs" and not ledger.expected.without_provers and not ledger.expected.faults
    marks = [pytest.mark.skipif(not PROVERS, reason="coqc is not installed; make provers")] if proves else []
    if ledger.expected.bug:
        marks.append(pytest.mark.xfail(reason=ledger.expected.bug, strict=True))
    return marks


@pytest.mark.parametrize("ledger", every(sound=True))
def test_a_sound_ledger_passes(ledger: Ledger, tmp_path: Path) -> None:
    lay_out(ledger, root := _root(tmp_path))
    came = run(ledger, root)
    assert came.code == 0, came.out + came.err
    assert came.remarks("problems") == []
    assert set(ledger.expected.notices) <= set(came.remarks("notices"))
    assert not ledger.expected.problems
    assert not ledger.expected.faults


@pytest.mark.parametrize("ledger", every(sound=False))
def test_a_broken_ledger_has_its_problems_and_no_other(ledger: Ledger, tmp_path: Path) -> None:
    lay_out(ledger, root := _root(tmp_path))
    came = run(ledger, root)
    if ledger.expected.faults:
        faults = came.err.replace(str(root), "ROOT").splitlines()
        assert not difference(ledger.expected.faults, faults), came.err
        assert [p["message"].replace(str(root), "ROOT") for p in came.json["problems"]] == faults
        assert came.code == 2
        return
    assert not came.err
    assert not difference(ledger.expected.problems, came.remarks("problems")), came.out
    assert set(ledger.expected.notices) <= set(came.remarks("notices"))
    assert came.code == 1
    if ledger.expected.leaves_nothing:
        _nothing_is_left_behind(root)
    assert not [file for file in ledger.expected.absent if (root / file).exists()]
    _nothing_that_failed_has_a_strength(came.json)


def _nothing_that_failed_has_a_strength(shown: dict[str, Any]) -> None:
    failed = {(p["claim"], p["evidence"]) for p in shown["problems"] if p["code"] in OUTCOMES}
    assert [r for r in shown["receipts"] if (r["claim"], r["evidence"]) in failed and r["strength"] is not None] == []


def _nothing_is_left_behind(root: Path) -> None:
    left = left_behind(root)
    for process in left:
        os.kill(process, signal.SIGKILL)
    assert left == []


def _root(tmp_path: Path) -> Path:
    """A root with room beside it, for what leads out of it."""
    root = tmp_path / "root"
    root.mkdir()
    return root


def test_every_problem_code_has_a_ledger_that_produces_it() -> None:
    produced = {problem.split()[0] for ledger in ledgers().values() for problem in ledger.expected.problems}
    assert {code.value for code in Code if code not in NOTICES} <= produced


def test_every_broken_ledger_stands_beside_a_sound_one_that_it_differs_from_in_little() -> None:
    for ledger in ledgers().values():
        if not ledger.sound:
            assert ledger.twin is not None, ledger.name
            assert ledger.twin.sound, ledger.name
            assert 1 <= len(ledger.expected.edit) + len(ledger.files) + ledger.expected.without_provers <= 5, ledger.name


def test_every_ledger_says_what_it_shows_and_expects_something() -> None:
    for ledger in ledgers().values():
        assert ledger.expected.says, ledger.name
        assert ledger.sound is not bool(ledger.expected.problems or ledger.expected.faults), ledger.name


def test_there_are_enough_of_both() -> None:
    sound = [ledger for ledger in ledgers().values() if ledger.sound]
    assert len(ledgers()) - len(sound) >= 40
    assert len(sound) >= 40


def test_no_folder_is_without_its_expectations() -> None:
    folders = {path for path in HERE.glob("*/*/*") if path.is_dir() and path.name != "__pycache__"}
    assert folders == {ledger.folder for ledger in ledgers().values()}


@pytest.mark.parametrize("name", ["odd-sums", "zero-instances", "unknown-key"])
def test_the_command_in_a_process_of_its_own_comes_to_the_same(name: str, tmp_path: Path) -> None:
    ledger = ledgers()[name]
    lay_out(ledger, root := _root(tmp_path))
    came = command(root, "verify", "--json")
    assert came.code == (2 if ledger.expected.faults else int(bool(ledger.expected.problems)))
    if ledger.expected.faults:
        assert came.err.splitlines() == ledger.expected.faults
    else:
        assert came.remarks("problems") == ledger.expected.problems
