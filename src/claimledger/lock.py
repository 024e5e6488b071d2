"""The lock on formal statements: a proof is worth something only against sentences that did not move under it.

`FOLDER/lock.json` holds the sha256 of the files that state what is proved, and why each lock was taken. A statement that
is edited without `claims relock --why` breaks the lock, and nothing in that folder passes.
"""

import hashlib
from pathlib import Path

import msgspec

from claimledger.store import write_whole

FILES = {"rocq": ("Definitions.v", "Statements.v"), "lean": ("Ledger/Definitions.lean", "Ledger/Statements.lean")}
NAME = "lock.json"


class Unreadable(Exception):
    """A lock that cannot be read; the message says which, and the mend."""


class Entry(msgspec.Struct, frozen=True):
    """Why a lock was taken, on which bytes."""

    why: str
    files: dict[str, str]


class Lock(msgspec.Struct, frozen=True):
    """The locks of a folder, the one in force last."""

    history: list[Entry]


def broken(root: Path, folder: str) -> str | None:
    """What does not agree with the lock of a prover's folder, or None where all does."""
    path = root / folder / NAME
    try:
        wanted = msgspec.json.decode(path.read_bytes(), type=Lock).history[-1].files
    except FileNotFoundError:
        return f"{folder}/{NAME} is missing; claims relock --why REASON"
    except (msgspec.MsgspecError, IndexError) as error:
        return f"{folder}/{NAME} cannot be read ({error}); restore it"
    for name, found in _digests(root, folder).items():
        if wanted.get(name) != found:
            return f"{folder}/{name} is not what was locked; restore it, or claims relock --why REASON"
    return None


def relock(root: Path, folder: str, why: str) -> bool:
    """Lock the files as they are, keeping the history; False where they are locked so already."""
    if broken(root, folder) is None:
        return False
    path = root / folder / NAME
    try:
        before = msgspec.json.decode(path.read_bytes(), type=Lock).history if path.exists() else []
    except msgspec.MsgspecError as error:
        raise Unreadable(f"{folder}/{NAME} cannot be read ({error}); restore it") from None
    after = Lock([*before, Entry(why, _digests(root, folder))])
    write_whole(root, path, msgspec.json.format(msgspec.json.encode(after), indent=2) + b"\n")
    return True


def _digests(root: Path, folder: str) -> dict[str, str]:
    paths = {name: root / folder / name for name in FILES[folder]}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "absent" for name, path in paths.items()}
