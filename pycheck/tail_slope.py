"""The slope of log A against log d: least squares on windows of a power law, in balls.

For A(d) = c d^-γ the points (log d, log A) lie on a line and any least-squares fit, on any window, has the slope −γ
exactly. With a floor added, A(d) = c d^-γ + b, there is no one exponent: the slope depends on the window.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, weight

PRECISION, BITS = 160, 80


def slope_of_the_fit_is_minus_gamma(floor: Fraction, exponents: list[Fraction], windows: list[int], scale: Fraction) -> Enclosure:
    """Least squares of log(scale·d^-γ + `floor`) on log d over [lo, hi], `windows` being lo, hi, lo, hi, …"""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma in exponents:
            for lo, hi in zip(windows[::2], windows[1::2], strict=True):
                points = range(lo, hi + 1)
                x = [arb(d).log() for d in points]
                y = [(ball(scale) * weight(d, gamma) + ball(floor)).log() for d in points]
                mean_x, mean_y = sum(x, arb(0)) / len(x), sum(y, arb(0)) / len(y)
                both = sum(((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)), arb(0))
                square = sum(((a - mean_x) * (a - mean_x) for a in x), arb(0))
                balls.append(Ball(f"γ = {gamma}, {lo} to {hi}", both / square, target=-ball(gamma), bits=BITS))
    return Enclosure(tuple(balls))
