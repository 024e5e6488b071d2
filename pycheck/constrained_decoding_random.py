"""Constrained decoding on drawn languages over three letters, with masks from a table of states that can still be completed.

The language is drawn as a set of strings of length up to 4. The decoder walks a trie whose nodes are marked, from the leaves
up, by whether a string of the language lies below; at each step it draws, with a seeded generator, among marked children
and, at a string of the language, the end. The oracle is membership. Without the marks, on the trie of all strings, it leaves
the language.
"""

import random
from itertools import product

from hypothesis import strategies as st

from claimledger.finding import Cases

LETTERS = "xyz"
LONGEST = 4


def _marked(language: set[str]) -> dict[str, bool]:
    marks: dict[str, bool] = {}
    for length in range(LONGEST, -1, -1):
        for letters in product(LETTERS, repeat=length):
            node = "".join(letters)
            below = any(marks.get(node + t, False) for t in LETTERS)
            marks[node] = node in language or below
    return marks


def every_draw_is_in_the_language(completable: bool, draws: int = 8, examples: int = 60) -> Cases:
    """Each of so many draws ends in the language, with marks; without them (`completable` false) some do not."""

    def holds(case: tuple[list[str], int]) -> bool:
        language, source = set(case[0]), random.Random(case[1])
        marks = _marked(language)
        for _ in range(draws):
            text = ""
            while True:
                choices = [t for t in LETTERS if len(text) < LONGEST and (marks[text + t] or not completable)]
                ends = text in language
                if not choices and not ends:
                    return False
                pick = source.choice([*choices, *[""] * ends])
                if not pick:
                    break
                text += pick
            if text not in language:
                return False
        return True

    strings = st.lists(st.text(alphabet=LETTERS, max_size=LONGEST), min_size=1, max_size=6)
    return Cases.search(st.tuples(strings, st.integers(0, 10**6)), holds, examples=examples)
