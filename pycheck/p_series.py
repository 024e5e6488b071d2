"""Σ d^-γ in balls: every tail between its two bounds, and blocks of the sum on both sides of γ = 1.

For γ > 1 and D ≥ 1, comparing d^-γ with the integral of x^-γ over [d, d+1] and over [d−1, d] and summing over d > D,

    (D+1)^(1−γ)/(γ−1) ≤ Σ_{d>D} d^-γ ≤ D^(1−γ)/(γ−1).

The tail is the Hurwitz zeta value ζ(γ, D+1), enclosed by Arb; `near` and `far` are the shifts 1 and 0 of the two bounds.

That the sum converges exactly where γ > 1 is beyond any finite computation. Its finite shadow is Cauchy's criterion on the
block Σ_{N<d≤2N} d^-γ. For γ ≤ 1 the block has N terms of at least 1/(2N) each, so it is at least 1/2 at every N; for γ > 1
it is below N^(1−γ) log 2 and falls under any level. Here N = 2⁴⁰⁹⁶ and the level is 1/4: a γ counted as convergent has to
be below it, any other above. `threshold_included` counts γ = 1 as convergent.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 256
BITS = 100
BLOCK = 2**4096
LEVEL = Fraction(1, 4)


def tail_and_blocks_are_as_the_threshold_says(
    tail_exponents: list[Fraction],
    distances: list[int],
    block_exponents: list[Fraction],
    near: int,
    far: int,
    threshold_included: bool = False,
) -> Enclosure:
    """Tails in ((D+near)^(1−γ), (D+far)^(1−γ))/(γ−1), and blocks below 1/4 where γ > 1, above it where γ ≤ 1."""
    with ctx.workprec(PRECISION):
        tails = [_tail(gamma, distance, near, far) for gamma in tail_exponents for distance in distances]
        blocks = [_block(gamma, gamma > 1 or (threshold_included and gamma == 1)) for gamma in block_exponents]
    return Enclosure((*tails, *blocks))


def _tail(gamma: Fraction, distance: int, near: int, far: int) -> Ball:
    """(γ−1) Σ_{d>D} d^-γ, to lie between (D+near)^(1−γ) and (D+far)^(1−γ)."""
    value = ball(gamma).zeta(arb(distance + 1)) * ball(gamma - 1)
    low, high = (arb(distance + shift) ** ball(1 - gamma) for shift in (near, far))
    return Ball(f"tail, γ = {gamma}, D = {distance}", value, low=low, high=high, bits=BITS)


def _block(gamma: Fraction, converges: bool) -> Ball:
    """Σ_{N<d≤2N} d^-γ at N = 2⁴⁰⁹⁶, to lie below 1/4 where the sum is said to converge, above where not."""
    label, value = f"block, γ = {gamma}", _beyond(gamma, BLOCK) - _beyond(gamma, 2 * BLOCK)
    if converges:
        return Ball(label, value, high=LEVEL, bits=BITS)
    return Ball(label, value, low=LEVEL, bits=BITS)


def _beyond(gamma: Fraction, size: int) -> arb:
    """A function of N whose differences are sums of d^-γ: ζ(γ, N+1), and −ψ(N+1) at γ = 1."""
    start = arb(size + 1)
    return -start.digamma() if gamma == 1 else ball(gamma).zeta(start)
