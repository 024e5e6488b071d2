"""InfoNCE on rational points of the unit circle, exactly.

The points are (±1, 0), (0, ±1) and (±3/5, ±4/5), (±4/5, ±3/5): 12 unit vectors whose cosines are multiples of 1/25. With τ =
1/(25 log 2) every weight e^(cos/τ) is a whole power of 2, so that losses and gradients are rational up to one logarithm.

The gradient on a negative is its weight over (all weights times τ): of two negatives the one with the larger cosine to the
anchor gets more, wherever the positive lies (Oord et al. 2018; Gao et al. 2021 for the loss with two views of a batch).
"""

from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import comb

from claimledger.finding import Exhausted

Point = tuple[Fraction, Fraction]
SCALE = 25


def _points() -> list[Point]:
    thirds = [(Fraction(a * x, 5), Fraction(b * y, 5)) for x, y in ((3, 4), (4, 3)) for a in (1, -1) for b in (1, -1)]
    return [(Fraction(a), Fraction(b)) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))] + thirds


def _cosine(p: Point, q: Point) -> Fraction:
    return p[0] * q[0] + p[1] * q[1]


def _weight(cosine: Fraction) -> Fraction:
    exponent = cosine * SCALE
    if exponent.denominator != 1:
        raise ValueError(f"{cosine} is no multiple of 1/{SCALE}")
    return Fraction(2) ** int(exponent)


def larger_gradient_goes_to_the_negative_nearer_to(whom: str) -> Exhausted:
    """Of two negatives, the one with the larger cosine to `whom` (anchor or positive) has the larger gradient."""
    anchor = (Fraction(1), Fraction(0))

    def holds(case: tuple[Point, Point, Point]) -> bool:
        positive, first, second = case
        total = sum(_weight(_cosine(anchor, x)) for x in case)
        gradients = [_weight(_cosine(anchor, x)) / total for x in (first, second)]
        centre = anchor if whom == "anchor" else positive
        nearness = [_cosine(centre, x) for x in (first, second)]
        return (gradients[0] > gradients[1]) == (nearness[0] > nearness[1])

    cases = list(product(_points(), repeat=3))
    return Exhausted.over("a positive and two negatives among 12 points", 12**3, cases, holds)


def loss_without_dropout_has_at_the_collapse_its(extreme: str, sentences: int) -> Exhausted:
    """With both views equal, the batch loss is at most log N, and equal to it where all vectors coincide and there alone.

    The product over sentences of Σ_j e^((cos − 1)/τ), whose logarithm is N times the loss, is held against N^N. `extreme`:
    largest, or smallest.
    """

    def holds(case: tuple[Point, ...]) -> bool:
        likelihood = Fraction(1)
        for anchor in case:
            likelihood *= sum(_weight(_cosine(anchor, other)) for other in case) / _weight(Fraction(1))
        collapsed, top = len(set(case)) == 1, Fraction(sentences) ** sentences
        if collapsed:
            return likelihood == top
        return likelihood < top if extreme == "largest" else likelihood > top

    cases = list(combinations_with_replacement(_points(), sentences))
    return Exhausted.over(f"{sentences} of 12 points, repeats allowed", comb(12 + sentences - 1, sentences), cases, holds)
