"""The scores of the attention worked by hand: three scalar products of whole numbers."""

from claimledger.finding import Exhausted


def scores_are(query: list[int], keys: list[str], scores: list[int]) -> Exhausted:
    """The scalar product of the query with each key is the score given for it."""
    rows = list(zip(keys, scores, strict=True))

    def holds(row: tuple[str, int]) -> bool:
        key = [int(entry) for entry in row[0].split()]
        return sum(a * b for a, b in zip(query, key, strict=True)) == row[1]

    return Exhausted.over("keys", len(keys), rows, holds)
