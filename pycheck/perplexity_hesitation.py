"""Perplexity against hesitation: the loss on what came, and the entropy of what was predicted.

A prediction (a, 1 − a) on two tokens hesitates among exp(H) of them, H = −a log a − (1 − a) log(1 − a). On a text in which
the first token comes with frequency f, the mean loss is −f log a − (1 − f) log(1 − a), and the perplexity is exp of that.
The two agree at f = a, where the prediction is calibrated, and nowhere else unless a = 1/2: the difference of the exponents
is (a − f)(log a − log(1 − a)).
"""

from fractions import Fraction

from flint import ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION, BITS = 160, 100


def perplexity_is_exp_of_the_entropy(frequencies: list[Fraction], predictions: list[Fraction]) -> Enclosure:
    """exp(mean loss) = exp(entropy) for each prediction a, its first token coming with the frequency beside it."""
    balls = []
    with ctx.workprec(PRECISION):
        for a, f in zip(predictions, frequencies, strict=True):
            log_a, log_b = ball(a).log(), ball(1 - a).log()
            perplexity = (-(ball(f) * log_a + ball(1 - f) * log_b)).exp()
            hesitation = 1 / (ball(a) ** ball(a) * ball(1 - a) ** ball(1 - a))
            balls.append(Ball(f"a = {a}, f = {f}", perplexity, target=hesitation, bits=BITS))
    return Enclosure(tuple(balls))


def perplexity_rounds_to(value: Fraction, prediction: Fraction, frequency: Fraction) -> Enclosure:
    """The perplexity of the prediction on that frequency lies within half a thousandth of `value`."""
    half = Fraction(1, 2000)
    with ctx.workprec(PRECISION):
        loss = -(ball(frequency) * ball(prediction).log() + ball(1 - frequency) * ball(1 - prediction).log())
        return Enclosure((Ball("perplexity", loss.exp(), low=value - half, high=value + half, bits=BITS),))
