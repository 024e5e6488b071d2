"""Two matrices with something between them: a matrix if that is nothing, and none if it is a ReLU, a softmax or a norm.

y = W_2 φ(W_1 x). Products of matrices have y(c x) = c y(x) for every number c. A ReLU has it for c > 0 only, a softmax (to
the base 2, so that all is rational) and RMSNorm for no c but 1. The grid holds all x with entries from −3 to 3 and no zero,
c is −1 and 2. Under RMSNorm y is a root; it is compared by sign and square, as everything here.

The second check counts what a block of a decoder does to one token that sees n: multiplications inside matrix products
(the four projections, scores, mixing, feed-forward) for each evaluation of a function of one number (exponentials of the
softmax, the activation, two roots of the norms).
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted

FIRST = ((2, 1), (1, 3))
SECOND = ((1, -2), (3, 1))
Signed = tuple[int, Fraction]


def _signed_square(value: Fraction, over: Fraction = Fraction(1)) -> Signed:
    """Sign and square of value/√over."""
    return (value > 0) - (value < 0), value * value / over


def _output(part: str, x: tuple[int, int]) -> list[Signed]:
    hidden = [Fraction(sum(a * b for a, b in zip(row, x, strict=True))) for row in FIRST]
    over = Fraction(1)
    if part == "relu":
        hidden = [max(h, Fraction(0)) for h in hidden]
    if part == "softmax":
        weights = [Fraction(2) ** int(h) for h in hidden]
        hidden = [w / sum(weights) for w in weights]
    if part == "norm":
        over = sum((h * h for h in hidden), Fraction(0)) / len(hidden)
    return [_signed_square(sum((a * h for a, h in zip(row, hidden, strict=True)), Fraction(0)), over) for row in SECOND]


def scaling_the_input_scales_the_output(part: str) -> Exhausted:
    """y(c x) = c y(x) at c = −1 and 2 on the grid, with `part` (nothing, relu, softmax or norm) between the matrices."""
    entries = [n for n in range(-3, 4) if n]

    def holds(case: tuple[int, int, int]) -> bool:
        c, first, second = case
        scaled = [((c > 0) * 2 - 1) * sign for sign, _ in _output(part, (first, second))]
        squares = [c * c * square for _, square in _output(part, (first, second))]
        return _output(part, (c * first, c * second)) == list(zip(scaled, squares, strict=True))

    return Exhausted.over("x on the grid, c = −1 and 2", 2 * len(entries) ** 2, product((-1, 2), entries, entries), holds)


def products_for_each_function_value(d: int, heads: int, n: int, low: int, high: int) -> Enclosure:
    """Multiplications in matrix products over evaluations of functions, for one token in one block with h = 4d."""
    products = 4 * d * d + 2 * n * d + 2 * d * 4 * d
    functions = heads * n + 4 * d + 2
    return Enclosure((Ball(f"d = {d}, n = {n}", Fraction(products, functions), low=low, high=high),))
