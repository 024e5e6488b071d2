"""Top-p and min-p as procedures on rational distributions, on every distribution of a grid.

Top-p: take tokens in falling order until their mass reaches p (Holtzman et al. 2019). What it keeps has mass at least p, and
no set of fewer tokens has: checked against all subsets. Where two tokens are equally likely at the edge another set is as
small; which is kept is the order of the sort. Min-p: keep the tokens with at least m times the largest probability (Nguyen
et al. 2024).
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise, product
from math import comb

from claimledger.finding import Exhausted

Law = tuple[int, ...]
"""Whole weights."""


def _laws(tokens: int, parts: int) -> Iterator[Law]:
    for bars in combinations(range(parts + tokens - 1), tokens - 1):
        edges = (-1, *bars, parts + tokens - 1)
        yield tuple(b - a - 1 for a, b in pairwise(edges))


def top_p(law: Law, threshold: Fraction, reaches: bool) -> list[int]:
    """Tokens kept; with `reaches` false the mass has to exceed the threshold, not only reach it."""
    kept: list[int] = []
    for token in sorted(range(len(law)), key=lambda i: -law[i]):
        mass = Fraction(sum(law[i] for i in kept), sum(law))
        if mass > threshold or (reaches and mass == threshold):
            break
        kept.append(token)
    return kept


def top_p_keeps_a_smallest_set(reaches: bool, tokens: int, parts: int, thresholds: list[str]) -> Exhausted:
    """Mass at least p, no smaller set reaches p, and no dropped token is likelier than a kept one."""

    def holds(case: tuple[Law, str]) -> bool:
        law, threshold = case[0], Fraction(case[1])
        kept = top_p(law, threshold, reaches)
        enough = [
            len(some)
            for size in range(tokens + 1)
            for some in combinations(range(tokens), size)
            if Fraction(sum(law[i] for i in some), sum(law)) >= threshold
        ]
        reached = Fraction(sum(law[i] for i in kept), sum(law)) >= threshold
        dropped = [law[i] for i in range(tokens) if i not in kept]
        return reached and len(kept) == min(enough) and max(dropped, default=0) <= min(law[i] for i in kept)

    size = comb(parts + tokens - 1, tokens - 1) * len(thresholds)
    return Exhausted.over(f"laws on {tokens} tokens in parts of {parts}", size, product(_laws(tokens, parts), thresholds), holds)
