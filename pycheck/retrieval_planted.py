"""BM25, a dense retriever and their fusion on a planted collection: three codes and three paraphrases.

Documents 0-2 are alike but for a code word; documents 3-5 speak of three things. Queries by code ask for documents 0-2 by
the code alone; queries by paraphrase ask for 3-5 in words of which none occurs there. BM25 scores are rational (its weight
without the logarithm, which keeps the order of single-term scores). The dense retriever is one whose vectors know the six
concepts below and no code: a text is the sum of the concepts of its words, compared by cosine squared. The fusion adds 1/(60
+ rank), ties sharing the mean of their ranks (Cormack et al. 2009). A retriever finds a document if it alone has the best
score.
"""

from collections import Counter
from fractions import Fraction

from claimledger.finding import Exhausted

DOCUMENTS = (
    "manual pump kx17",
    "manual pump kx18",
    "manual pump kx71",
    "car repair garage",
    "doctor treats illness",
    "river floods village",
)
CODES = (("kx17", 0), ("kx18", 1), ("kx71", 2))
PARAPHRASES = (("automobile mended workshop", 3), ("physician cures disease", 4), ("stream inundates hamlet", 5))
GROUPS = (
    "manual handbook",
    "pump",
    "car automobile",
    "repair mended",
    "garage workshop",
    "doctor physician",
    "treats cures",
    "illness disease",
    "river stream",
    "floods inundates",
    "village hamlet",
)
CONCEPT = {word: number for number, group in enumerate(GROUPS) for word in group.split()}


def _bm25(query: str) -> list[Fraction]:
    texts = [Counter(text.split()) for text in DOCUMENTS]
    scores = []
    for text in texts:
        score = Fraction(0)
        for term in query.split():
            holding = sum(term in other for other in texts)
            weight = (len(texts) - holding + Fraction(1, 2)) / (holding + Fraction(1, 2)) + 1
            score += weight * text[term] * Fraction(11, 5) / (text[term] + Fraction(6, 5))
        scores.append(score)
    return scores


def _dense(query: str) -> list[Fraction]:
    def vector(text: str) -> Counter[int]:
        return Counter(CONCEPT[word] for word in text.split() if word in CONCEPT)

    asked = vector(query)
    scores = []
    for document in map(vector, DOCUMENTS):
        dot = sum(asked[c] * document[c] for c in asked)
        lengths = sum(n * n for n in asked.values()) * sum(n * n for n in document.values())
        scores.append(Fraction(dot * dot, lengths) if lengths else Fraction(0))
    return scores


def _fused(query: str) -> list[Fraction]:
    total = [Fraction(0)] * len(DOCUMENTS)
    for scores in (_bm25(query), _dense(query)):
        for i, score in enumerate(scores):
            rank = sum(s > score for s in scores) + Fraction(scores.count(score) + 1, 2)
            total[i] += 1 / (60 + rank)
    return total


def each_finds(bm25: str, dense: str, fusion: str) -> Exhausted:
    """Which of the six queries each retriever answers: codes, paraphrases or all."""
    found = {"codes": {q for q, _ in CODES}, "paraphrases": {q for q, _ in PARAPHRASES}}
    found["all"] = found["codes"] | found["paraphrases"]

    def holds(case: tuple[str, int]) -> bool:
        query, wanted = case
        outcomes = []
        for scores, claimed in ((_bm25(query), bm25), (_dense(query), dense), (_fused(query), fusion)):
            alone = all(scores[wanted] > s for i, s in enumerate(scores) if i != wanted)
            outcomes.append(alone == (query in found[claimed]))
        return all(outcomes)

    return Exhausted.over("three codes and three paraphrases", 6, [*CODES, *PARAPHRASES], holds)
