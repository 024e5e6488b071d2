"""Edits of the registry that keep every byte they do not mean to change, comments among them.

A new claim is spliced in as text. The result is loaded before it replaces the file, and has to hold every claim that was
there before, unchanged: an edit that would leave a fault leaves nothing.
"""

import re
from pathlib import Path

from claimledger.model import Place, Registry
from claimledger.registry.faults import registry_faults
from claimledger.registry.load import CLAIMS, Loaded
from claimledger.registry.parse import Fault, Faults, parse_bytes
from claimledger.registry.shape import shape
from claimledger.store import write_whole


def add_claim(root: Path, loaded: Loaded, place: Place, entry: list[str]) -> int:
    """Insert a claim's lines where its place belongs; the line it starts on. Raises Faults and leaves the file untouched."""
    path = root / CLAIMS
    text = path.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    at, indent = _slot(lines, loaded, place)
    gap_before = [""] if lines[at - 1].strip() and at != _key_line(lines, "claims") + 1 else []
    gap_after = [""] if at < len(lines) and lines[at].strip() else []
    new = [line + end.removesuffix("\n") for line in [*gap_before, *(indent + row for row in entry), *gap_after]]
    if at == len(lines):  # the last line has no end yet
        lines[-1] += end.removesuffix("\n")
        new = [end.removesuffix("\n"), *new]
    after = "\n".join([*lines[:at], *new, *lines[at:]])
    _check(root, loaded, after)
    write_whole(root, path, after.encode())
    return at + len(gap_before) + 1


def place_key(place: Place) -> tuple[list[int], int]:
    """The order of claims: by the numbers of the section, then by item."""
    return [int(number) for number in re.findall(r"\d+", place.section)], place.item or 0


def _slot(lines: list[str], loaded: Loaded, place: Place) -> tuple[int, str]:
    """The index of the line before which a claim of that place goes, and the indent of the list's dashes."""
    claims = loaded.registry.claims
    if not claims:
        at = _key_line(lines, "claims")
        lines[at] = re.sub(r"\[\s*\]", "", lines[at], count=1).replace(":  ", ": ")
        return at + 1, "  "
    indent = lines[loaded.lines[claims[0].id] - 1].partition("-")[0]
    later = [claim for claim in claims if claim.where[0].source == place.source and place_key(claim.where[0]) > place_key(place)]
    if not later:
        return _end_of_claims(lines, loaded), indent
    at = loaded.lines[later[0].id] - 1
    while lines[at - 1].startswith(f"{indent}#"):
        at -= 1
    return at, indent


def _key_line(lines: list[str], key: str) -> int:
    """The index of the line on which a top-level key stands."""
    raw = parse_bytes("\n".join(lines).encode(), CLAIMS)
    return raw.lines[key] - 1


def _end_of_claims(lines: list[str], loaded: Loaded) -> int:
    """The index after the claims: before the next top-level key with the comments that lead to it, or the end of the file."""
    raw = parse_bytes("\n".join(lines).encode(), CLAIMS)
    following = [line - 1 for line in raw.lines.values() if line > raw.lines["claims"]]
    at = min(following, default=len(lines))
    last = max(loaded.lines.values())
    while at > last and (not lines[at - 1].strip() or (following and lines[at - 1].startswith("#"))):
        at -= 1
    return at


def _check(root: Path, loaded: Loaded, text: str) -> None:
    found: list[Fault] = []
    raw = parse_bytes(text.encode(), CLAIMS)
    registry = shape(raw, Registry, CLAIMS, found)
    if registry is not None:
        found += registry_faults(registry, raw, CLAIMS, root)
        if not found and [c for c in registry.claims if loaded.claim(c.id)] != loaded.registry.claims:
            found.append(Fault(CLAIMS, 1, "the edit would change another claim; add this one by hand"))
    if found:
        raise Faults(found)
