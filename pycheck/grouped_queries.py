"""Grouped-query attention counted: numbers kept and products made by H query heads that share G keys and values.

The score of head h at (i, j) is the product of its query with the key of its group. Every product of two numbers is counted,
and every number of a key or value that is stored (Ainslie et al. 2023, arXiv:2305.13245).
"""

from itertools import product

from claimledger.finding import Exhausted


def sharing_divides_the_cache_and_the_products_by(
    cache: str, products: str, heads: list[int], longest: int, width: int
) -> Exhausted:
    """Against G = H, the cache and the score products are divided by H/G (`shared`) or stay (`same`); for all G that divide H."""

    def counts(query_heads: int, groups: int, length: int) -> tuple[int, int]:
        stored = sum(2 * width for _ in range(groups) for _ in range(length))
        made = 0
        for head in range(query_heads):
            key = head * groups // query_heads
            made += sum(width for _ in range(length) for _ in range(length) if 0 <= key < groups)
        return stored, made

    def holds(case: tuple[int, int, int]) -> bool:
        query_heads, groups, length = case
        full, part = counts(query_heads, query_heads, length), counts(query_heads, groups, length)
        divided = [1 if word == "same" else query_heads // groups for word in (cache, products)]
        return part[0] * divided[0] == full[0] and part[1] * divided[1] == full[1]

    pairs = [(h, g) for h in heads for g in range(1, h + 1) if h % g == 0]
    cases = [(h, g, n) for (h, g), n in product(pairs, range(1, longest + 1))]
    return Exhausted.over(f"H in {heads}, n to {longest}", len(pairs) * longest, cases, holds)
