"""Retrieval from all 2^d sign vectors by one softmax step, summed out over the vectors in balls.

The state is a stored vector; the step is the weighted mean of all 2^d, each weight e^(β x·ξ) computed and added. Every
coordinate moves from ±1 to ± the same number, which is near 1 at β = 4 and tanh(1/√d) at attention's β = 1/√d.
"""

from fractions import Fraction

from flint import arb, ctx, fmpq

from claimledger.finding import Ball, Enclosure

PRECISION = 120
BITS = 80


def _kept(width: int, beta: arb) -> arb:
    """The first coordinate after one step from the vector of ones, over all 2^width sign vectors."""
    top, bottom = arb(0), arb(0)
    powers = {total: (beta * total).exp() for total in range(-width, width + 1, 2)}
    for number in range(2**width):
        weight = powers[width - 2 * number.bit_count()]
        top += -weight if number & 1 else weight
        bottom += weight
    return top / bottom


def kept_coordinate_lies_between(widths: list[int], beta: str, low: Fraction, high: Fraction) -> Enclosure:
    """A coordinate of size 1 after one step, at the given β, or at 1/√d where β is `attention`."""
    balls = []
    with ctx.workprec(PRECISION):
        for width in widths:
            inverse = 1 / arb(width).sqrt() if beta == "attention" else arb(int(beta))
            balls.append(Ball(f"d = {width}, {2**width} patterns", _kept(width, inverse), low=low, high=high))
    return Enclosure(tuple(balls))


def kept_coordinate_is_tanh(widths: list[int], beta: Fraction, factor: int) -> Enclosure:
    """A coordinate of size 1 after one step is tanh(`factor`·β) at every width."""
    balls = []
    with ctx.workprec(PRECISION):
        exact = arb(fmpq(beta.numerator, beta.denominator))
        for width in widths:
            balls.append(Ball(f"d = {width}", _kept(width, exact), target=(factor * exact).tanh(), bits=BITS))
    return Enclosure(tuple(balls))
