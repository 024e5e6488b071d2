"""Greedy decoding against the most probable text, over every small tree of probabilities.

A tree gives each prefix a law for the next token. Greedy takes the most probable token at each step, the earlier one in a
tie. The first step's choice has at least probability 1/V and so has each later one, so greedy's text has at least V^-n; the
best text has at most the probability of its first token, which is at most that of greedy's first: greedy is never worse
than the best by more than the factor V^(n−1). With one step greedy is best.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import comb

from claimledger.finding import Exhausted

Law = tuple[Fraction, ...]


def _laws(tokens: int, parts: int) -> list[Law]:
    drawn = combinations_with_replacement(range(tokens), parts)
    return [tuple(Fraction(d.count(x), parts) for x in range(tokens)) for d in drawn]


def _texts(first: Law, then: tuple[Law, ...]) -> Iterator[tuple[int, int, Fraction]]:
    for x, y in product(range(len(first)), repeat=2):
        yield x, y, first[x] * then[x][y]


def greedy_is_within_a_factor_of_the_best(factor: int, tokens: int, parts: int) -> Exhausted:
    """P(best) ≤ `factor`·P(greedy) for every tree of two steps with laws in parts of `parts`."""
    laws = _laws(tokens, parts)

    def holds(tree: tuple[Law, ...]) -> bool:
        first, then = tree[0], tree[1:]
        x = first.index(max(first))
        greedy = first[x] * max(then[x])
        return max(p for _, _, p in _texts(first, then)) <= factor * greedy

    size = comb(tokens + parts - 1, parts) ** (tokens + 1)
    return Exhausted.over(
        f"trees of two steps on {tokens} tokens in parts of {parts}", size, product(laws, repeat=tokens + 1), holds
    )


def greedy_misses_the_best_of(texts: int, chances: list[Fraction]) -> Exhausted:
    """One tree: P(a) = chances[0], P(b) = the rest, then P(a|a) = chances[1] and P(a|b) = chances[2].

    Of the four texts just `texts` are more probable than greedy's.
    """
    p, after_a, after_b = chances
    first, then = (p, 1 - p), ((after_a, 1 - after_a), (after_b, 1 - after_b))
    x = first.index(max(first))
    greedy = first[x] * max(then[x])
    more = sum(chance > greedy for _, _, chance in _texts(first, then))
    return Exhausted.over("the tree", 1, [more], lambda found: found == texts)
