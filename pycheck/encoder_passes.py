"""How often two ways of scoring pairs run the encoder: by running them with an encoder that counts.

A cross-encoder reads a query and a sentence together: one pass a pair. A bi-encoder reads each once and compares vectors by
a dot product; the sentences' vectors can be made beforehand (Reimers & Gurevych 2019). For Q queries and N sentences

    cross: QN passes,        bi: Q + N passes and QN dot products,        Q + N < QN iff (Q − 1)(N − 1) > 1.

A pass over a pair reads both texts and costs more than a pass over one; that is not counted here.
"""

from dataclasses import dataclass
from itertools import combinations, product

from claimledger.finding import Ball, Enclosure, Exhausted


@dataclass
class _Encoder:
    passes: int = 0
    products: int = 0

    def encode(self, *texts: int) -> int:
        self.passes += 1
        return sum(texts)

    def compare(self, first: int, second: int) -> int:
        self.products += 1
        return first * second


def _cross(queries: range, sentences: range) -> _Encoder:
    encoder = _Encoder()
    for query, sentence in product(queries, sentences):
        encoder.encode(query, sentence)
    return encoder


def _bi(queries: range, sentences: range) -> tuple[_Encoder, int]:
    """The encoder after all, and how many of its passes came before the first query."""
    encoder = _Encoder()
    stored = [encoder.encode(sentence) for sentence in sentences]
    before = encoder.passes
    for query in queries:
        vector = encoder.encode(query)
        for other in stored:
            encoder.compare(vector, other)
    return encoder, before


def passes_for_one_query(sentences: int, cross: int, bi_at_the_query: int, bi_in_all: int, products: int) -> Enclosure:
    """The counts for one query against so many sentences."""
    both, before = _bi(range(1), range(sentences))
    balls = (
        Ball("cross-encoder passes", _cross(range(1), range(sentences)).passes, target=cross),
        Ball("bi-encoder passes at the query", both.passes - before, target=bi_at_the_query),
        Ball("bi-encoder passes in all", both.passes, target=bi_in_all),
        Ball("dot products", both.products, target=products),
    )
    return Enclosure(balls)


def passes_for_all_pairs(sentences: int, passes: int) -> Enclosure:
    """Comparing every two of the sentences with a cross-encoder, counted for a tenth of them and by the formula."""
    small = sentences // 10
    counted = sum(1 for _ in combinations(range(small), 2))
    formula = Ball("formula at a tenth", small * (small - 1) // 2, target=counted)
    return Enclosure((formula, Ball("passes", sentences * (sentences - 1) // 2, target=passes)))


def bi_encoder_runs_less_often_iff_product_exceeds(threshold: int, most: int) -> Exhausted:
    """Q + N counted passes are fewer than QN iff (Q − 1)(N − 1) > `threshold`, for Q and N up to `most`."""

    def holds(case: tuple[int, int]) -> bool:
        queries, sentences = range(case[0]), range(case[1])
        fewer = _bi(queries, sentences)[0].passes < _cross(queries, sentences).passes
        return fewer == ((case[0] - 1) * (case[1] - 1) > threshold)

    cases = list(product(range(1, most + 1), repeat=2))
    return Exhausted.over(f"Q and N from 1 to {most}", most**2, cases, holds)
