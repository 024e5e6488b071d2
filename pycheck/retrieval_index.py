"""BM25 from an inverted index that is kept up to date, against one that is built anew, exactly.

BM25 without its logarithm: the score of document d for a query is Σ_t i_t · f (k + 1)/(f + k (1 − b + b |d|/avg)), with f
the count of t in d, k = 6/5, b = 3/4, and i_t = (N − n_t + 1/2)/(n_t + 1/2) + 1, whose logarithm is the usual weight
(Robertson & Zaragoza 2009). Kept are postings, lengths and their sum. Adding or removing a document changes N, n_t and avg,
and with them the scores of all documents.
"""

from collections import Counter
from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted

K, B = Fraction(6, 5), Fraction(3, 4)
TEXTS = ("pump valve", "valve manual manual", "red pump", "blue valve pump pump", "manual", "code x17 pump")
QUERIES = ("pump", "valve manual", "x17", "red x17 pump")


class _Index:
    def __init__(self) -> None:
        self.postings: dict[str, dict[int, int]] = {}
        self.lengths: dict[int, int] = {}

    def add(self, name: int, text: str) -> None:
        words = text.split()
        self.lengths[name] = len(words)
        for word, count in Counter(words).items():
            self.postings.setdefault(word, {})[name] = count

    def remove(self, name: int) -> None:
        del self.lengths[name]
        for word in list(self.postings):
            self.postings[word].pop(name, None)
            if not self.postings[word]:
                del self.postings[word]

    def rarity(self) -> dict[str, Fraction]:
        size = len(self.lengths)
        return {t: (size - len(p) + Fraction(1, 2)) / (len(p) + Fraction(1, 2)) + 1 for t, p in self.postings.items()}

    def scores(self, query: str, rarity: dict[str, Fraction]) -> dict[int, Fraction]:
        mean = Fraction(sum(self.lengths.values()), max(1, len(self.lengths)))
        found = dict.fromkeys(self.lengths, Fraction(0))
        for term in query.split():
            for name, f in self.postings.get(term, {}).items():
                scale = K * (1 - B + B * self.lengths[name] / mean)
                found[name] += rarity.get(term, Fraction(1)) * f * (K + 1) / (f + scale)
        return found


def updated_index_scores_as_a_new_one(statistics: str) -> Exhausted:
    """For every set of documents and every one added or removed: the scores are those of an index built from nothing.

    `statistics`: renewed with the update, or kept from before it.
    """

    def built(names: list[int]) -> _Index:
        index = _Index()
        for name in names:
            index.add(name, TEXTS[name])
        return index

    def holds(case: tuple[tuple[bool, ...], int]) -> bool:
        inside = [i for i, chosen in enumerate(case[0]) if chosen]
        updated = built(inside)
        before = updated.rarity()
        if case[1] in inside:
            updated.remove(case[1])
            after = built([i for i in inside if i != case[1]])
        else:
            updated.add(case[1], TEXTS[case[1]])
            after = built([*inside, case[1]])
        used = updated.rarity() if statistics == "renewed" else before
        return all(updated.scores(q, used) == after.scores(q, after.rarity()) for q in QUERIES)

    cases = list(product(product((False, True), repeat=len(TEXTS)), range(len(TEXTS))))
    return Exhausted.over("sets of six documents and a change", 2**6 * 6, cases, holds)
