"""Speculative decoding of one token: its output law in rational arithmetic, for every target and draft of a grid.

A token x is drawn from the draft q and kept with probability min(1, p(x)/q(x)); otherwise the token is drawn anew from the
normalised residual max(p − q, 0). The output is then distributed as the target p (Leviathan et al. 2023; Chen et al. 2023),

    Σ_x q(x) [a(x) 1(x = y) + (1 − a(x)) r(y)] = p(y),        Σ_x q(x) a(x) = Σ_x min(p(x), q(x)) = 1 − TV(p, q).

A token with q(x) = 0 is never drawn. Where the residual has no mass, which is where p = q, nothing is rejected and its law
plays no part; it is taken to be all mass on the first token, so that a wrong use of it would show.

p and q run through all distributions on n tokens in parts of m, zeros and p = q among them. With p in place of the residual
the law is right only where q is a multiple of p on the tokens that p can put out: p = q, and any p that is sure of its token.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import comb

from claimledger.finding import Exhausted

Law = tuple[Fraction, ...]


def _distributions(tokens: int, parts: int) -> Iterator[Law]:
    """All distributions on `tokens` tokens whose probabilities are multiples of 1/`parts`."""
    for drawn in combinations_with_replacement(range(tokens), parts):
        yield tuple(Fraction(drawn.count(x), parts) for x in range(tokens))


def _replacement(p: Law, q: Law, residual: str) -> Law:
    weights = [max(a - b, Fraction(0)) for a, b in zip(p, q, strict=True)] if residual == "positive_part" else list(p)
    total = sum(weights)
    return tuple(w / total for w in weights) if total else tuple(Fraction(int(x == 0)) for x in range(len(p)))


def output_law_is_the_target(residual: str, tokens: int, parts: int) -> Exhausted:
    """The law of the output is p, and the probability of keeping the draft is 1 − TV; residual: positive_part or target."""

    def holds(case: tuple[Law, Law]) -> bool:
        p, q = case
        kept = [b * min(Fraction(1), a / b) if b else Fraction(0) for a, b in zip(p, q, strict=True)]
        anew = _replacement(p, q, residual)
        output = tuple(k + (1 - sum(kept)) * r for k, r in zip(kept, anew, strict=True))
        apart = sum(abs(a - b) for a, b in zip(p, q, strict=True)) / 2
        return output == p and sum(kept) == 1 - apart == sum(map(min, p, q))

    laws = list(_distributions(tokens, parts))
    size = comb(tokens + parts - 1, parts) ** 2
    return Exhausted.over(f"p and q on {tokens} tokens in parts of {parts}", size, product(laws, repeat=2), holds)
