"""The least-squares line of log A against log d, enclosed: how an exponent and its R² are read off a few distances.

With x = log d, y = log A and bars for means, γ = −Σ(x − x̄)(y − ȳ)/Σ(x − x̄)² and R² is the squared correlation of x and
y. Both are computed in balls from decimal strings or rationals, so that a reading is a property of the numbers printed.
"""

from collections.abc import Sequence
from fractions import Fraction

from flint import arb, fmpq

Number = arb | Fraction | int | str


def reading(distances: Sequence[int], attention: Sequence[Number]) -> tuple[arb, arb]:
    """The exponent γ and R² of the line through (log d, log A(d)); balls at the working precision."""
    if len(distances) != len(attention) or len(distances) < 2:
        raise ValueError(f"{len(distances)} distances and {len(attention)} values are no line")
    across, up = _centred([arb(d).log() for d in distances]), _centred([ball(a).log() for a in attention])
    xx, xy, yy = (_dot(a, b) for a, b in ((across, across), (across, up), (up, up)))
    return -xy / xx, xy * xy / (xx * yy)


def ball(number: Number) -> arb:
    """A ball that holds a decimal string, a rational or a ball."""
    return arb(fmpq(number.numerator, number.denominator)) if isinstance(number, Fraction) else arb(number)


def _centred(values: list[arb]) -> list[arb]:
    mean = sum(values, arb(0)) / len(values)
    return [value - mean for value in values]


def _dot(left: list[arb], right: list[arb]) -> arb:
    return sum((a * b for a, b in zip(left, right, strict=True)), arb(0))
