"""One RoPE, several queries and keys: E[log d] of the attention of the last position over d = 1, …, N.

Pair i of a vector is turned at position m by the angle m θ^(−2i/d_h); the score of the query at position N for the key at
position N − d is the scalar product of the two turned vectors. With the same key vector at every position and with q = s·k,
k = (1, 0, 1, 0, …), s = 0 leaves all scores 0 and the attention uniform; s > 0 draws it to small d, s < 0 pushes it away.
θ, d_h and N are the same in all of them. So whatever RoPE fixes, E[log d] is not it.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 128
BITS = 60


def _turned(vector: list[arb], position: int, theta: int) -> list[arb]:
    """`vector` with pair i turned by position·θ^(−2i/d_h)."""
    width, found = len(vector), []
    for i in range(width // 2):
        angle = position * arb(theta) ** ball(Fraction(-2 * i, width))
        x, y = vector[2 * i], vector[2 * i + 1]
        found += [angle.cos() * x - angle.sin() * y, angle.sin() * x + angle.cos() * y]
    return found


def _mean_log(scale: Fraction, theta: int, width: int, size: int) -> arb:
    key = [arb(1), arb(0)] * (width // 2)
    query = _turned([ball(scale) * x for x in key], size, theta)
    weights = []
    for d in range(1, size + 1):
        turned = _turned(key, size - d, theta)
        weights.append(sum((a * b for a, b in zip(query, turned, strict=True)), arb(0)).exp())
    return sum((w * arb(d).log() for d, w in enumerate(weights, 1)), arb(0)) / sum(weights, arb(0))


def mean_of_log_lies_between(
    scales: list[Fraction], lows: list[Fraction], highs: list[Fraction], theta: int, width: int, size: int
) -> Enclosure:
    """For each scale s of the query, E[log d] lies between its two bounds."""
    balls = []
    with ctx.workprec(PRECISION):
        for scale, low, high in zip(scales, lows, highs, strict=True):
            found = _mean_log(scale, theta, width, size)
            balls.append(Ball(f"E[log d], s = {scale}", found, low=low, high=high, bits=BITS))
    return Enclosure(tuple(balls))
