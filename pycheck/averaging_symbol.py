"""The symbol of d^-γ/Z on 1..N lies in the unit disc, below, at and above γ = 1.

Averaging a signal with the weights p(d) = d^-γ/Z multiplies its part of frequency t by the symbol

    m(t) = Σ_{d=1..N} p(d) e^(idt),        |m(t)| ≤ Σ p(d) = m(0) = 1,

since p(d) ≥ 0. So no frequency is amplified, whatever γ is, and for N ≥ 2 and 0 < t < 2π every one is damped: two of the
unit vectors e^(idt) then differ. The checks ask that |m(t)| be below c, with c = 1, and that m(0) be 1. With N = 1 the
symbol has modulus 1 everywhere, and N starts at 2. For small t the modulus is near 1, so no smaller c will do.
"""

from fractions import Fraction

from flint import acb, arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, probability

PRECISION = 160
BITS = 80


def symbol_is_below_c_away_from_zero(
    c: Fraction, exponents: list[Fraction], sizes: list[int], frequencies: list[Fraction]
) -> Enclosure:
    """|m(t)| < `c` for every γ, N ≥ 2 and 0 < t < 2π of the lists, and m(0) = 1."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma in exponents:
            for size in sizes:
                p = [probability(d, gamma, size) for d in range(1, size + 1)]
                balls.append(Ball(f"m(0), γ = {gamma}, N = {size}", sum(p, arb(0)), target=1, bits=BITS))
                for t in frequencies:
                    symbol = sum((x * acb(0, ball(t) * d).exp() for d, x in enumerate(p, 1)), acb(0))
                    balls.append(Ball(f"γ = {gamma}, N = {size}, t = {t}", abs(symbol), high=c, bits=BITS))
    return Enclosure(tuple(balls))
