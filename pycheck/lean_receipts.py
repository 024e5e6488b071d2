"""What the public manifest of the author's theorems lists: lean_status.json, entry by entry.

The manifest (schema 1 of 2026-05-06, for commit 25c77fd of lean-taf) groups theorems and gives for each its name, file, line,
the sentence that it is said to prove, and a status. Read here are names and sentences, no proof and no Lean source: that an
entry is listed says that the author published it as proved, and that one is not listed says nothing of theorems elsewhere.

An entry mentions a word if its name or its sentence holds it, whatever the case; `a|b` is a or b.
"""

import json
from typing import Any

from flint import arb

from claimledger.finding import Ball, Enclosure, Exhausted
from pycheck.public_data import path


def _manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path("lean_status.json").read_text(encoding="utf-8"))
    return loaded


def _entries(manifest: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every entry by its name, file and line."""
    theorems = [theorem for group in manifest["groups"] for theorem in group["theorems"]]
    return {f"{t['name']} ({t['file']}, line {t['line']})": t for t in theorems}


def _mentions(entry: dict[str, Any], words: list[str]) -> bool:
    text = f"{entry['name']} {entry['claim']}".lower()
    return all(any(part in text for part in word.lower().split("|")) for word in words)


def manifest_holds(groups: int, theorems: int, ok: int, said: int) -> Enclosure:
    """How many groups and theorems there are, how many have the status ok, and how many the summary says there are."""
    manifest = _manifest()
    entries = _entries(manifest)
    balls = (
        Ball("groups", arb(len(manifest["groups"])), target=groups),
        Ball("theorems listed", arb(len(entries)), target=theorems),
        Ball("theorems with the status ok", arb(sum(entry["status"] == "ok" for entry in entries.values())), target=ok),
        Ball("theorems by the summary", arb(manifest["summary"]["theorems_total"]), target=said),
    )
    return Enclosure(balls)


def entries_that_mention_the_words_are(words: list[str], entries: list[str]) -> Exhausted:
    """The entries that mention every one of `words` are `entries`, each by name, file and line, and no others."""
    listed = _entries(_manifest())
    labels = sorted({*listed, *entries})

    def holds(label: str) -> bool:
        return (label in listed and _mentions(listed[label], words)) == (label in entries)

    return Exhausted.over("theorems of the manifest", len(labels), labels, holds)


def number_of_entries_that_mention(words: list[str], count: int) -> Enclosure:
    """How many entries mention every one of `words`."""
    found = sum(_mentions(entry, words) for entry in _entries(_manifest()).values())
    return Enclosure((Ball(f"entries that mention {' and '.join(words)}", arb(found), target=count),))


def entries_tagged_or_found_wrong(finding: list[str], refutations: list[str]) -> Exhausted:
    """The theorems of the findings, and those tagged as refutations, are those named, and no others."""
    manifest = _manifest()
    entries = _entries(manifest)
    names = {entry["name"]: label for label, entry in entries.items()}
    detected = {names[item["detected_by"]] for item in manifest["findings"]}

    def holds(label: str) -> bool:
        tagged = label in entries and "refutation" in entries[label]["tags"]
        return (label in detected) == (label in finding) and tagged == (label in refutations)

    labels = sorted({*entries, *finding, *refutations})
    return Exhausted.over("theorems of the manifest", len(labels), labels, holds)
