"""What a few failing tokens do to a perplexity: PPL′/PPL = exp(fΔ) if a share f of the tokens loses Δ nats more.

log PPL is the mean loss, so the other tokens cancel in the ratio. In balls: where the tokens that need retrieval go from
certain to uniform over V tokens, Δ = log V and the ratio is V^f.
"""

from fractions import Fraction

import sympy
from flint import arb, ctx

from claimledger.finding import Ball, Domain, Enclosure, Equation, Residual
from pycheck.definitions import ball

F, DELTA, A, B = sympy.symbols("f Δ a b", real=True)
DOMAINS = {F: Domain(low=0, high=1), DELTA: Domain(), A: Domain(), B: Domain()}


def log_of_the_ratio_is_f_to(power: int) -> Residual:
    """Mean loss (1 − f)a + f(b + Δ) less (1 − f)a + f b is f^`power` Δ."""
    before = (1 - F) * A + F * B
    after = (1 - F) * A + F * (B + DELTA)
    return Residual((Equation("log of the ratio", after, before + F**power * DELTA),), DOMAINS)


def ratio_rounds_to(ten_thousandths: int, share: Fraction, vocabulary: int) -> Enclosure:
    """V^f is within half a unit of the fourth decimal of `ten_thousandths`/10⁴."""
    half = Fraction(1, 20000)
    with ctx.workprec(128):
        ratio = arb(vocabulary) ** ball(share)
        value = Fraction(ten_thousandths, 10**4)
        return Enclosure((Ball("ratio", ratio, low=value - half, high=value + half, bits=60),))
