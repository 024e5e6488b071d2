"""The same cuts by a scanner that knows no regular expressions, and byte-pair encoding on top of them.

Rules, from the left: at a letter, digit or other visible character, or at a single space right before one, take it and all that
follow of its class; at a run of spaces that is followed by something take all but the last, at the end of the text take all.

Drawn merges, up to 12 pairs of pieces built from each other, are then applied inside the parts. The list of pieces of a text with
two spaces before its word is that of one space followed by the list of the text with one space; with `cut` false, where merges
run over the whole text, this fails as soon as a merge joins the two spaces, or the spaces and the word.
"""

import re

from hypothesis import strategies as st

from claimledger.finding import Cases

Case = tuple[str, list[tuple[int, int]]]


def _kind(character: str) -> str:
    return "letter" if character.isalpha() else "digit" if character.isdigit() else "space" if character == " " else "other"


def _parts(text: str) -> list[str]:
    parts, i = [], 0
    while i < len(text):
        j = i
        if text[i] == " " and (i + 1 == len(text) or text[i + 1] == " "):
            while j < len(text) and text[j] == " ":
                j += 1
            j -= j < len(text)
        else:
            j += text[i] == " "
            kind = _kind(text[j])
            while j < len(text) and _kind(text[j]) == kind:
                j += 1
        parts.append(text[i:j])
        i = j
    return parts


def _encoded(text: str, merges: list[tuple[str, str]], cut: bool) -> list[str]:
    out: list[str] = []
    for part in _parts(text) if cut else [text]:
        pieces = list(part)
        for first, second in merges:
            joined: list[str] = []
            for piece in pieces:
                if joined and (joined[-1], piece) == (first, second):
                    joined[-1] = first + second
                else:
                    joined.append(piece)
            pieces = joined
        out += pieces
    return out


def two_spaces_are_a_space_and_the_rest(cut: bool, examples: int = 300) -> Cases:
    """pieces("  word") = [" "] + pieces(" word") ≠ pieces("word") for drawn words and merges; `cut` before merging or not."""

    def holds(case: Case) -> bool:
        word, drawn = case
        vocabulary, merges = [" ", *sorted(set(word))], [(" ", " ")]
        vocabulary.append("  ")
        for first, second in drawn:
            pair = (vocabulary[first % len(vocabulary)], vocabulary[second % len(vocabulary)])
            merges.append(pair)
            vocabulary.append("".join(pair))
        none, one, two = (_encoded(" " * n + word, merges, cut) for n in range(3))
        return two == [" ", *one] and one != none and len({tuple(none), tuple(one), tuple(two)}) == 3

    words = st.lists(st.sampled_from("the"), min_size=1, max_size=5).map("".join)
    pairs = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=12)
    return Cases.search(st.tuples(words, pairs), holds, examples=examples)


def scanner_cuts_as_the_pattern(gives_up_a_space: bool, examples: int = 300) -> Cases:
    """The scanner cuts texts where GPT-2's pattern does; the branch with the look-ahead is in it if `gives_up_a_space`."""
    ahead = r"|\s+(?!\S)" if gives_up_a_space else ""
    pattern = re.compile(r" ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+" + ahead + r"|\s+")
    texts = st.lists(st.sampled_from("ab7.,    "), max_size=14).map("".join)
    return Cases.search(texts, lambda text: _parts(text) == pattern.findall(text), examples=examples)
