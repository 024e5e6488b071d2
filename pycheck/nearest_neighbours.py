"""Work of nearest-neighbour search: counted for the whole scan, and for inverted lists.

A scan of n vectors of d entries by dot products takes n·d multiplications. With k lists of n/k vectors each and one list
probed, k centroids and n/k vectors are compared. For every k that divides n the sum k + n/k is at least 2√n, with equality
at k = √n.
"""

from fractions import Fraction
from itertools import product
from math import isqrt

from claimledger.finding import Ball, Enclosure, Exhausted


def scan_takes(power_of_d: int, most: int) -> Exhausted:
    """Multiplications counted in a scan are n·d^`power_of_d`, for n and d up to `most`."""

    def holds(case: tuple[int, int]) -> bool:
        n, d = case
        count = 0
        for i in range(n):
            total = 0
            for j in range(d):
                total += (i + 1) * (j + 2)
                count += 1
        return count == n * int(d**power_of_d)

    return Exhausted.over(f"n and d up to {most}", most**2, product(range(1, most + 1), repeat=2), holds)


def a_million_vectors_of_768_take(multiplications: int) -> Enclosure:
    """n·d for n = 10⁶ and d = 768."""
    return Enclosure((Ball("multiplications", 10**6 * 768, target=multiplications),))


def least_work_of_one_probe(sizes: list[int], work: list[int]) -> Enclosure:
    """The least k + n/k over all whole k from 1 to n, for each n; k runs up to 4√n, past which k alone is more."""
    balls = []
    for n, least in zip(sizes, work, strict=True):
        found = min(k + Fraction(n, k) for k in range(1, 4 * isqrt(n) + 1))
        balls.append(Ball(f"n = {n}", found, target=least))
    return Enclosure(tuple(balls))
