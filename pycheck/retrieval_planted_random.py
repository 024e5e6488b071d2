"""Planted collections drawn anew: codes that only letters tell apart, and words with a private synonym, in binary64.

A collection has 2 to 6 documents that share a template and differ in a code, and 2 to 6 documents of three words each, every
word having a synonym that occurs in no document. BM25 with its logarithm is held against dense vectors that are one-hot in
the meaning, and zero for codes. A retriever finds a document if its score is above all others by 10⁻⁹.
"""

import math

from hypothesis import strategies as st

from claimledger.finding import Cases

Words = list[str]


def _bm25(query: Words, documents: list[Words]) -> list[float]:
    mean = sum(map(len, documents)) / len(documents)
    scores = []
    for document in documents:
        score = 0.0
        for term in query:
            holding = sum(term in other for other in documents)
            weight = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
            count = document.count(term)
            score += weight * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * len(document) / mean))
        scores.append(score)
    return scores


def _dense(query: Words, documents: list[Words]) -> list[float]:
    def meaning(words: Words) -> set[str]:
        return {w.removesuffix("'") for w in words if not w.startswith("code")}

    asked = meaning(query)
    sets = [meaning(document) for document in documents]
    return [len(asked & s) / math.sqrt(len(asked) * len(s)) if asked and s else 0.0 for s in sets]


def _finds(scores: list[float], wanted: int) -> bool:
    return all(scores[wanted] > s + 1e-9 for i, s in enumerate(scores) if i != wanted)


def bm25_finds_codes_and_dense_finds_paraphrases(swapped: bool, examples: int = 150) -> Cases:
    """BM25 finds every code and no paraphrase, dense every paraphrase and no code; the reverse where `swapped`."""

    def holds(case: tuple[list[int], int]) -> bool:
        codes, topics = case
        documents = [["manual", "pump", f"code{c}"] for c in codes]
        documents += [[f"t{i}a", f"t{i}b", f"t{i}c"] for i in range(topics)]
        ok = True
        for wanted, document in enumerate(documents):
            code = wanted < len(codes)
            query = document[-1:] if code else [f"{word}'" for word in document]
            finds = _finds(_bm25(query, documents), wanted), _finds(_dense(query, documents), wanted)
            ok = ok and finds == ((code, not code) if not swapped else (not code, code))
        return ok

    codes = st.lists(st.integers(0, 99), min_size=2, max_size=6, unique=True)
    return Cases.search(st.tuples(codes, st.integers(2, 6)), holds, examples=examples)
