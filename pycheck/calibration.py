"""Calibrated answers that are wrong: every calibrated population of four questions.

Four questions are answered with confidences from 0, 1/4, 1/3, 1/2, 2/3, 3/4, 1. The answers are calibrated if, of those given
with the confidence c, exactly the fraction c is right, for each c that occurs. Then the wrong answers number Σ (1 − c): none
only where every confidence is 1. All 7⁴ · 2⁴ populations are made and those that are calibrated kept.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted

CONFIDENCES = tuple(Fraction(c) for c in ("0", "1/4", "1/3", "1/2", "2/3", "3/4", "1"))
QUESTIONS = 4


def _calibrated(confidences: tuple[Fraction, ...], right: tuple[int, ...]) -> bool:
    for c in set(confidences):
        group = [r for confidence, r in zip(confidences, right, strict=True) if confidence == c]
        if sum(group) != c * len(group):
            return False
    return True


def calibrated_answers_are_wrong_as_often_as_they_say(populations: int, none_wrong: bool = False) -> Exhausted:
    """In each of the calibrated populations the wrong answers number Σ (1 − c); or, with `none_wrong`, there are none."""
    everything = product(product(CONFIDENCES, repeat=QUESTIONS), product((0, 1), repeat=QUESTIONS))
    cases = (case for case in everything if _calibrated(*case))

    def holds(case: tuple[tuple[Fraction, ...], tuple[int, ...]]) -> bool:
        confidences, right = case
        wrong = QUESTIONS - sum(right)
        return wrong == (0 if none_wrong else sum(1 - c for c in confidences))

    return Exhausted.over("calibrated populations of four questions", populations, cases, holds)
