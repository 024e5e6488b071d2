"""Byte-pair encoding by its definition: count every adjacent pair from scratch, merge the most frequent, repeat.

A corpus is a list of words with how often each occurs; a word is a sequence of symbols, at first its characters. The count of a
pair is the sum over words of its adjacent occurrences times the word's frequency. A merge goes through each word from the left
and joins every occurrence (Sennrich et al. 2016, algorithm 1). The algorithm does not say what to do with a tie.

The toy corpus is that of the book: low 5 times, lower 2, newest 6, widest 3, without an end-of-word mark.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from claimledger.finding import Exhausted

Word = tuple[str, ...]
Corpus = dict[Word, int]
Pair = tuple[str, str]

TOY: Corpus = {tuple("low"): 5, tuple("lower"): 2, tuple("newest"): 6, tuple("widest"): 3}


def pair_counts(corpus: Corpus) -> Counter[Pair]:
    """How often each pair of adjacent symbols occurs."""
    counts: Counter[Pair] = Counter()
    for word, times in corpus.items():
        for pair in pairwise(word):
            counts[pair] += times
    return counts


def merged_word(word: Word, pair: Pair) -> Word:
    """The word with every occurrence of the pair joined, from the left."""
    out: list[str] = []
    i = 0
    while i < len(word):
        joined = i + 1 < len(word) and (word[i], word[i + 1]) == pair
        out.append(word[i] + word[i + 1] if joined else word[i])
        i += 2 if joined else 1
    return tuple(out)


def merged(corpus: Corpus, pair: Pair) -> Corpus:
    """The corpus after a merge."""
    after: Corpus = {}
    for word, times in corpus.items():
        joined = merged_word(word, pair)
        after[joined] = after.get(joined, 0) + times
    return after


def most_frequent(corpus: Corpus) -> set[Pair]:
    """All pairs that no other pair exceeds."""
    counts = pair_counts(corpus)
    return {pair for pair, count in counts.items() if count == max(counts.values())}


def _pairs(texts: Iterable[str]) -> set[Pair]:
    return {(text.split()[0], text.split()[1]) for text in texts}


def toy_merges_are(merges: list[str], winners: list[list[str]], counts: list[int]) -> Exhausted:
    """Before each of `merges` and after the last `winners` are the most frequent pairs, with `counts`; a merge is one."""
    corpus = TOY
    rows: list[tuple[int, bool]] = []
    for merge, expected, count in zip([*merges, ""], winners, counts, strict=True):
        found, table = most_frequent(corpus), pair_counts(corpus)
        right = found == _pairs(expected) and all(table[pair] == count for pair in found)
        rows.append((len(rows), right and (not merge or _pairs([merge]) <= found)))
        corpus = merged(corpus, *_pairs([merge])) if merge else corpus
    return Exhausted.over("the states of the toy corpus", len(merges) + 1, rows, lambda row: row[1])


def toy_pairs_after(merges: list[str], pairs: list[str], counts: list[int]) -> Exhausted:
    """After `merges` the adjacent pairs of the toy corpus are `pairs` with `counts`, and there are no others."""
    corpus = TOY
    for merge in merges:
        corpus = merged(corpus, *_pairs([merge]))
    table = pair_counts(corpus)
    claimed = {(p.split()[0], p.split()[1]): c for p, c in zip(pairs, counts, strict=True)}
    every = sorted({*table, *claimed})
    return Exhausted.over("pairs of the toy corpus", len(every), every, lambda pair: table.get(pair) == claimed.get(pair))


def toy_runs(steps: int) -> dict[tuple[Pair, ...], Corpus]:
    """Every list of merges that some way of breaking ties leads to, with the corpus that it leaves."""
    runs: dict[tuple[Pair, ...], Corpus] = {(): TOY}
    for _ in range(steps):
        runs = {(*done, pair): merged(corpus, pair) for done, corpus in runs.items() for pair in most_frequent(corpus)}
    return runs


def toy_runs_number(steps: list[int], lists: list[int], segmentations: list[int]) -> Exhausted:
    """After so many merges, ties allow so many lists of merges, which leave so many segmentations of the corpus."""
    rows = list(zip(steps, lists, segmentations, strict=True))

    def holds(row: tuple[int, int, int]) -> bool:
        runs = toy_runs(row[0])
        return (len(runs), len({tuple(sorted(corpus)) for corpus in runs.values()})) == row[1:]

    return Exhausted.over("numbers of merges", len(rows), rows, holds)
