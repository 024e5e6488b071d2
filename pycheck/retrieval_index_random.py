"""A drawn history of additions and removals, then BM25 in binary64 by scanning the texts that are left.

The inverted index is a dict of dicts that is changed with each event; the oracle keeps only the texts, counts words in each,
and knows no index. Up to 12 events on documents of up to 6 words from 5. Scores have to agree to 10⁻⁹. An index that does
not remove postings fails.
"""

import math

from hypothesis import strategies as st

from claimledger.finding import Cases

K, B = 1.2, 0.75
Event = tuple[int, list[int]]


def _weight(size: int, with_term: int) -> float:
    return math.log(1 + (size - with_term + 0.5) / (with_term + 0.5))


def _term(count: int, length: int, mean: float, weight: float) -> float:
    return weight * count * (K + 1) / (count + K * (1 - B + B * length / mean)) if count else 0.0


def kept_index_scores_as_a_scan(removes: bool, examples: int = 200) -> Cases:
    """After every history, each remaining document has the score that a scan gives; postings are removed, or not."""

    def holds(case: tuple[list[Event], list[int]]) -> bool:
        events, query = case
        postings: dict[int, dict[int, int]] = {}
        texts: dict[int, list[int]] = {}
        for name, words in events:
            if name in texts:
                del texts[name]
                if removes:
                    for table in postings.values():
                        table.pop(name, None)
                continue
            texts[name] = words
            for word in words:
                postings.setdefault(word, {}).setdefault(name, 0)
                postings[word][name] = words.count(word)
        if not texts:
            return True
        mean = sum(map(len, texts.values())) / len(texts)
        for name, words in texts.items():
            scanned = indexed = 0.0
            for term in query:
                holding = sum(term in other for other in texts.values())
                scanned += _term(words.count(term), len(words), mean, _weight(len(texts), holding))
                table = postings.get(term, {})
                indexed += _term(table.get(name, 0), len(words), mean, _weight(len(texts), min(len(table), len(texts))))
            if abs(scanned - indexed) > 1e-9:
                return False
        return True

    words = st.lists(st.integers(0, 4), min_size=1, max_size=6)
    events = st.lists(st.tuples(st.integers(0, 4), words), min_size=1, max_size=12)
    return Cases.search(st.tuples(events, st.lists(st.integers(0, 4), min_size=1, max_size=3)), holds, examples=examples)
