"""`claims doctor`: what this machine can run, and what is missing for the rest."""

import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer

from claimledger.cli.common import HERE, Json, Root, open_registry, print_json
from claimledger.cli.paint import console
from claimledger.evidence import lean, rocq
from claimledger.model import By
from claimledger.registry.load import Loaded
from claimledger.store import cache_folder
from claimledger.verify.fingerprint import LOCK


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("doctor")(doctor_command)


def doctor_command(root: Root = HERE, json: Json = False) -> None:
    """Say what this machine can run, and the command that mends what it cannot. Exit 1 where something is broken."""
    root, loaded, _ = open_registry(root)
    rows = [*_python(root), *_provers(root, loaded), *_folders(root)]
    if json:
        print_json([{"check": name, "ok": ok, "detail": detail} for name, ok, detail in rows])
    else:
        for name, ok, detail in rows:
            mark = {True: "ok     ", False: "broken ", None: "absent "}[ok]
            console().print(f"{mark} {name}: {detail}", style={True: None, False: "red", None: "yellow"}[ok])
    raise SystemExit(any(ok is False for _, ok, _ in rows))


Row = tuple[str, bool | None, str]


def _python(root: Path) -> list[Row]:
    rows: list[Row] = [("python", sys.version_info >= (3, 11), platform.python_version())]
    path = root / LOCK
    if not path.is_file():
        return [*rows, ("packages", None, f"there is no {LOCK}; fingerprints hold no versions")]
    wanted = dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", path.read_text(encoding="utf-8"), re.M))
    wrong = []
    for name, number in wanted.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            continue
        if found != number:
            wrong.append(f"{name} is {found}, locked {number}")
    return [*rows, ("packages", not wrong, "; ".join(wrong) or f"installed ones agree with {LOCK}")]


def _provers(root: Path, loaded: Loaded) -> list[Row]:
    used = {item.by for _, item in loaded.evidence()}
    rows: list[Row] = []
    if By.ROCQ in used:
        reason = rocq.missing_tool()
        rows.append(("rocq", None if reason else True, reason or "coqc and Coquelicot are here"))
        broken = rocq.lock_broken(root)
        rows.append(("rocq lock", broken is None, broken or "the statements are those that were locked"))
    if By.LEAN in used:
        reason = lean.missing_tool(root)
        rows.append(("lean", None if reason else True, reason or "built here by make lean"))
        broken = lean.lock_broken(root)
        rows.append(("lean lock", broken is None, broken or "the statements are those that were locked"))
    return rows


def _folders(root: Path) -> list[Row]:
    folder = cache_folder(root)
    results = len(list((folder / "results").glob("*.json"))) if folder.is_dir() else 0
    return [("cache", True, f"{results} results of this machine in {folder.relative_to(root)}")]
