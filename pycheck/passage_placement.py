"""Where to put passages if the middle is read worst: every order of five, every valley of weights.

Position i is read with weight w_i; a valley falls to its least weight and rises after it. The total Σ w_i r_i of relevances
r is largest where the most relevant passages stand at the largest weights (the rearrangement inequality), which in a valley
are at the ends: the best order has its relevances in a valley too, and its largest at one end. Order of relevance from the
first position on is best only where weights never rise.
"""

from itertools import pairwise, permutations, product

from claimledger.finding import Exhausted

RELEVANCE = (5, 4, 3, 2, 1)


def best_order_is(shape: str, most: int, valleys: int) -> Exhausted:
    """For every strict valley of five distinct weights up to `most`, the best order is a `valley`, or is `falling`."""

    def valley(values: tuple[int, ...]) -> bool:
        low = values.index(min(values))
        before, after = values[: low + 1], values[low:]
        return all(a > b for a, b in pairwise(before)) and all(a < b for a, b in pairwise(after))

    def holds(weights: tuple[int, ...]) -> bool:
        best = max(permutations(RELEVANCE), key=lambda order: sum(w * r for w, r in zip(weights, order, strict=True)))
        return valley(best) if shape == "valley" else best == RELEVANCE

    cases = [w for w in product(range(1, most + 1), repeat=5) if len(set(w)) == 5 and valley(w)]
    return Exhausted.over("valleys of five weights", valleys, cases, holds)
