"""Files that are whole or absent: every write of the engine goes through `write_whole`.

A process killed at any moment leaves the old file or the new one. What it was writing stays behind in the one
scratch folder of the cache, under a name nobody reads, and is swept by a later run. An edit of several files is written
into a journal first, whole; killed after that, it is carried out by the next command (`finish`), and killed before, it never was.
"""

import hashlib
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

SWEEP_AFTER_SECONDS = 3600


def cache_folder(root: Path) -> Path:
    """Where a root keeps what can be computed again: `.cache/claims`, ignored by git."""
    return root / ".cache" / "claims"


def write_whole(root: Path, path: Path, data: bytes) -> None:
    """Write `data` to `path` (below `root`) in one step; the parent folder is made where it is missing."""
    scratch = cache_folder(root) / "scratch"
    scratch.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = scratch / f"{os.getpid()}-{time.monotonic_ns()}"
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class Interrupted(Exception):
    """An edit of several files was killed, and one of them has changed since; the message says which, and the mend."""


class _Change(msgspec.Struct, frozen=True):
    """A file of the root, the digest of what it was ("" where it was not), and what it becomes (None: it goes)."""

    name: str
    before: str
    data: bytes | None


_JOURNAL = msgspec.msgpack.Decoder(list[_Change])


def write_all(root: Path, files: Mapping[Path, bytes | None]) -> None:
    """Write files below `root`, and remove those that become None, all or none of them."""
    changes = [_Change(str(path.relative_to(root)), _is(path), data) for path, data in files.items()]
    changes = [change for change in changes if change.before != _will_be(change)]
    if len(changes) > 1:
        write_whole(root, _journal(root), msgspec.msgpack.encode(changes))
    _carry_out(root, changes)
    _journal(root).unlink(missing_ok=True)


def finish(root: Path) -> None:
    """Carry out what a killed `write_all` had begun. Raises Interrupted where a file has changed since."""
    try:
        changes = _JOURNAL.decode(_journal(root).read_bytes())
    except OSError:
        return
    for change in changes:
        if _is(root / change.name) not in (change.before, _will_be(change)):
            mend = f"restore it, or remove {_journal(root)} to let the edit go"
            raise Interrupted(f"{change.name} has changed since an edit of several files was killed; {mend}")
    _carry_out(root, changes)
    _journal(root).unlink(missing_ok=True)


def _journal(root: Path) -> Path:
    return cache_folder(root) / "edit.journal"


def _is(path: Path) -> str:
    return digest([path.read_bytes()]) if path.is_file() else ""


def _will_be(change: _Change) -> str:
    return "" if change.data is None else digest([change.data])


def _carry_out(root: Path, changes: list[_Change]) -> None:
    for change in changes:
        if change.data is None:
            (root / change.name).unlink(missing_ok=True)
        else:
            write_whole(root, root / change.name, change.data)


def sweep(root: Path) -> None:
    """Remove what killed runs left in the scratch folder."""
    scratch = cache_folder(root) / "scratch"
    for part in scratch.iterdir() if scratch.is_dir() else ():
        try:
            if time.time() - part.stat().st_mtime > SWEEP_AFTER_SECONDS:
                part.unlink()
        except FileNotFoundError:
            continue


def digest(parts: Iterable[bytes]) -> str:
    """The sha256 of byte strings, each framed by its length, in hex."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()
