"""Files that are whole or absent: every write of the engine goes through `write_whole`.

A process killed at any moment leaves the old file or the new one. What it was writing stays behind in the one
scratch folder of the cache, under a name nobody reads, and is swept by a later run.
"""

import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

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
