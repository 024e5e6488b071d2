"""Edits of the registry that keep every byte they do not mean to change, comments among them.

A new claim is spliced in as text. The result is loaded before it replaces the file: an edit that would leave a fault
leaves nothing.
"""

import re
from pathlib import Path

from claimledger.model import Place, Registry
from claimledger.registry.faults import registry_faults
from claimledger.registry.load import CLAIMS, Loaded
from claimledger.registry.parse import Fault, Faults, parse_bytes
from claimledger.registry.shape import shape
from claimledger.store import write_whole


def add_claim(root: Path, loaded: Loaded, place: Place, block: str) -> int:
    """Insert a claim's text where its place belongs; its line. Raises Faults and leaves the file untouched."""
    path = root / CLAIMS
    lines = path.read_text(encoding="utf-8").splitlines()
    at, indent = _slot(lines, loaded, place)
    entry = [indent + line if line else "" for line in block.splitlines()]
    gap_before = [""] if at and lines[at - 1].strip() not in ("", "claims:") else []
    gap_after = [""] if at < len(lines) and lines[at].strip() else []
    new = [*lines[:at], *gap_before, *entry, *gap_after, *lines[at:]]
    text = "\n".join(new).rstrip("\n") + "\n"
    _check(root, text)
    write_whole(root, path, text.encode())
    return at + len(gap_before) + 1


def place_key(place: Place) -> tuple[list[int], int]:
    """The order of claims: by the numbers of the section, then by item."""
    return [int(number) for number in re.findall(r"\d+", place.section)], place.item or 0


def _slot(lines: list[str], loaded: Loaded, place: Place) -> tuple[int, str]:
    """The index of the line before which a claim of that place goes, and the indent of the list's dashes."""
    claims = loaded.registry.claims
    if not claims:
        at = next(i for i, line in enumerate(lines) if re.match(r"claims\s*:", line))
        lines[at] = "claims:"
        return at + 1, "  "
    indent = re.match(r"\s*", lines[loaded.lines[claims[0].id] - 1])
    later = [claim for claim in claims if claim.where[0].source == place.source and place_key(claim.where[0]) > place_key(place)]
    if later:
        at = loaded.lines[later[0].id] - 1
        while lines[at - 1].lstrip().startswith("#"):
            at -= 1
    else:
        at = _end_of_claims(lines)
    return at, indent[0] if indent else ""


def _end_of_claims(lines: list[str]) -> int:
    """The index after the last line of the `claims:` list: the next top-level key, or the end of the file."""
    start = next(i for i, line in enumerate(lines) if re.match(r"claims\s*:", line))
    return next((i for i in range(start + 1, len(lines)) if re.match(r"[a-z_]+\s*:", lines[i])), len(lines))


def _check(root: Path, text: str) -> None:
    found: list[Fault] = []
    raw = parse_bytes(text.encode(), CLAIMS)
    registry = shape(raw, Registry, CLAIMS, found)
    if registry is not None:
        found += registry_faults(registry, raw, CLAIMS, root)
    if found:
        raise Faults(found)
