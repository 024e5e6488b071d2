"""Where chapters cite claims: every citation in a text, with its line, whatever the text is written in.

One syntax a format, found by pattern and not by a parser of that format: a citation inside a comment is found too, and
that is meant, for it comes back with the comment.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

SLUG = r"[A-Za-z0-9][A-Za-z0-9_-]*"
MARKDOWN = [rf"@claim:(?P<id>{SLUG})(?P<options>[^\];@]*)", rf"\{{\{{<\s*claim\s+(?P<id>{SLUG})(?P<options>[^>]*)>\}}\}}"]
ROLE = [rf"\{{claim\}}`(?P<id>{SLUG})(?P<options>[^`]*)`"]
SYNTAX: dict[str, list[str]] = {
    ".md": MARKDOWN + ROLE,
    ".qmd": MARKDOWN,
    ".ipynb": MARKDOWN + ROLE,
    ".tex": [rf"\\claim(?:status)?\s*(?:\[(?P<options>[^\]]*)\])?\s*\{{\s*(?P<id>{SLUG})\s*\}}"],
    ".rst": [rf":claim:`(?P<id>{SLUG})(?P<options>[^`]*)`"],
}
AS_VERIFIED = re.compile(r"\bverified\b")
AS_OF = re.compile(r"as\s*of\s*=?\s*([0-9a-f]+)")
DECLARED = {
    "source": re.compile(r"claims[-_]source\s*[:=]\s*[\"']?([^\"'\n]+?)[\"']?\s*$", re.M),
    "edition": re.compile(r"claims[-_]edition\s*[:=]\s*[\"']?([^\"'\n]+?)[\"']?\s*$", re.M),
}


class Citation(msgspec.Struct, frozen=True):
    """One citation: the file, its line from 1, the id, the digest it is as of ("" where none), and the sentence around it.

    `as_verified`: it asks that the badge say verified.
    """

    path: str
    line: int
    id: str
    as_of: str
    sentence: str
    as_verified: bool = False


class Chapter(msgspec.Struct, frozen=True):
    """A text with its citations, and the source and edition that it says it is."""

    path: str
    source: str
    edition: str
    citations: list[Citation]


class NotAChapter(Exception):
    """A path that is not there, cannot be read, or is of a format that cites nothing."""


def chapters(paths: Iterable[Path]) -> list[Chapter]:
    """The chapters at paths; of a folder, every file of a known format. Raises NotAChapter."""
    return [_read(path) for path in _files(paths)]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix in SYNTAX and p.is_file())
        elif not path.is_file():
            raise NotAChapter(f"{path} is not there")
        elif path.suffix not in SYNTAX:
            raise NotAChapter(f"{path} is none of {', '.join(sorted(SYNTAX))}")
        else:
            yield path


def _read(path: Path) -> Chapter:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotAChapter(f"{path} cannot be read: {error}") from None
    parts = _cells(path, text) if path.suffix == ".ipynb" else [(0, text)]
    found = [c for start, part in parts for c in _citations(path, part, start)]
    declared = {name: match[1] if (match := pattern.search(text)) else "" for name, pattern in DECLARED.items()}
    return Chapter(str(path), declared["source"], declared["edition"], found)


def _cells(path: Path, text: str) -> list[tuple[int, str]]:
    """The prose of a notebook: each Markdown cell, with the line on which its first line stands in the file."""
    try:
        cells = json.loads(text)["cells"]
        prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotAChapter(f"{path} is no notebook: {error!r}") from None
    lines, parts, at = text.split("\n"), [], 0
    for part in prose:
        first = json.dumps(part.split("\n")[0], ensure_ascii=False)[1:-1]
        at = next((n for n in range(at, len(lines)) if first and first in lines[n]), at)
        parts.append((at, part))
    return parts


def _citations(path: Path, text: str, start: int) -> Iterator[Citation]:
    for match in sorted((m for p in SYNTAX[path.suffix] for m in re.finditer(p, text)), key=lambda m: m.start()):
        as_of = AS_OF.search(match["options"] or "")
        line = start + text.count("\n", 0, match.start()) + 1
        asked = bool(AS_VERIFIED.search(match["options"] or ""))
        sentence = _sentence(text, match.start(), match.end())
        yield Citation(str(path), line, match["id"], as_of[1] if as_of else "", sentence, asked)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence in which a citation stands: between full stops or blank lines."""
    stops = list(re.finditer(r"[.!?](?=\s)|\n\s*\n", text))
    first = max((s.end() for s in stops if s.end() <= start), default=0)
    last = min((s.start() for s in stops if s.start() >= end), default=len(text))
    return " ".join(text[first:last].split())
