"""The process in which pictures are drawn: `python -m claimledger.site.drawing`, a call on stdin, series on stdout.

What a picture's function prints goes to stderr, so that nothing but the answer is on stdout.
"""

import importlib
import inspect
import os
import sys
import traceback
from contextlib import redirect_stdout

import msgspec

from claimledger.finding import Absent
from claimledger.site.chart import Picture


class Asked(msgspec.Struct, frozen=True):
    """A picture to draw."""

    target: str
    findings: dict[str, object]


class Call(msgspec.Struct, frozen=True):
    """All pictures to draw, at which root; `packages` may hold their functions."""

    root: str
    packages: list[str]
    pictures: dict[str, Asked]


def answer(call: Call) -> dict[str, dict[str, object]]:
    """Every picture, or why there is none."""
    sys.path.insert(0, call.root)
    sys.pycache_prefix = os.devnull
    return {name: _draw(asked, call.packages) for name, asked in call.pictures.items()}


def _draw(asked: Asked, packages: list[str]) -> dict[str, object]:
    module, function = asked.target.split(":")
    if module.split(".")[0] not in packages:
        return {"error": f"{asked.target} is outside the packages of claims.yaml"}
    try:
        make = getattr(importlib.import_module(module), function)
        takes = "findings" in inspect.signature(make).parameters
        made = make(findings=asked.findings) if takes else make()
        return {"picture": msgspec.convert(msgspec.to_builtins(made), Picture)}
    except Absent as error:
        return {"absent": str(error)}
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return {"error": f"{type(error).__name__} at {os.path.basename(frame.filename)}:{frame.lineno}: {error}"[:400]}  # noqa: PTH119


def main() -> None:
    """Answer one call."""
    call = msgspec.json.decode(sys.stdin.buffer.read(), type=Call)
    with redirect_stdout(sys.stderr):
        found = answer(call)
    sys.stdout.buffer.write(msgspec.json.encode(found))


if __name__ == "__main__":
    main()
