"""Representations that look one-dimensional and have lost nothing.

Rows x_i of dimension 3 share a large component along one direction, x_i = M u + y_i with small y_i at right angles to u. The
share of the leading direction in the squared length, |X u|²/|X|², tends to 1 with M, and a reader that is blind to u gives
back every y_i exactly. A low effective dimension by such a measure does not show that capacity is unused. If the rows were
projected onto u the y would be gone.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted

SMALL = [(a, b) for a, b in product(range(-2, 3), repeat=2)]


def leading_share_exceeds(sizes: list[int], least: list[Fraction]) -> Enclosure:
    """The share of squared length along u for rows (M, a, b), a and b from −2 to 2, above `least` for each M."""
    balls = []
    for size, floor in zip(sizes, least, strict=True):
        along = sum(size * size for _ in SMALL)
        whole = along + sum(a * a + b * b for a, b in SMALL)
        balls.append(Ball(f"M = {size}", Fraction(along, whole), low=floor, high=1))
    return Enclosure(tuple(balls))


def small_parts_are_given_back(projected: bool, size: int = 1000) -> Exhausted:
    """Reading the two other coordinates gives back (a, b), from the rows as they are or `projected` onto u."""

    def holds(pair: tuple[int, int]) -> bool:
        row = (size, 0, 0) if projected else (size, *pair)
        return row[1:] == pair

    return Exhausted.over("pairs from −2 to 2", 25, SMALL, holds)
