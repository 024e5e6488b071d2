"""A better model of a text that repeats a mistake is a less truthful one.

In the planted text a question is answered with the usual mistake in a share m of the cases, else with the truth. A model that
gives the mistake the probability q has the loss −m log q − (1 − m) log(1 − q), smallest at q = m. From an undecided model
(q = 1/2) to the best one (q = m > 1/2) the loss falls and the probability of the truth falls with it. In balls.
"""

from fractions import Fraction
from itertools import pairwise

from flint import arb, ctx, fmpq

from claimledger.finding import Ball, Enclosure

PRECISION = 100


def _loss(share: Fraction, guess: Fraction) -> arb:
    m, q = (arb(fmpq(f.numerator, f.denominator)) for f in (share, guess))
    return -m * q.log() - (1 - m) * (1 - q).log()


def loss_and_truth_fall_together(mistaken: Fraction, guesses: list[Fraction]) -> Enclosure:
    """Along the guesses, which have to end at the share of the mistake, loss and probability of the truth both fall."""
    balls = []
    with ctx.workprec(PRECISION):
        for before, after in pairwise(guesses):
            balls.append(
                Ball(f"loss falls from q = {before} to {after}", _loss(mistaken, before) - _loss(mistaken, after), low=0)
            )
            truth = (1 - before) - (1 - after)
            balls.append(Ball(f"truth falls from q = {before} to {after}", arb(fmpq(truth.numerator, truth.denominator)), low=0))
    return Enclosure(tuple(balls))
