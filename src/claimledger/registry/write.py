"""Values as the YAML text that an edit writes: plain where readers of YAML 1.1 and 1.2 take it back, folded where it is long,
else in double quotes.

Whatever comes out here is loaded again, and compared with what was meant, before it replaces a file.
"""

import json
import re
import textwrap
from collections.abc import Mapping
from typing import Any

from claimledger.registry.parse import Fault, Faults

WIDTH = 126
BARE = re.compile(r"[A-Za-z]([A-Za-z0-9 _./+-]|(?<! )#)*(?<! )")
RESERVED = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
Value = str | int | list[Any] | Mapping[str, Any]


def quoted(value: str) -> str:
    """A string in double quotes, with escapes for what YAML does not print. Raises Faults for what is not text."""
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Faults([Fault("claims", 0, f"{value!r} is not text; write it in UTF-8")]) from None
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in json.dumps(value, ensure_ascii=False))


def flow(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return value if BARE.fullmatch(value) and value.lower() not in RESERVED else quoted(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return "{" + ", ".join(f"{flow(key)}: {flow(item)}" for key, item in value.items()) + "}"


def entry(key: str, value: Value, indent: int) -> list[str]:
    """A key of a block mapping with its value, as lines."""
    head = f"{' ' * indent}{key}:"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [head, *(line for each in value for line in item(each, indent))]
    if not isinstance(value, str):
        return [f"{head} {flow(value)}"]
    text = value if _plain(value) else quoted(value)
    if len(head) + 1 + len(text) > WIDTH and (folded := _folded(value, indent + 2)):
        return [f"{head} >-", *folded]
    return [f"{head} {text}"]


def item(value: Value, indent: int, *, block: bool = False) -> list[str]:
    """An item of a block sequence: a mapping on one line where it fits and `block` does not ask for lines."""
    line = f"{' ' * indent}- {flow(value)}"
    if not isinstance(value, dict) or (len(line) <= WIDTH and not block):
        return [line]
    rows = [row for key, each in value.items() for row in entry(key, each, indent + 2)]
    return [f"{' ' * indent}- {rows[0][indent + 2 :]}", *rows[1:]]


def _plain(text: str) -> bool:
    """Whether YAML of either version reads these words back, outside brackets, without quotes."""
    safe = text[:1].isalpha() and text.isprintable() and text[-1] not in ": " and text.lower() not in RESERVED
    return safe and ": " not in text and " #" not in text


def _folded(text: str, indent: int) -> list[str]:
    """The lines of a folded scalar; none where folding would not give the text back."""
    if not text.isprintable() or not text[:1].isalnum():
        return []
    lines = textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return [" " * indent + line for line in lines] if " ".join(lines) == text else []
