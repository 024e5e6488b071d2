"""Which moments power-law jumps have on all distances, in balls: doubling blocks of Σ d^k d^-γ.

With B_j = Σ_{2^j < d ≤ 2^(j+1)} d^(k−γ) the ratio B_(j+1)/B_j tends to 2^(k+1−γ), so from some j on the blocks shrink as a
geometric series where γ > k + 1 and do not shrink where γ ≤ k + 1 (at γ = k + 1 they grow to log 2). The ratio is enclosed at one
large j by differences of Hurwitz zeta values; that the whole series does as its blocks there is the proof's part.
"""

from fractions import Fraction
from itertools import product

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 320
BLOCK = 24


def _block(power: Fraction, j: int) -> arb:
    """Σ d^-power over 2^j < d ≤ 2^(j+1)."""
    if power == 1:
        return (arb(2 ** (j + 1) + 1)).digamma() - (arb(2**j + 1)).digamma()
    s = ball(power)
    return s.zeta(arb(2**j + 1)) - s.zeta(arb(2 ** (j + 1) + 1))


def moments_exist_exactly_above(mean: Fraction, square: Fraction, exponents: list[Fraction]) -> Enclosure:
    """Blocks of Σ d d^-γ shrink where γ > `mean` and not below or at it, and blocks of Σ d² d^-γ where γ > `square`."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma, (order, threshold) in product(exponents, ((1, mean), (2, square))):
            ratio = _block(gamma - order, BLOCK + 1) / _block(gamma - order, BLOCK)
            label = f"order {order}, γ = {gamma}"
            balls.append(Ball(label, ratio, high=1) if gamma > threshold else Ball(label, ratio, low=1))
    return Enclosure(tuple(balls))
