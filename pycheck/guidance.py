"""Classifier-free guidance of strength 1 returns the conditional logits: every pair of small whole vectors.

    guided = u + s (c − u) = (1 − s) u + s c                                            (Ho & Salimans 2022)

with u the logits without and c those with the condition. At s = 1 this is c, whatever u is; at any other s it is c only where
u = c. Tried are all u and c of a given length with entries from −m to m.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted


def guided_logits_are_the_conditional_ones(strength: Fraction, length: int, most: int) -> Exhausted:
    """u + `strength`·(c − u) = c for all u and c of `length` whole entries between −`most` and `most`."""

    def holds(case: tuple[tuple[int, ...], tuple[int, ...]]) -> bool:
        without, with_ = case
        return all(u + strength * (c - u) == c for u, c in zip(without, with_, strict=True))

    vectors = list(product(range(-most, most + 1), repeat=length))
    return Exhausted.over(f"u and c in {{−{most}, …, {most}}}^{length}", len(vectors) ** 2, product(vectors, repeat=2), holds)
