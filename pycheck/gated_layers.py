"""Gated and plain feed-forward layers counted entry by entry, and the hidden widths that published models chose.

A layer's weights are counted as the multiplications of one token. A gated layer has three matrices: two that read and one
that writes. At two thirds of the hidden width it needs as many as a plain one, if that width is whole.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure, Exhausted


def _plain(width: int, hidden: int) -> int:
    return sum(width for _ in range(hidden)) + sum(hidden for _ in range(width))


def _gated(width: int, hidden: int) -> int:
    return _plain(width, hidden) + sum(width for _ in range(hidden))


def gated_layer_takes_as_many_products(ratio: Fraction, largest: int) -> Exhausted:
    """Every d up to `largest` and factor 3 to 8 for which the gated width ratio·factor·d is whole, and also 1·factor·d."""
    cases = [(d, k) for d in range(3, largest + 1, 3) for k in range(3, 9)]

    def holds(case: tuple[int, int]) -> bool:
        d, k = case
        hidden = ratio * k * d
        return hidden.denominator == 1 and _gated(d, int(hidden)) == _plain(d, k * d)

    return Exhausted.over(f"d a multiple of 3 up to {largest}, factors 3 to 8", 6 * (largest // 3), cases, holds)


def chosen_widths_exceed_the_match_by(
    widths: list[int], hidden: list[int], low: list[Fraction], high: list[Fraction]
) -> Enclosure:
    """3·d·h over 2·d·4d, less 1: how much larger published gated layers are than a plain layer with the factor 4."""
    balls = []
    for d, h, least, most in zip(widths, hidden, low, high, strict=True):
        excess = Fraction(_gated(d, h), _plain(d, 4 * d)) - 1
        balls.append(Ball(f"d = {d}, h = {h}", excess, low=least, high=most))
    return Enclosure(tuple(balls))
