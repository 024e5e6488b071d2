"""How many of 1000 tokens top-p and min-p keep of a Zipf law at several temperatures.

p_i ∝ 1/i, i = 1..1000; at sampling temperature τ the law is ∝ i^(−1/τ). Min-p with m keeps i ≤ m^−τ, in whole numbers. Top-p
keeps the least k with Σ_{i≤k} i^(−1/τ) ≥ p Σ i^(−1/τ): the sums are balls, and both the sum to k and the sum to k − 1 have
to lie clear of the threshold.
"""

from fractions import Fraction

from flint import arb, fmpq

from claimledger.finding import Ball, Enclosure

TOKENS = 1000


def _min_p(inverse_cut: int, temperature: int) -> int:
    return min(TOKENS, int(inverse_cut**temperature))


def _top_p(threshold: Fraction, temperature: int) -> int:
    weights = [(-arb(i).log() / temperature).exp() for i in range(1, TOKENS + 1)]
    target = sum(weights, arb(0)) * arb(fmpq(threshold.numerator, threshold.denominator))
    running = arb(0)
    for kept, weight in enumerate(weights, 1):
        running += weight
        if running > target:
            return kept
        if not running < target:
            raise ValueError(f"the sum to {kept} cannot be told from the threshold")
    raise ValueError("the threshold is not reached")


def kept_at_temperatures(
    temperatures: list[int], min_p: list[int], top_p: list[int], inverse_cut: int, threshold: Fraction
) -> Enclosure:
    """The numbers of tokens that min-p and top-p keep at each temperature."""
    balls = []
    for temperature, few, many in zip(temperatures, min_p, top_p, strict=True):
        balls.append(Ball(f"min-p at temperature {temperature}", _min_p(inverse_cut, temperature), target=few))
        balls.append(Ball(f"top-p at temperature {temperature}", _top_p(threshold, temperature), target=many))
    return Enclosure(tuple(balls))


def min_p_keeps_fewer(temperatures: list[int], inverse_cut: int, threshold: Fraction) -> Enclosure:
    """At each of the temperatures min-p keeps fewer tokens than top-p."""
    gaps = [(t, _top_p(threshold, t) - _min_p(inverse_cut, t)) for t in temperatures]
    return Enclosure(tuple(Ball(f"top-p less min-p at temperature {t}", gap, low=0) for t, gap in gaps))
