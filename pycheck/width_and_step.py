"""How far one signed step of the readout moves the output, at several widths and with the rate scaled by a power of them.

f = Σ_i w_i h_i with hidden values h of a size that does not depend on the width n. Adam's first step moves each w_i by the rate η
against the sign of its gradient, which is the sign of h_i up to a common one, so that |Δf| = η Σ|h_i|: n times the mean of |h|.
With the rate η/n, as maximal-update parameterisation has it for such weights under Adam, the width drops out.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure

PATTERN = (1, -2, 3, -1)


def output_moves_by(widths: list[int], power: int, moved: Fraction, rate: Fraction = Fraction(1, 10)) -> Enclosure:
    """|Δf| after one signed step with the rate η·n^−power, at each width n."""
    balls = []
    for width in widths:
        hidden = [PATTERN[i % len(PATTERN)] for i in range(width)]
        before = [Fraction(i % 5 - 2, width) for i in range(width)]
        after = [w - rate / width**power * ((h > 0) - (h < 0)) for w, h in zip(before, hidden, strict=True)]
        change = sum((h * (b - a) for h, a, b in zip(hidden, after, before, strict=True)), Fraction(0))
        balls.append(Ball(f"width {width}", change, target=moved))
    return Enclosure(tuple(balls))
