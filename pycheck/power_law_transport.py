"""Power laws as averages and as jumps, in balls: what each does to a signal of frequency t.

The average with weights p(d) = d^-γ/Z multiplies it by m(t) = Σ p(d) e^(idt), the jumps by ±d at the rates d^-γ multiply it,
after the time τ, by e^(−τ q(t)) with

    q(t) = Σ 2 d^-γ (1 − cos dt) ≥ 2 (1 − cos t).

Both factors are below 1 in absolute value for 0 < t < 2π (the average for N ≥ 2), whatever γ is. Fractional differentiation, of
symbol |t|^(γ−1), would have a factor above 1 for γ > 1 and t > 1, and the factor 1 at γ = 1.
"""

from fractions import Fraction
from itertools import product

from flint import acb, arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, probability, weight

PRECISION = 160
BITS = 60


def _modulus(gamma: Fraction, size: int, t: arb) -> arb:
    first = probability(1, gamma, size)
    return abs(sum((first * weight(d, gamma) * acb(0, t * d).exp() for d in range(1, size + 1)), acb(0)))


def average_damps(
    at_one: str, above_one: str, exponents: list[Fraction], sizes: list[int], frequencies: list[Fraction]
) -> Enclosure:
    """|m(t)| < 1 for γ < 1; at γ = 1 and above it what the words say: damps, keeps or amplifies."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma, size, t in product(exponents, sizes, frequencies):
            modulus, label = _modulus(gamma, size, ball(t)), f"γ = {gamma}, N = {size}, t = {t}"
            word = at_one if gamma == 1 else above_one if gamma > 1 else "damps"
            match word:
                case "damps":
                    balls.append(Ball(label, modulus, high=1))
                case "keeps":
                    balls.append(Ball(label, modulus, target=1, bits=BITS))
                case "amplifies":
                    balls.append(Ball(label, modulus, low=1))
    return Enclosure(tuple(balls))


def alternation_is_multiplied_by(exponents: list[Fraction], size: int, factors: list[Fraction]) -> Enclosure:
    """|m(π)|, the factor of a signal that changes sign at every position, is the factor to three decimals."""
    half = Fraction(1, 2000)
    with ctx.workprec(PRECISION):
        found = [_modulus(g, size, arb.pi()) for g in exponents]
    cases = zip(exponents, found, factors, strict=True)
    return Enclosure(tuple(Ball(f"γ = {g}", x, low=f - half, high=f + half) for g, x, f in cases))


def jumps_damp(
    sign: int, exponents: list[Fraction], sizes: list[int], times: list[Fraction], frequencies: list[Fraction]
) -> Enclosure:
    """0 < e^(`sign`·τ q(t)) < 1."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma, size, t in product(exponents, sizes, frequencies):
            rate = sum((2 * weight(d, gamma) * (1 - (ball(t) * d).cos()) for d in range(1, size + 1)), arb(0))
            for time in times:
                label = f"γ = {gamma}, N = {size}, t = {t}, τ = {time}"
                balls.append(Ball(label, (sign * ball(time) * rate).exp(), low=0, high=1))
    return Enclosure(tuple(balls))
