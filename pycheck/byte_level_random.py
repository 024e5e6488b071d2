"""A byte-level tokenizer on drawn Unicode text, its merges learned from other drawn text, against the text itself.

Merges are learned by greedy pair counting on UTF-8 bytes as integers (new ids from 256 up, as in common implementations), so a
piece may well be cut inside a character. The oracle is the text: decoding gives it back. A list of the words of the other text,
without a mark for unknown words, has no number for a word that is not among them: `words` true asks that it had.
"""

from collections import Counter
from itertools import pairwise

from hypothesis import strategies as st

from claimledger.finding import Cases


def _joined(ids: list[int], pair: tuple[int, int], new: int) -> list[int]:
    out: list[int] = []
    i = 0
    while i < len(ids):
        if tuple(ids[i : i + 2]) == pair:
            out.append(new)
            i += 2
        else:
            out.append(ids[i])
            i += 1
    return out


def _learned(text: str, merges: int) -> dict[tuple[int, int], int]:
    ids, learned = list(text.encode()), dict[tuple[int, int], int]()
    for new in range(256, 256 + merges):
        counts = Counter(pairwise(ids))
        if not counts:
            break
        pair = max(sorted(counts), key=lambda p: counts[p])
        learned[pair] = new
        ids = _joined(ids, pair, new)
    return learned


def every_text_comes_back(words: bool, examples: int = 200) -> Cases:
    """decode(encode(text)) = text with merges learned elsewhere; with `words`, its words are all in the other text."""

    def holds(case: tuple[str, str]) -> bool:
        other, text = case
        if words:
            return set(text.split()) <= set(other.split())
        learned = _learned(other, 10)
        ids = list(text.encode())
        for pair, new in learned.items():
            ids = _joined(ids, pair, new)
        meaning = {i: bytes([i]) for i in range(256)}
        for (first, second), new in learned.items():
            meaning[new] = meaning[first] + meaning[second]
        return b"".join(meaning[i] for i in ids).decode() == text

    text = st.text(st.one_of(st.sampled_from("ab é"), st.characters(exclude_categories=["Cs"])), max_size=20)
    return Cases.search(st.tuples(text, text), holds, examples=examples)
