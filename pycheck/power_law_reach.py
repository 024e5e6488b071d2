"""How far power laws look, in balls: mass beyond a distance, and what base and length do to it through γ_Padé.

    T(D; γ, N) = Σ_{D < d ≤ N} p(d),    p(d) = d^-γ / Z(γ, N).

As d^-γ = d^-γ' d^(γ'−γ), going from γ' down to γ multiplies every weight beyond D by more than D^(γ'−γ) and every other by
no more, so T grows. γ_Padé grows with the base θ and falls with the length L; at the predicted exponent a larger base
therefore keeps less mass beyond each D, and a greater length more. On log-log axes A(d) = c d^-γ is a line of slope −γ.
"""

from fractions import Fraction
from itertools import combinations, pairwise, product

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, weight
from pycheck.pade_exponent import gamma_pade

PRECISION = 160
BITS = 80


def _beyond(gamma: arb, distance: int, size: int) -> arb:
    """T(D; γ, N) for an exponent in a ball."""
    weights = [(-gamma * arb(d).log()).exp() for d in range(1, size + 1)]
    return sum(weights[distance:], arb(0)) / sum(weights, arb(0))


def mass_beyond_is_larger_for_the_smaller_exponent(sign: int, exponents: list[Fraction], sizes: list[int]) -> Enclosure:
    """`sign`·(T(D; γ, N) − T(D; γ', N)) > 0 for all γ < γ' of the list and D = 1, N/2, N − 1."""
    balls = []
    with ctx.workprec(PRECISION):
        for size in sizes:
            for (low, high), cut in product(combinations(exponents, 2), sorted({1, size // 2, size - 1})):
                change = _beyond(ball(low), cut, size) - _beyond(ball(high), cut, size)
                balls.append(Ball(f"γ = {low} against {high}, D = {cut}, N = {size}", sign * change, low=0))
    return Enclosure(tuple(balls))


def base_and_length_move_the_mass(
    base_sign: int, length_sign: int, bases: list[int], lengths: list[int], distances: list[int], size: int
) -> Enclosure:
    """At γ_Padé, the mass beyond D changes with the sign `base_sign` as θ grows, and `length_sign` as L grows."""
    balls = []
    with ctx.workprec(PRECISION):
        mass = {
            (theta, length, cut): _beyond(gamma_pade(theta, arb(length)), cut, size)
            for theta, length, cut in product(bases, lengths, distances)
        }
        for (small, large), length, cut in product(pairwise(bases), lengths, distances):
            change = mass[large, length, cut] - mass[small, length, cut]
            balls.append(Ball(f"θ from {small} to {large}, L = {length}, D = {cut}", base_sign * change, low=0))
        for theta, (short, long), cut in product(bases, pairwise(lengths), distances):
            change = mass[theta, long, cut] - mass[theta, short, cut]
            balls.append(Ball(f"L from {short} to {long}, θ = {theta}, D = {cut}", length_sign * change, low=0))
    return Enclosure(tuple(balls))


def slope_between_two_distances_is(sign: int, exponents: list[Fraction], scale: Fraction, distances: list[int]) -> Enclosure:
    """(log A(d') − log A(d))/(log d' − log d) = `sign`·γ for A(d) = `scale`·d^-γ, γ ≠ 0."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma, (d, e) in product(exponents, combinations(distances, 2)):
            rise = (ball(scale) * weight(e, gamma)).log() - (ball(scale) * weight(d, gamma)).log()
            slope = rise / (arb(e).log() - arb(d).log())
            balls.append(Ball(f"γ = {gamma}, d = {d}, {e}", slope, target=sign * gamma, bits=BITS))
    return Enclosure(tuple(balls))
