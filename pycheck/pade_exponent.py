"""The exponent predicted from RoPE's base and the length, in balls: its range, direction, horizon and numbers.

With base θ > 0 and length L > 0

    γ_Padé(θ, L) = (2θ − L√2) / (2θ + L√2) = (2 − z) / (2 + z),    z = L√2/θ,
    d_horizon(θ, γ) = θ√2 (1 − γ) / (1 + γ),

(the book's chapter 15 and its list of formulas). The second solves γ_Padé(θ, L) = γ for L, so it is positive exactly for
−1 < γ < 1. In z the first is the [1/1] Padé approximant of e^(−z), below it by z³/12 − z⁴/12 + ….
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, product

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 256
BITS = 100


def gamma_pade(theta: Fraction | int, length: arb) -> arb:
    """γ_Padé(θ, L) for a length in a ball."""
    turn = length * arb(2).sqrt()
    return (2 * ball(theta) - turn) / (2 * ball(theta) + turn)


def horizon(theta: Fraction | int, gamma: arb, factor: arb) -> arb:
    """`factor`·θ(1 − γ)/(1 + γ); the book's has the factor √2."""
    return factor * ball(theta) * (1 - gamma) / (1 + gamma)


def predicted_exponents_lie_between(low: Fraction, high: Fraction, bases: list[int], lengths: list[Fraction]) -> Enclosure:
    """`low` < γ_Padé < `high` at every base and length, and each of 7 numbers in between is met at a positive length.

    Past the length θ√2 the exponent is negative, and short of it positive.
    """
    balls = []
    with ctx.workprec(PRECISION):
        edge = arb(2).sqrt()
        for theta, length in product(bases, lengths):
            label = f"θ = {theta}, L = {length}"
            balls.append(Ball(label, gamma_pade(theta, ball(length)), low=low, high=high))
        for theta, k in product(bases, range(1, 8)):
            wanted = low + (high - low) * Fraction(k, 8)
            label = f"length at which γ = {wanted}, θ = {theta}"
            balls.append(Ball(label, horizon(theta, ball(wanted), edge), low=0))
        for theta in bases:
            balls.append(
                Ball(f"just past θ√2, θ = {theta}", gamma_pade(theta, edge * theta * ball(Fraction(1001, 1000))), high=0)
            )
            balls.append(
                Ball(f"just before θ√2, θ = {theta}", gamma_pade(theta, edge * theta * ball(Fraction(999, 1000))), low=0)
            )
    return Enclosure(tuple(balls))


def predicted_exponent_grows_with_the_base(sign: int, bases: list[int], lengths: list[Fraction]) -> Enclosure:
    """`sign` times its change is positive from each base to the next larger one, and negative from a length to the next."""
    balls = []
    with ctx.workprec(PRECISION):
        for (small, large), length in product(pairwise(bases), lengths):
            change = gamma_pade(large, ball(length)) - gamma_pade(small, ball(length))
            balls.append(Ball(f"θ from {small} to {large}, L = {length}", sign * change, low=0))
        for theta, (short, long) in product(bases, pairwise(lengths)):
            change = gamma_pade(theta, ball(long)) - gamma_pade(theta, ball(short))
            balls.append(Ball(f"L from {short} to {long}, θ = {theta}", sign * change, high=0))
    return Enclosure(tuple(balls))


def predicted_exponent_is_below_the_exponential(coefficient: Fraction, bases: list[int], lengths: list[Fraction]) -> Enclosure:
    """0 < (e^(−z) − γ_Padé)/z³ < `coefficient`."""
    balls = []
    with ctx.workprec(PRECISION):
        for theta, length in product(bases, lengths):
            z = ball(length) * arb(2).sqrt() / theta
            gap = (-z).exp() - gamma_pade(theta, ball(length))
            balls.append(Ball(f"θ = {theta}, L = {length}", gap / z**3, low=0, high=coefficient))
    return Enclosure(tuple(balls))


def horizon_of_the_prediction_is_the_length(square: int, root_power: int, bases: list[int], lengths: list[Fraction]) -> Enclosure:
    """d_horizon(θ, γ_Padé(θ, L)) = L with the factor √`square`; and L√2/(1 − γ_Padé) = θ + L·√2^`root_power`/2."""

    def pairs() -> Iterator[tuple[str, arb, arb]]:
        for theta, length in product(bases, lengths):
            gamma = gamma_pade(theta, ball(length))
            root = arb(2).sqrt()
            label = f"θ = {theta}, L = {length}"
            yield f"horizon, {label}", horizon(theta, gamma, arb(square).sqrt()), ball(length)
            yield f"θ_eff, {label}", ball(length) * root / (1 - gamma), theta + ball(length) * root**root_power / 2

    with ctx.workprec(PRECISION):
        return Enclosure(tuple(Ball(label, left, target=right, bits=BITS) for label, left, right in pairs()))


def predicted_exponent_rounds_to(theta: int, length: int, value: Fraction, decimals: int) -> Enclosure:
    """γ_Padé(θ, L) is `value` to within half a unit of its last decimal."""
    half = Fraction(1, 2 * 10**decimals)
    with ctx.workprec(PRECISION):
        found = gamma_pade(theta, arb(length))
        return Enclosure((Ball(f"θ = {theta}, L = {length}", found, low=value - half, high=value + half),))
