"""When fitting few features beats fitting all: the exact risk of least squares on Gaussian features.

y = Σ_j b_j x_j + noise of variance σ², with D independent standard normal features, n > D + 1 examples. Least squares on k
of the features, those left out having Σ b_j² = b², has at a new point the expected squared error

    R(k) = (σ² + b²) · (1 + k/(n − k − 1)) = (σ² + b²) (n − 1)/(n − k − 1)                (Breiman & Freedman 1983),

because the features left out act as noise of variance b², and E tr (X'X)^-1 = k/(n − k − 1). Fitting all has b² = 0.
Freezing a body and training a head on it is fitting few features; what the frozen features miss is b². σ² = 1 here.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure


def _risk(fitted: int, examples: int, missed: Fraction) -> Fraction:
    return (1 + missed) * Fraction(examples - 1, examples - fitted - 1)


def few_features_win(examples: int, missed: list[str], wins: list[bool], few: int, all_: int) -> Enclosure:
    """With so many `examples`, whether `few` features that miss b² have less risk than all, for each b² of `missed`."""
    balls = []
    for text, win in zip(missed, wins, strict=True):
        gap = _risk(all_, examples, Fraction(0)) - _risk(few, examples, Fraction(text))
        label = f"risk of all less risk of few, n = {examples}, b² = {text}"
        balls.append(Ball(label, gap, low=0) if win else Ball(label, gap, high=0))
    return Enclosure(tuple(balls))
