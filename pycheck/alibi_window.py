"""ALiBi with equal content looks a fixed distance back, however long the input.

ALiBi subtracts m·d from the score of the token d back (Press, Smith and Lewis 2022; slopes 1/2, 1/4, …, 1/256 for eight
heads). With content scores all alike the weights are e^(−m d), d = 0, …, n − 1, and their mean distance stays below
1/(e^m − 1), its value for endless inputs, which is less than 1/m. Without the slope the mean distance is (n − 1)/2. Sums term
by term, in balls.
"""

from fractions import Fraction

from flint import arb, ctx, fmpq

from claimledger.finding import Ball, Enclosure

PRECISION = 120


def mean_distance_lies_between(
    slopes: list[Fraction], lengths: list[int], low: list[Fraction], high: list[Fraction]
) -> Enclosure:
    """The mean distance at each slope, the same bounds for every length."""
    balls = []
    with ctx.workprec(PRECISION):
        for slope, least, most in zip(slopes, low, high, strict=True):
            factor = (-arb(fmpq(slope.numerator, slope.denominator))).exp()
            total, moment, weight = arb(0), arb(0), arb(1)
            for distance in range(max(lengths)):
                total += weight
                moment += distance * weight
                weight *= factor
                if distance + 1 in lengths:
                    balls.append(Ball(f"slope {slope}, n = {distance + 1}", moment / total, low=least, high=most))
    return Enclosure(tuple(balls))
