"""Byte-pair encoding with counts that are kept up to date, against a recount from the text of the corpus.

Only words that hold the merged pair change, so their old pairs are taken out of the counts and their new ones put in. The oracle
writes the corpus as text, one word a line with spaces between symbols and its frequency behind it, merges by substitution, as in
Sennrich et al. (2016, algorithm 1), and counts pairs by walking over that text. Ties go to the first pair in the alphabet;
what is compared is the whole table of counts after each merge, and the set of pairs that are most frequent.

Drawn corpora have up to 5 words of up to 8 letters out of three, so that overlapping pairs as in aaa occur; the toy corpus of the
book is the first case of each run. If the pairs that a merge breaks up are left in the counts the tables differ.
"""

import re
from collections import Counter

from hypothesis import strategies as st

from claimledger.finding import Cases

Drawn = list[tuple[str, int]]
Table = dict[tuple[str, str], int]
TOY: Drawn = [("low", 5), ("lower", 2), ("newest", 6), ("widest", 3)]


def _recount(text: list[tuple[str, int]]) -> Table:
    table: Table = {}
    for line, times in text:
        symbols = line.split(" ")
        for i in range(len(symbols) - 1):
            pair = (symbols[i], symbols[i + 1])
            table[pair] = table.get(pair, 0) + times
    return table


def _substituted(line: str, pair: tuple[str, str]) -> str:
    pattern = re.compile(r"(?<!\S)" + re.escape(" ".join(pair)) + r"(?!\S)")
    return pattern.sub("".join(pair), line)


class _Kept:
    """Words as lists, a table of counts, and for each pair the words that hold it."""

    def __init__(self, corpus: Drawn, forgets: bool) -> None:
        self.words = [(list(word), times) for word, times in corpus]
        self.forgets = forgets
        self.table: Counter[tuple[str, str]] = Counter()
        for word, times in self.words:
            self._count(word, times)

    def _count(self, word: list[str], times: int) -> None:
        for i in range(len(word) - 1):
            self.table[word[i], word[i + 1]] += times

    def merge(self, pair: tuple[str, str]) -> None:
        for index, (word, times) in enumerate(self.words):
            out: list[str] = []
            for symbol in word:
                if out and (out[-1], symbol) == pair:
                    out[-1] = "".join(pair)
                else:
                    out.append(symbol)
            if len(out) < len(word):
                self._count(word, 0 if self.forgets else -times)
                self._count(out, times)
                self.words[index] = (out, times)
        if self.forgets:
            del self.table[pair]


def kept_counts_are_recounts(forgets: bool, merges: int = 6, examples: int = 200) -> Cases:
    """After each of up to `merges` merges the kept counts are the recount; `forgets` leaves broken pairs in."""

    def holds(corpus: Drawn) -> bool:
        kept, text = _Kept(corpus, forgets), [(" ".join(word), times) for word, times in corpus]
        for _ in range(merges):
            table = _recount(text)
            if not table:
                return True
            first = min(pair for pair, count in table.items() if count == max(table.values()))
            text = [(_substituted(line, first), times) for line, times in text]
            kept.merge(first)
            if {pair: count for pair, count in kept.table.items() if count} != _recount(text):
                return False
        return True

    words = st.lists(st.sampled_from("abc"), min_size=1, max_size=8).map("".join)
    drawn = st.lists(st.tuples(words, st.sampled_from(range(1, 10))), min_size=1, max_size=5)
    return Cases.search(st.one_of(st.just(TOY), drawn), holds, examples=examples)
