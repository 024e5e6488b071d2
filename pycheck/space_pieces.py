r"""Which pieces a splitting pattern lets byte-pair encoding form around spaces: every short text over four characters.

GPT-2 splits text by a pattern before any merge, and merges never cross the cuts (Radford et al. 2019; the pattern is public in
its encoder.py). On the characters used here (t, 1, full stop, space) it reads

    ' ?[letters]+| ?[digits]+| ?[others]+|\s+(?!\S)|\s+'

in which one space may go with what follows, and a run of spaces before something gives up its last space to it. So of the text
"  the" the pieces come out of " " and " the", whatever the merges are. The pattern of later models differs in its other branches
and keeps \s+(?!\S). Without the pattern, as in a tokenizer that merges over spaces, a piece "  the" can be learned.
"""

import re
from itertools import product

from claimledger.finding import Exhausted

PATTERN = re.compile(r" ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+|\s+(?!\S)|\s+")
ALPHABET = "t1. "


def split(text: str, pattern: bool) -> list[str]:
    """The parts between cuts; the text as a whole if there is no pattern."""
    return PATTERN.findall(text) if pattern else [text] * bool(text)


def _may_be_a_piece(piece: str) -> bool:
    """A run of spaces alone, or characters with at most one space, which comes first."""
    return not piece.strip(" ") or " " not in piece[1:]


def two_spaces_before_a_word_are_cut(pattern: bool, longest: int) -> Exhausted:
    """For every text up to `longest`: the parts make up the text, and none holds two spaces, or one inside, beside characters."""

    def holds(text: str) -> bool:
        parts = split(text, pattern)
        return "".join(parts) == text and all(map(_may_be_a_piece, parts))

    texts = ["".join(letters) for length in range(longest + 1) for letters in product(ALPHABET, repeat=length)]
    return Exhausted.over(f"texts up to {longest}", sum(4**n for n in range(longest + 1)), texts, holds)


def parts_of(texts: list[str], parts: list[str]) -> Exhausted:
    """Each text is cut into the parts given for it, which are written with a bar between them."""
    rows = list(zip(texts, parts, strict=True))
    return Exhausted.over("texts", len(rows), rows, lambda row: split(row[0], pattern=True) == row[1].split("|"))
