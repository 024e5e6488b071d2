"""Small ledgers on disk: how one is laid out, run through the command, and what has to come of it.

A ledger is a folder below `sound/` or `broken/`, with an `expected.yaml` and only the files that matter. `like` names
another ledger: its files come first, then this folder's own on top, then the edits. So a broken ledger differs from a
sound one in what it shows and in nothing else. `python -m tests.redteam.ledgers NAME FOLDER` lays one out to look at.
"""

import io
import os
import py_compile
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec
import yaml

from claimledger.cli import main
from claimledger.verify import receipts

HERE = Path(__file__).parent
COMMAND = str(Path(sys.executable).with_name("claims"))
PATIENCE = 120


class Expected(msgspec.Struct, forbid_unknown_fields=True):
    """What `expected.yaml` holds.

    `says` is the sentence that the ledger shows. Edits are applied in order, after `claims record` where `recorded`.
    `problems` are `code claim/evidence`, all of them; `notices` those that have to be among the notices; `faults` the
    lines of stderr, all of them. Afterwards, where it `leaves_nothing`, no process works in its root, and the
    files `absent` are not there. `bug` says why a ledger does not yet come to what it should.
    """

    says: str
    like: str = ""
    edit: list[dict[str, Any]] = []
    recorded: bool = False
    run: str = "verify"
    without_provers: bool = False
    problems: list[str] = []
    notices: list[str] = []
    faults: list[str] = []
    leaves_nothing: bool = False
    absent: list[str] = []
    bug: str = ""


class Ledger(msgspec.Struct, frozen=True):
    """A ledger of the red team."""

    name: str
    sound: bool
    folder: Path
    expected: Expected

    @property
    def files(self) -> list[Path]:
        """Its own files, relative to its folder."""
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file())
        return sorted(path for path in found if path.name != "expected.yaml" and path.suffix != ".pyc")

    @property
    def twin(self) -> "Ledger | None":
        """The ledger that this one is like."""
        return ledgers()[self.expected.like] if self.expected.like else None


class Came(msgspec.Struct, frozen=True):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The JSON that it printed."""
        return msgspec.json.decode(self.out)

    def remarks(self, kind: str) -> list[str]:
        """Its problems or notices, as `code claim/evidence`."""
        return sorted(" ".join(filter(None, (r["code"], place(r["claim"], r["evidence"])))) for r in self.json[kind])


def place(claim: str, evidence: str) -> str:
    """`claim/evidence`, without what is empty."""
    return "/".join(filter(None, (claim, evidence)))


@cache
def ledgers() -> dict[str, Ledger]:
    """Every ledger by its name."""
    found = {}
    for path in sorted(HERE.glob("*/*/*/expected.yaml")):
        expected = msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Expected)
        name = path.parent.name
        assert name not in found, f"two ledgers are called {name}"
        found[name] = Ledger(name, path.is_relative_to(HERE / "sound"), path.parent, expected)
    return found


def lay_out(ledger: Ledger, root: Path) -> None:
    """Put a ledger into an empty folder, its twin first."""
    if ledger.twin is not None:
        lay_out(ledger.twin, root)
    for file in ledger.files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ledger.folder / file, root / file)
    if ledger.expected.recorded:
        recorded = claims(root, "record")
        assert recorded.code == 0, recorded
    for edit in ledger.expected.edit:
        ((verb, how),) = edit.items()
        EDITS[verb](root, **how)


def run(ledger: Ledger, root: Path) -> Came:
    """The command that the ledger is about, on a laid out copy."""
    if ledger.expected.without_provers:
        return command(root, ledger.expected.run, "--json", PATH="")
    return claims(root, ledger.expected.run, "--json")


def claims(root: Path, *arguments: str) -> Came:
    """Run `claims` in this process, whose server of workers stays warm."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with patch.object(sys, "argv", ["claims", *arguments, "--root", str(root)]), redirect_stdout(out), redirect_stderr(err):
        try:
            with _patience():
                main()
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Came(code, out.getvalue(), err.getvalue())


def command(root: Path, *arguments: str, **environment: str) -> Came:
    """Run `claims` as a process of its own."""
    argv = [COMMAND, *arguments, "--root", str(root)]
    variables = {**os.environ, **environment}
    done = subprocess.run(argv, capture_output=True, text=True, check=False, env=variables, timeout=PATIENCE)
    return Came(done.returncode, done.stdout, done.stderr)


def left_behind(root: Path) -> list[int]:
    """The processes that still work in a root: a worker does, and so does what it starts."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cwd"):
        with suppress(OSError):
            found += [int(path.parent.name)] if path.readlink() == root.resolve() else []
    return found


def difference(wanted: list[str], got: list[str]) -> str:
    """What is missing from a multiset and what is too much; empty where they agree."""
    lines = [f"- {line}" for line in (Counter(wanted) - Counter(got)).elements()]
    return "\n".join(lines + [f"+ {line}" for line in (Counter(got) - Counter(wanted)).elements()])


@contextmanager
def _patience() -> Iterator[None]:
    """Raise where the engine itself hangs."""

    def late(*_: object) -> None:
        raise TimeoutError(f"the command took more than {PATIENCE} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _replace(root: Path, file: str, find: str, put: str, after: str = "", times: int = 1, encoding: str = "utf-8") -> None:
    """Replace a text that stands there once, or the first that follows `after`; `times` repeats what is put."""
    text = (root / file).read_text(encoding="utf-8")
    unique = after or find
    assert text.count(unique) == 1, f"{unique!r} stands {text.count(unique)} times in {file}"
    start = text.index(find, text.index(unique))
    (root / file).write_bytes((text[:start] + put * times + text[start + len(find) :]).encode(encoding))


def _insert(root: Path, file: str, before: str, text: str) -> None:
    """Insert lines before the one line that begins with `before`, at its indent."""
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    (at,) = [i for i, line in enumerate(lines) if line.lstrip().startswith(before)]
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    lines[at:at] = [indent + line for line in text.splitlines()]
    (root / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _append(root: Path, file: str, text: str) -> None:
    """Append text to a file, or make it."""
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    with (root / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


def _remove(root: Path, file: str) -> None:
    """Remove a file, or a folder with what is in it."""
    path = root / file
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def _copy(root: Path, file: str, to: str) -> None:
    (root / to).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(root / file, root / to)


def _link_outside(root: Path, file: str) -> None:
    """Move a file out of the root and leave a link to it."""
    outside = root.parent / f"outside-{Path(file).name}"
    shutil.move(root / file, outside)
    (root / file).symlink_to(outside)


def _link_inside(root: Path, file: str, to: str) -> None:
    """Move a file to another place below the root and leave a link to it."""
    shutil.move(root / file, root / to)
    (root / file).symlink_to(root / to)


def _compile_unchecked(root: Path, file: str, find: str, put: str) -> None:
    """Leave bytecode of another text beside a module, of the sort that Python runs without a look at the source."""
    path, text = root / file, (root / file).read_text(encoding="utf-8")
    path.write_text(text.replace(find, put), encoding="utf-8")
    py_compile.compile(str(path), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH, doraise=True)
    path.write_text(text, encoding="utf-8")


def _flip_a_byte(root: Path, file: str, after: str) -> None:
    """Change the one byte that follows a text."""
    data = bytearray((root / file).read_bytes())
    assert data.count(after.encode()) == 1
    data[data.index(after.encode()) + len(after.encode())] ^= 1
    (root / file).write_bytes(data)


def _cut_in_half(root: Path, file: str) -> None:
    data = (root / file).read_bytes()
    (root / file).write_bytes(data[: len(data) // 2])


def _reseal(root: Path, file: str, evidence: str, put: dict[str, Any]) -> None:
    """Change fields of a receipt (`a.b.c: value`) and give it a valid digest, as a forger would."""
    path = root / file
    content = msgspec.json.decode(path.read_bytes())
    for dotted, value in put.items():
        node = content["evidence"][evidence]
        *parents, last = dotted.split(".")
        for key in parents:
            node = node[int(key) if isinstance(node, list) else key]
        if value is None:
            del node[last]
        else:
            node[last] = value
    whole = msgspec.convert(content, receipts.ReceiptFile)
    sealed = {**whole.evidence, evidence: whole.evidence[evidence].sealed()}
    path.write_bytes(msgspec.json.encode(receipts.ReceiptFile(whole.claim, sealed)))


def _record(root: Path, tier: str) -> None:
    """Record what the ledger is by now, whatever that is."""
    claims(root, "record", "--tier", tier)


def _relock(root: Path, why: str) -> None:
    locked = claims(root, "relock", "--why", why)
    assert locked.code == 0, locked


EDITS: dict[str, Callable[..., None]] = {
    "replace": _replace,
    "insert": _insert,
    "append": _append,
    "remove": _remove,
    "copy": _copy,
    "link-outside": _link_outside,
    "link-inside": _link_inside,
    "compile-unchecked": _compile_unchecked,
    "flip-a-byte": _flip_a_byte,
    "cut-in-half": _cut_in_half,
    "reseal": _reseal,
    "record": _record,
    "relock": _relock,
}

if __name__ == "__main__":
    lay_out(ledgers()[sys.argv[1]], Path(sys.argv[2]))
