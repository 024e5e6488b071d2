"""Which commit a site was built at, and its date; nothing where the root is in no repository."""

import subprocess
from pathlib import Path

GIT = ("git", "-c", "core.fsmonitor=false")


def stamp(root: Path) -> dict[str, str | bool]:
    """`commit`, `date` and whether files that are followed differ from it; "" where there is no git or no commit."""
    found = _git(root, "log", "-1", "--format=%H %cs").split(" ")
    if len(found) != 2:
        return {"commit": "", "date": "", "changed": False}
    return {"commit": found[0], "date": found[1], "changed": bool(_git(root, "status", "--porcelain", "-uno", "--", "."))}


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run([*GIT, "-C", str(root), *arguments], capture_output=True, text=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
