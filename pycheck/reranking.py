"""Two stages: a first ranking cut to its best k, then a second ranking of these; every pair of rankings of five documents.

Document 0 is the relevant one. It is the final answer iff it is among the first k and the second stage puts it above the
other candidates. So it is never found where the first stage leaves it out, and always where the first stage keeps it and the
second stage is right. The second stage scores k documents, not five.
"""

from itertools import permutations, product

from claimledger.finding import Exhausted

DOCUMENTS = 5
Order = tuple[int, ...]


def _final(first: Order, second: Order, kept: int) -> int:
    candidates = first[:kept]
    return min(candidates, key=second.index)


def relevant_is_found_only_if_kept(reach: int) -> Exhausted:
    """Found implies kept; with a right second stage, found iff among the first k + `reach`, and the reach is 0."""

    def holds(case: tuple[Order, Order, int]) -> bool:
        first, second, kept = case
        found = _final(first, second, kept) == 0
        within = first.index(0) < kept + reach
        return (not found or first.index(0) < kept) and (second[0] != 0 or found == within)

    orders = list(permutations(range(DOCUMENTS)))
    cases = product(orders, orders, range(1, DOCUMENTS + 1))
    return Exhausted.over("two rankings of five documents and a cut", 120 * 120 * 5, cases, holds)


def more_candidates_never_lose_the_relevant(second_is_right: bool) -> Exhausted:
    """What is found with k candidates is found with k + 1, for second stages that put the relevant document first, or any."""

    def holds(case: tuple[Order, Order, int]) -> bool:
        first, second, kept = case
        if second_is_right and second[0] != 0:
            return True
        return _final(first, second, kept) != 0 or _final(first, second, kept + 1) == 0

    orders = list(permutations(range(DOCUMENTS)))
    cases = product(orders, orders, range(1, DOCUMENTS))
    return Exhausted.over("two rankings of five documents and a cut", 120 * 120 * 4, cases, holds)
