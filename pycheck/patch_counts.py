"""Patches counted, and what shifting an image does to them: whole enumerations.

An image of side H cut into patches of side P has (H/P)² of them, each of P²C numbers. A shift of the image, cyclically, by
a multiple of the step at which windows are read moves the sequence of windows along; any other shift does not.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted


def tokens_and_numbers_per_patch(side: int, patch: int, channels: int, tokens: Fraction, numbers: Fraction) -> Enclosure:
    """The patches of an image counted one by one, with one class token, and the numbers in each."""
    corners = [(i, j) for i in range(0, side - patch + 1, patch) for j in range(0, side - patch + 1, patch)]
    in_one = sum(1 for _ in product(range(patch), range(patch), range(channels)))
    covered = {(i + u, j + v) for i, j in corners for u, v in product(range(patch), repeat=2)}
    return Enclosure(
        (
            Ball("tokens with the class token", len(corners) + 1, target=tokens),
            Ball("numbers in a patch", in_one, target=numbers),
            Ball("pixels covered", len(covered), target=Fraction(side * side)),
        )
    )


def shift_moves_the_windows_along(step: int, shift: int, window: int, length: int, values: int) -> Exhausted:
    """For every cyclic row of `length` pixels: windows read every `step` pixels, after a shift, are the old ones moved along."""

    def windows(row: tuple[int, ...]) -> list[tuple[int, ...]]:
        return [tuple(row[(at + u) % length] for u in range(window)) for at in range(0, length, step)]

    def holds(row: tuple[int, ...]) -> bool:
        moved = tuple(row[(at - shift) % length] for at in range(length))
        before, after = windows(row), windows(moved)
        places = shift // step
        return after == before[-places:] + before[:-places] if places else after == before

    rows = product(range(values), repeat=length)
    return Exhausted.over(f"rows of {length} pixels of {values} values", values**length, rows, holds)
