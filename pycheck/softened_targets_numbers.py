"""Softened probabilities in numbers: odds by division of whole softmaxes, and one teacher at two temperatures, in balls."""

from fractions import Fraction

import mpmath
from flint import arb, ctx
from hypothesis import strategies as st

from claimledger.finding import Ball, Cases, Enclosure
from pycheck.definitions import ball

PRECISION = 160
DIGITS = 60


def odds_are_the_root_of_the_odds_at_one(inverse: bool, examples: int = 150) -> Cases:
    """p_i/p_j at T, to the power T, is p_i/p_j at temperature 1; or, where not `inverse`, it is so without the power."""

    def softmax(logits: list[int], temperature: mpmath.mpf) -> list[mpmath.mpf]:
        weights = [mpmath.exp(mpmath.mpf(z) / 10 / temperature) for z in logits]
        return [w / mpmath.fsum(weights) for w in weights]

    def holds(case: tuple[list[int], int]) -> bool:
        with mpmath.workdps(DIGITS):
            logits, tenths = case
            temperature = mpmath.mpf(tenths) / 10
            cold, hot = softmax(logits, mpmath.mpf(1)), softmax(logits, temperature)
            odds, before = hot[0] / hot[1], cold[0] / cold[1]
            return bool(abs(mpmath.log(odds) * (temperature if inverse else 1) - mpmath.log(before)) < mpmath.mpf(10) ** -40)

    logits = st.lists(st.sampled_from(range(-80, 81)), min_size=2, max_size=6)
    return Cases.search(st.tuples(logits, st.sampled_from((5, 20, 40, 100))), holds, examples=examples)


def wrong_classes_weigh(
    logits: list[int], temperatures: list[int], masses: list[Fraction], odds: list[Fraction], unit: Fraction
) -> Enclosure:
    """Summed probability of all classes but the first, and odds of the second to the third, at each temperature."""
    balls = []
    with ctx.workprec(PRECISION):
        for temperature, mass, ratio in zip(temperatures, masses, odds, strict=True):
            weights = [(ball(Fraction(z, temperature))).exp() for z in logits]
            wrong = sum(weights[1:], arb(0)) / sum(weights, arb(0))
            half = unit / 2
            balls += [
                Ball(f"wrong classes at T = {temperature}", wrong, low=mass - half, high=mass + half),
                Ball(f"odds at T = {temperature}", weights[1] / weights[2], low=ratio - half, high=ratio + half),
            ]
    return Enclosure(tuple(balls))


def odds_at_the_higher_temperature_are(larger: bool, logits: list[int], low: int, high: int) -> Enclosure:
    """The odds of the second class to the third at temperature `high` against those at `low`, as a difference above 0."""
    with ctx.workprec(PRECISION):
        cold, hot = (ball(Fraction(logits[1] - logits[2], t)).exp() for t in (low, high))
        return Enclosure((Ball("difference of odds", hot - cold if larger else cold - hot, low=0),))
