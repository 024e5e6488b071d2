"""How near a RoPE pair comes to a whole number of turns after a whole number of steps, by continued fractions.

A pair of frequency ω has made rα turns after r steps, α = ω/2π < 1/2, and would show the same angle again if rα were a whole
number. With p_n/q_n the convergents of α (Lagrange; Khinchin, Continued Fractions, theorems 16 and 17),

    |rα − p| ≥ |q_n α − p_n| > 0    for all integers p and 1 ≤ r < q_(n+1),

and the right side is met at r = q_n. So the convergents up to a denominator R settle every r up to R, and one ball stands
for all of them. α is a ball; each partial quotient is taken only where the ball decides it, and a remainder that is not
decided is an error. A rational α, such as 1/4 for ω = π/2, ends in a remainder of exactly 0: there it aliases.

For ω = 1 this shows the claim for r up to R only; that no r at all is left is the irrationality of π.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 4096
BITS = 80


def _whole_part(number: arb | Fraction) -> int:
    if isinstance(number, Fraction):
        return floor(number)
    whole = number.floor().unique_fmpz()
    if whole is None:
        raise ValueError("the ball of α does not decide the next partial quotient; raise the precision")
    return int(whole)


def _convergents(alpha: arb | Fraction, last: int) -> Iterator[tuple[int, int]]:
    """p_n, q_n with q_n ≤ `last`, until the next denominator is larger, or until α is met exactly."""
    p, q, before_p, before_q = 1, 0, 0, 1
    rest = alpha
    while True:
        whole = _whole_part(rest)
        p, q, before_p, before_q = whole * p + before_p, whole * q + before_q, p, q
        if q > last:
            return
        yield p, q
        rest = rest - whole
        if rest == 0:
            return
        rest = 1 / rest


def no_whole_number_of_steps_is_a_whole_number_of_turns(frequency: Fraction, times_pi: bool, largest_power: int) -> Enclosure:
    """0 < q_n |q_n α − p_n| < 1 for every convergent of α with q_n ≤ 10^`largest_power`; ω is `frequency`, or that times π."""
    balls = []
    with ctx.workprec(PRECISION):
        alpha = frequency / 2 if times_pi else ball(frequency) / (2 * arb.pi())
        for p, q in _convergents(alpha, 10**largest_power):
            gap = ball(q * alpha - p) if isinstance(alpha, Fraction) else q * alpha - p
            balls.append(Ball(f"r = {q}", q * abs(gap), low=0, high=1, bits=BITS))
    return Enclosure(tuple(balls))


def every_pair_stays_farther_than(threshold: Fraction, theta: int, width: int, first_pair: int, last: int) -> Enclosure:
    """min over 1 ≤ r ≤ `last` of |rω_i/2π − nearest integer| > `threshold`, for i = `first_pair`, …, d_h/2 − 1."""
    balls = []
    with ctx.workprec(PRECISION):
        for pair in range(first_pair, width // 2):
            alpha = arb(theta) ** ball(Fraction(-2 * pair, width)) / (2 * arb.pi())
            p, q = list(_convergents(alpha, last))[-1]
            balls.append(Ball(f"pair {pair}, nearest at r = {q}", abs(q * alpha - p), low=threshold, bits=BITS))
    return Enclosure(tuple(balls))
