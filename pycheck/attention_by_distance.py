"""Mean attention by distance of causal maps with a sink, in rational arithmetic; and how many maps there are.

Row i of a map gives the weights of the tokens j ≤ i; A(d) is the mean of the weight at j = i − d over the rows i ≥ d. The
first token stands at distance i in row i, the largest distance of the row. A sink of share a on the first token therefore
raises A(d) by about a/(n − d), most of all at d = n − 1: on an axis of distance it is the right end. Here a local map, with
weights 1/(d + 1) normalised in each row, is mixed with a sink: (1 − a) local + a first token.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted
from pycheck.definitions import ball


def _by_distance(size: int, share: Fraction) -> list[Fraction]:
    """A(0), …, A(size − 1)."""
    sums = [Fraction(0)] * size
    for i in range(size):
        total = sum((Fraction(1, d + 1) for d in range(i + 1)), Fraction(0))
        for d in range(i + 1):
            sums[d] += (1 - share) * Fraction(1, d + 1) / total + (share if d == i else 0)
    return [mass / (size - d) for d, mass in enumerate(sums)]


def sink_raises_the_mean_most_at(end: str, shares: list[Fraction], sizes: list[int]) -> Exhausted:
    """The distance at which the sink adds most is n − 1 (`end` right) or 0 (left); and the least A(d) lies between."""

    def holds(case: tuple[Fraction, int]) -> bool:
        share, size = case
        plain, mixed = _by_distance(size, Fraction(0)), _by_distance(size, share)
        added = [after - before for before, after in zip(plain, mixed, strict=True)]
        peak = added.index(max(added))
        lowest = mixed.index(min(mixed))
        return peak == (size - 1 if end == "right" else 0) and 0 < lowest < size - 1

    cases = list(product(shares, sizes))
    return Exhausted.over(f"{len(shares)} shares, {len(sizes)} sizes", len(shares) * len(sizes), cases, holds)


def maps_of_one_text_are(count: int, layers: int, heads: int, groups: int) -> Enclosure:
    """Each head of each layer has a map of its own, whichever of the `groups` keys it shares; all maps are counted."""
    maps = {(layer, head, head * groups // heads) for layer in range(layers) for head in range(heads)}
    return Enclosure((Ball("maps", ball(len(maps)), target=count),))
