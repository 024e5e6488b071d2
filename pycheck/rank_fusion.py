"""Reciprocal rank fusion of two rankings of four documents: every pair of rankings, every document.

Fused score Σ 1/(60 + rank) (Cormack, Clarke & Büttcher 2009). A document at ranks x and y is overtaken only by documents
that stand above it in one of the rankings, at most (x − 1) + (y − 1) of them, so its fused rank is at most x + y − 1. It can
be worse than both x and y: at ranks 2 and 2, documents at 1 and 3 and at 3 and 1 pass it, for 1/61 + 1/63 > 2/62.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import permutations, product

from claimledger.finding import Exhausted

DOCUMENTS = 4
OFFSET = 60


def fused_rank_is_at_most(bound: str) -> Exhausted:
    """Fused rank of each document at most x + y − 1 (`sum`), the worse of x and y (`worse`), or the better (`better`)."""
    bounds: dict[str, Callable[[int, int], int]] = {"sum": lambda x, y: x + y - 1, "worse": max, "better": min}

    def holds(case: tuple[tuple[int, ...], tuple[int, ...], int]) -> bool:
        first, second, wanted = case
        fused = [Fraction(1, OFFSET + a) + Fraction(1, OFFSET + b) for a, b in zip(first, second, strict=True)]
        rank = 1 + sum(score > fused[wanted] for score in fused)
        return rank <= bounds[bound](first[wanted], second[wanted])

    orders = list(permutations(range(1, DOCUMENTS + 1)))
    cases = product(orders, orders, range(DOCUMENTS))
    return Exhausted.over("two rankings of four documents", 24 * 24 * 4, cases, holds)
