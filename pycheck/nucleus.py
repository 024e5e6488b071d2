"""The nucleus of a law: the fewest most probable tokens that hold mass at least p, against every set of tokens.

Tokens are taken from the most probable down until their mass reaches p (Holtzman et al. 2020, arXiv:1904.09751). No set of
fewer tokens holds p, and a nucleus is never larger than one of a law that it majorises: P majorises Q if for each k the k
largest of P sum to at least as much as those of Q (Marshall & Olkin). Other ways to compare how sure two laws are, by their
largest probability or by Σp², do not order the sizes.
"""

from fractions import Fraction
from itertools import accumulate, combinations, combinations_with_replacement, product
from math import comb

from claimledger.finding import Exhausted

Law = tuple[Fraction, ...]


def _laws(tokens: int, parts: int) -> list[Law]:
    drawn = combinations_with_replacement(range(tokens), parts)
    return [tuple(Fraction(d.count(x), parts) for x in range(tokens)) for d in drawn]


def _nucleus(law: Law, mass: Fraction) -> list[int]:
    """Tokens from the most probable down, until they hold `mass`."""
    kept: list[int] = []
    held = Fraction(0)
    for token in sorted(range(len(law)), key=lambda x: -law[x]):
        if held >= mass:
            break
        kept.append(token)
        held += law[token]
    return kept


def nucleus_is_a_smallest_set_with_mass(fewer: int, tokens: int, parts: int) -> Exhausted:
    """The nucleus holds p and no set of `fewer` tokens less does, for every law and p = k/`parts`, k ≥ 1."""

    def holds(case: tuple[Law, Fraction]) -> bool:
        law, mass = case
        kept = _nucleus(law, mass)
        size = len(kept) - fewer
        others = combinations(law, size) if size >= 0 else iter(())
        return sum(law[x] for x in kept) >= mass and all(sum(other) < mass for other in others)

    masses = [Fraction(k, parts) for k in range(1, parts + 1)]
    size = comb(tokens + parts - 1, parts) * parts
    return Exhausted.over(
        f"laws on {tokens} tokens in parts of {parts}, p likewise", size, product(_laws(tokens, parts), masses), holds
    )


def surer_law_has_no_larger_nucleus(surer: str, tokens: int, parts: int) -> Exhausted:
    """If P is surer than Q, its nucleus is no larger, for each p = k/`parts`; surer: majorises, top or squares."""

    def is_surer(p: Law, q: Law) -> bool:
        if surer == "top":
            return max(p) > max(q)
        if surer == "squares":
            return sum(x * x for x in p) > sum(x * x for x in q)
        sums = zip(accumulate(sorted(p, reverse=True)), accumulate(sorted(q, reverse=True)), strict=True)
        return all(a >= b for a, b in sums)

    masses = [Fraction(k, parts) for k in range(1, parts + 1)]

    def holds(case: tuple[Law, Law]) -> bool:
        p, q = case
        return not is_surer(p, q) or all(len(_nucleus(p, mass)) <= len(_nucleus(q, mass)) for mass in masses)

    laws = [law for law in _laws(tokens, parts) if list(law) == sorted(law, reverse=True)]
    return Exhausted.over(f"ordered laws on {tokens} tokens in parts of {parts}", len(laws) ** 2, product(laws, repeat=2), holds)
