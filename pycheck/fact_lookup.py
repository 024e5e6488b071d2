"""A small model that answers questions from a feed-forward memory, and what editing its embeddings does to the answers.

Countries have one-hot embeddings; the feed-forward layer holds their capitals, W_2 relu(W_1 x) with W_1 the identity and W_2 the
table of capitals; the readout takes the largest entry. All tables of three capitals over three countries. Exchanging two rows of
the embedding table leaves the memory W_2 as it was, and the answers about these two countries are exchanged. So the memory does
not change, and what the model says does: what a fact is stored in is not the only place from which it can be changed.
"""

from itertools import combinations, permutations, product

from claimledger.finding import Exhausted

SIZE = 3


def _answer(embedding: list[list[int]], memory: list[list[int]], country: int) -> int:
    hidden = [max(entry, 0) for entry in embedding[country]]
    scores = [sum(row[c] * h for row, h in zip(memory, hidden, strict=True)) for c in range(SIZE)]
    return scores.index(max(scores))


def answers_after_exchanging_rows_are(effect: str) -> Exhausted:
    """Answers about two countries whose embedding rows are exchanged are `exchanged` or `unchanged`; the third's is the same."""
    unit = [[int(i == j) for j in range(SIZE)] for i in range(SIZE)]

    def holds(case: tuple[tuple[int, ...], tuple[int, int], int]) -> bool:
        capitals, (a, b), country = case
        memory = [unit[capital] for capital in capitals]
        edited = list(unit)
        edited[a], edited[b] = unit[b], unit[a]
        partner = {a: b, b: a}.get(country, country) if effect == "exchanged" else country
        return _answer(edited, memory, country) == _answer(unit, memory, partner) == capitals[partner]

    cases = list(product(permutations(range(SIZE)), combinations(range(SIZE), 2), range(SIZE)))
    return Exhausted.over("memories, pairs of rows, questions", 6 * 3 * 3, cases, holds)
