"""What chance alone would hit: the same interval, placed at random.

The interval [L, H] is multiplied by a factor drawn log-uniformly from a decade, 10^−½ to 10^½, so that its relative
width stays and its place is random. A fitted number has no natural unit and no natural zero, which is why the relative
width is kept and not the absolute one: in a decade values lie far more evenly on a logarithmic scale than on a linear one.
`expected` is the mean over all factors in closed form, which the mean of the trials estimates.
"""

import math
from fractions import Fraction

import msgspec
import numpy as np
from flint import arb, ctx, fmpq
from numpy.typing import NDArray

HALF = math.sqrt(10.0)
"""Half the decade: values from L/HALF to H·HALF are those that a placed interval can hold."""


class Null(msgspec.Struct, frozen=True):
    """How many distinct values an interval placed at random holds, as decimal strings.

    `mean` and `sd` (the spread) are those of the trials, `expected` the mean over all places.
    """

    trials: int
    seed: int
    mean: str
    sd: str
    expected: str


def null(values: NDArray[np.float64], low: Fraction, high: Fraction, trials: int, seed: int) -> Null:
    """The null of an interval with positive ends, over sorted distinct values."""
    from_, to, width = float(low), float(high), _width(low, high)
    factors = 10.0 ** (np.random.default_rng(seed).random(trials) - 0.5)
    held = np.searchsorted(values, factors * to, "right") - np.searchsorted(values, factors * from_, "left")
    texts = (f"{number:.6g}" for number in (held.mean(), held.std(), _expected(values, from_, to, width)))
    return Null(trials, seed, *texts)


def _expected(values: NDArray[np.float64], low: float, high: float, width: float) -> float:
    """Each value counts with the share of the factors that bring the interval over it."""
    least, most = np.log10(values / high), np.log10(values / low)
    whole = (least > -0.5) & (most < 0.5)
    share = np.clip(np.minimum(most, 0.5) - np.maximum(least, -0.5), 0.0, width)
    return float(whole.sum() * width + share[~whole].sum())


def _width(low: Fraction, high: Fraction) -> float:
    """log10(high/low), for however close they are."""
    ratio = high / low
    with ctx.workprec(256 + ratio.denominator.bit_length() + ratio.numerator.bit_length()):
        return float(arb(fmpq(ratio.numerator, ratio.denominator)).log() / arb(10).log())
