"""Lean: the kernel checks a named theorem against a sentence written from the registry, as Rocq's does.

Nothing runs before `make lean` has built the library once on this machine, for a toolchain and Mathlib are gigabytes that
nobody should get by surprise; it leaves a stamp with toolchain and revision. Then, as in `rocq`: the *sentence* file
imports the locked Statements and no proof; the *audit* file imports sentence and proof, and every axiom that
`#print axioms` names has to be on the list. A proof module may hold nothing that could change how another file is read.

Written, not yet run: no Lean toolchain was at hand. Its tests drive it with a stand-in for `lake`.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from claimledger import facts, lock
from claimledger.evidence.sentences import Sentences, finding, fits, sentences
from claimledger.judge import Finding
from claimledger.model import Evidence
from claimledger.store import cache_folder, write_whole

LIBRARY = "Ledger"
FOLDER = "lean"
LOCKED = ("Definitions", "Statements")
PINS = ("lean-toolchain", "lake-manifest.json", "lakefile.lean")
AXIOMS = ("propext", "Classical.choice", "Quot.sound")
NOT_BUILT = "make lean has not succeeded on this machine"
_IMPORT = re.compile(r"^(?:public )?import " + LIBRARY + r"\.(\w+)", re.M)
_REACHES = re.compile(
    r"^\s*(?:(?:local|scoped|private|noncomputable)\s+)*"
    r"(notation3?|infix[lr]?|prefix|postfix|macro(?:_rules)?|syntax|elab(?:_rules)?|instance|attribute|set_option|axiom|"
    r"run_cmd|run_elab|#\w+|initialize|unsafe|declare_\w+|open Lean)\b|(@\[|\bsorry\b|\bnative_decide\b|\bimplemented_by\b)",
    re.M,
)
"""What a proof module must not hold: it would change how other files are read, or stand for a proof."""
_DEPENDS = re.compile(r"'[^']+' (?:depends on axioms: \[([^\]]*)\]|(does not depend on any axioms))")
_TAIL = 500


class Unbuilt(Exception):
    """A proof module did not build, or holds what it must not; the message says why."""


def sources(root: Path, *modules: str) -> list[Path]:
    """The project files that modules are made of: their own, what these import, the locked ones, and the pins."""
    folder = root / FOLDER / LIBRARY
    found: dict[str, Path] = {}
    pending = [*modules, *LOCKED]
    while pending:
        name = pending.pop()
        path = folder / f"{name}.lean"
        if name not in found and path.is_file():
            found[name] = path
            pending += _IMPORT.findall(path.read_text(encoding="utf-8"))
    return [*(found[name] for name in sorted(found)), *(root / name for name in PINS)]


def pins(root: Path) -> dict[str, str]:
    """The toolchain and the Mathlib revision that the root asks for; empty where it has no Lean project."""
    if not all((root / name).is_file() for name in PINS):
        return {}
    manifest = json.loads((root / "lake-manifest.json").read_text(encoding="utf-8"))
    mathlib = next(package["rev"] for package in manifest["packages"] if package["name"] == "mathlib")
    return {"toolchain": (root / "lean-toolchain").read_text(encoding="utf-8").strip(), "mathlib": mathlib}


def missing_tool(root: Path) -> str | None:
    """Why Lean cannot run here, or None where it can."""
    stamp = _stamp(root)
    if not shutil.which("lake") or not stamp.is_file():
        return f"{NOT_BUILT}; make lean"
    if json.loads(stamp.read_text(encoding="utf-8")) != pins(root):
        return "make lean succeeded with another toolchain or Mathlib; make lean"
    return None


def leave_stamp(root: Path) -> None:
    """Say that the library was built here with these pins. For `make lean`, after `lake build`."""
    write_whole(root, _stamp(root), json.dumps(pins(root), indent=1).encode() + b"\n")


def _stamp(root: Path) -> Path:
    return cache_folder(root) / FOLDER / "built.json"


def lock_broken(root: Path) -> str | None:
    """What does not agree with the lock, or None. A locked file may rest on locked files only."""
    if not pins(root):
        return None  # no Lean project, no proof: there is nothing that could move
    loose = [path.name for path in sources(root) if path.stem not in LOCKED and path.name not in PINS]
    if loose:
        return f"{loose[0]} is not locked, and a locked file imports it; move its definitions into Definitions.lean"
    return lock.broken(root, FOLDER)


def run(root: Path, item: Evidence) -> Finding:
    """Proof facts for given and for each control; undecided where the kernel does not accept the proof."""
    if reason := missing_tool(root):
        return Finding(given=facts.Failure(outcome="not-run", message=reason))
    if reason := lock_broken(root):
        return Finding(given=facts.Failure(outcome="lock", message=reason))
    asked = _asked(item)
    try:
        _build(root, asked.module)
        with tempfile.TemporaryDirectory(dir=_stamp(root).parent, prefix="audit-") as folder:
            return finding(item, _audit(root, Path(folder), asked))
    except Unbuilt as error:
        return Finding(given=facts.Failure(outcome="error", message=str(error)))


def _asked(item: Evidence) -> Sentences:
    return sentences(item, f"{LIBRARY}.Statements", "¬")


def fits_registry(item: Evidence, found: Finding) -> bool:
    """Whether stored proofs are of the registry's sentences and rest on the axioms that are allowed."""
    return fits(item, found, _asked(item), AXIOMS.__contains__)


def _build(root: Path, module: str) -> None:
    paths = {path.stem: path for path in sources(root, module)}
    if module not in paths:
        raise Unbuilt(f"there is no {FOLDER}/{LIBRARY}/{module}.lean")
    for name, path in paths.items():
        if name not in LOCKED and path.suffix == ".lean" and path.name not in PINS:
            text = re.sub(r"/-.*?-/|--[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.S)
            if reaches := _REACHES.search(text):
                raise Unbuilt(f"{path.name} holds {(reaches[1] or reaches[2]).strip()}, which a proof module must not; remove it")
    done = _lake(root, "build", f"{LIBRARY}.{module}", f"{LIBRARY}.Statements")
    if done.returncode:
        raise Unbuilt(f"{module} does not build: {_said(done)}")


def _lake(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["lake", *arguments], cwd=root, capture_output=True, text=True, check=False)


def _said(done: subprocess.CompletedProcess[str]) -> str:
    text = " ".join((done.stdout + done.stderr).split())
    return text[text.index("error") :][:_TAIL] if "error" in text else text[-_TAIL:]


def _audit(root: Path, folder: Path, asked: Sentences) -> dict[str, facts.Stored]:
    lines = [f"import {LIBRARY}.Statements", f"open {LIBRARY}", "namespace LedgerSentence"]
    lines += [f"def {name} : Prop := {text}" for name, text in asked.texts.items()]
    sentence = folder / "LedgerSentence.lean"
    write_whole(root, sentence, "\n".join([*lines, "end LedgerSentence"]).encode() + b"\n")
    done = _lake(root, "env", "lean", "-o", str(sentence.with_suffix(".olean")), str(sentence))
    if done.returncode:
        raise Unbuilt(f"the arguments do not make a sentence: {_said(done)}")
    return {name: _proved(root, folder, asked, name) for name in asked.texts}


def _proved(root: Path, folder: Path, asked: Sentences, name: str) -> facts.Stored:
    """Whether the kernel takes the proof for the sentence, one file to a sentence so that one failure stays alone."""
    theorem = f"{LIBRARY}.{asked.proofs[name]}"
    lines = [f"import {LIBRARY}.{asked.module}", "import LedgerSentence"]
    lines += [f"theorem LedgerAudit.{name} : LedgerSentence.{name} := @{theorem}", f"#print axioms LedgerAudit.{name}"]
    audit = folder / f"Audit_{name}.lean"
    write_whole(root, audit, "\n".join(lines).encode() + b"\n")
    path = _lake(root, "env", "printenv", "LEAN_PATH").stdout.strip()
    done = _lake(root, "env", "env", f"LEAN_PATH={path}:{folder}", "lean", str(audit))
    if done.returncode:
        return facts.Failure(outcome="undecided", message=f"{theorem} does not prove it: {_said(done)}")
    match = _DEPENDS.search(done.stdout)
    axioms = sorted(filter(None, (word.strip() for word in (match[1] or "").split(",")))) if match else ["nothing was printed"]
    if beyond := [axiom for axiom in axioms if axiom not in AXIOMS]:
        return facts.Failure(outcome="error", message=f"{theorem} rests on: {beyond[0]}")
    return facts.Proof(prover="lean", theorem=theorem, statement=asked.texts[name], axioms=axioms)


if __name__ == "__main__":
    leave_stamp(Path.cwd())
    print("the library is built; its proofs are checked by claims verify --only lean", file=sys.stderr)
