"""A hundred directions in fifty dimensions, any two at least 81° apart, with rational coordinates.

Let q = 49 and χ be the quadratic character of the field with 49 elements: χ(0) = 0, χ(a) = 1 for squares, −1 otherwise. The
50 × 50 matrix C with a zero diagonal, ones along the rest of the first row and column and C_ab = χ(a − b) elsewhere satisfies
C Cᵀ = 49 I (Paley 1933). So the 50 rows of C/7 are orthonormal, as are the 50 unit vectors e_1, …, e_50, and the scalar
product of a row of C/7 with a unit vector is 0 or ±1/7. Here the field is GF(7)[i] with i² = −1, which is a field because
−1 is no square modulo 7; its squares are found by squaring every element.

For any 100 unit vectors in dimension 50 some two have |v · w| ≥ √((100 − 50)/(50·99)) = 0.1005 (Welch 1974); 1/7 is 0.1429.
"""

import math
from fractions import Fraction
from itertools import combinations

from flint import arb

from claimledger.finding import Ball, Enclosure, Exhausted

P = 7
Element = tuple[int, int]
FIELD: list[Element] = [(a, b) for a in range(P) for b in range(P)]


def _square(a: Element) -> Element:
    return (a[0] * a[0] - a[1] * a[1]) % P, 2 * a[0] * a[1] % P


def directions() -> list[tuple[Fraction, ...]]:
    """e_1, …, e_50 and the rows of C/7."""
    squares = {_square(a) for a in FIELD} - {(0, 0)}

    def character(a: Element) -> int:
        return 0 if a == (0, 0) else 1 if a in squares else -1

    inner = [[character(((a[0] - b[0]) % P, (a[1] - b[1]) % P)) for b in FIELD] for a in FIELD]
    conference = [[0] + [1] * len(FIELD)] + [[1, *row] for row in inner]
    size = len(conference)
    axes = [tuple(Fraction(i == j) for j in range(size)) for i in range(size)]
    return axes + [tuple(Fraction(entry, P) for entry in row) for row in conference]


def _gram() -> list[list[Fraction]]:
    """Scalar products, with zeros skipped; entries are multiples of 1/7, so whole numbers do."""
    scaled = [[int(entry * P) for entry in vector] for vector in directions()]
    return [[Fraction(sum(a * b for a, b in zip(v, w, strict=True) if a), P * P) for w in scaled] for v in scaled]


def any_two_of_a_hundred_unit_vectors_are_nearly_orthogonal(bound: Fraction) -> Exhausted:
    """|v · w| ≤ `bound` for any two of the 100 directions, and v · v = 1 for each."""
    gram = _gram()
    pairs = [*combinations(range(len(gram)), 2), *((i, i) for i in range(len(gram)))]

    def holds(pair: tuple[int, int]) -> bool:
        i, j = pair
        return gram[i][i] == 1 if i == j else abs(gram[i][j]) <= bound

    return Exhausted.over("pairs and members of 100 vectors in dimension 50", 100 * 101 // 2, pairs, holds)


def directions_that_each_coordinate_answers_to(dimension: int, vectors: int, per_coordinate: list[int]) -> Enclosure:
    """The dimension, how many directions there are, and the least and the largest count of those a coordinate is not 0 on."""
    found = directions()
    answers = [sum(vector[c] != 0 for vector in found) for c in range(len(found[0]))]
    balls = (
        Ball("dimension", arb(len(found[0])), target=dimension),
        Ball("different directions", arb(len(set(found))), target=vectors),
        Ball("fewest directions that a coordinate answers to", arb(min(answers)), target=per_coordinate[0]),
        Ball("most directions that a coordinate answers to", arb(max(answers)), target=per_coordinate[1]),
    )
    return Enclosure(balls)


def active_directions_are_told_apart_by_a_threshold(active: int, threshold: Fraction) -> Exhausted:
    """Of any `active` directions added up, each reads above `threshold` by its scalar product, and every other one below."""
    import numpy as np

    gram = np.array([[int(entry * P) for entry in row] for row in _gram()], dtype=np.int8)
    level = threshold * P
    counted = failed = 0
    witness = None
    for first in range(len(gram)):
        sets = np.array([(first, *rest) for rest in combinations(range(first + 1, len(gram)), active - 1)], dtype=np.intp)
        if not len(sets):
            continue
        reading = gram[sets].sum(axis=1, dtype=np.int8)
        on = np.zeros(reading.shape, dtype=bool)
        np.put_along_axis(on, sets, True, axis=1)
        wrong = np.where(on, reading * level.denominator <= level.numerator, reading * level.denominator >= level.numerator)
        bad = wrong.any(axis=1)
        counted, failed = counted + len(sets), failed + int(bad.sum())
        if bad.any() and witness is None:
            witness = str(sets[bad.argmax()].tolist())
    return Exhausted(f"sets of {active} of 100 directions", math.comb(100, active), counted, failed, witness)
