"""d^-γ/ζ(γ) on all distances against others with its mean of log d: it has the larger entropy, γ > 1.

For distances a < b < c the vector v with entries log(c/b), −log(c/a), log(b/a) keeps the mass and the mean of log d, and
p + t v changes three probabilities only, so that the difference of the entropies is a finite sum. A far competitor stands
beside these: all mass on distances 1 and N, with entropy −q log q − (1−q) log(1−q), against log ζ(γ) + γ E[log d].

ζ and its derivative are Arb's.
"""

from fractions import Fraction
from itertools import combinations

from flint import arb, arb_series, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, weight

PRECISION = 200
BITS = 60


def _entropy(part: list[arb]) -> arb:
    return -sum((p * p.log() for p in part), arb(0))


def the_power_law_has_the_largest_entropy(
    sign: int, exponents: list[Fraction], distances: list[int], shares: list[Fraction], far: list[int]
) -> Enclosure:
    """`sign`·(H(p) − H(q)) > 0 for q a share of the way to the edge along every triple, and for q on 1 and N."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma in exponents:
            log_zeta = arb_series([ball(gamma), 1], prec=2).zeta().log()
            zeta, mean = log_zeta[0].exp(), -log_zeta[1]
            for a, b, c in combinations(distances, 3):
                old = [weight(d, gamma) / zeta for d in (a, b, c)]
                along = [(arb(c) / b).log(), -(arb(c) / a).log(), (arb(b) / a).log()]
                for share in shares:
                    step = ball(share) * old[1] / -along[1]
                    new = [p + step * v for p, v in zip(old, along, strict=True)]
                    gain = sign * (_entropy(old) - _entropy(new))
                    balls.append(Ball(f"γ = {gamma}, {share} along {a}, {b}, {c}", gain, low=0, bits=BITS))
            whole = log_zeta[0] + ball(gamma) * mean
            for size in far:
                q = mean / arb(size).log()
                if not q < 1:
                    raise ValueError(f"γ = {gamma}: distances 1 and {size} have no mean of {mean}")
                gain = sign * (whole - _entropy([q, 1 - q]))
                balls.append(Ball(f"γ = {gamma}, all on 1 and {size}", gain, low=0, bits=BITS))
    return Enclosure(tuple(balls))


def mean_of_log_lies_between(exponent: Fraction, size: int, low: Fraction, high: Fraction) -> Enclosure:
    """E[log d] of d^-γ/Z on 1, …, `size` lies between `low` and `high`; `size` 0 is all distances."""
    with ctx.workprec(PRECISION):
        return Enclosure((Ball(f"E[log d], γ = {exponent}", mean_of_log(exponent, size), low=low, high=high, bits=BITS),))


def mean_of_log(gamma: Fraction, size: int) -> arb:
    """E[log d] on 1, …, `size`, or on all distances where `size` is 0 and γ > 1."""
    if size == 0:
        return -arb_series([ball(gamma), 1], prec=2).zeta().log()[1]
    powers = [weight(d, gamma) for d in range(1, size + 1)]
    logs = [arb(d).log() for d in range(1, size + 1)]
    return sum((p * log for p, log in zip(powers, logs, strict=True)), arb(0)) / sum(powers, arb(0))


def exponent_with_this_mean_is_bracketed(
    means: list[Fraction], brackets: list[list[Fraction]], size: int, beyond_one: bool
) -> Enclosure:
    """E[log d] falls through the mean between the two ends of its bracket; and the bracket lies on one side of γ = 1.

    `size` 0 is all distances. `beyond_one` says that every bracket lies above 1 (else below).
    """
    balls = []
    with ctx.workprec(PRECISION):
        for mean, (low, high) in zip(means, brackets, strict=True):
            at = f"mean {mean}, N = {size or '∞'}"
            balls += [
                Ball(f"E[log d] at γ = {low}, {at}", mean_of_log(low, size), low=mean, bits=BITS),
                Ball(f"E[log d] at γ = {high}, {at}", mean_of_log(high, size), high=mean, bits=BITS),
            ]
            ends = (None, Fraction(1)) if not beyond_one else (Fraction(1), None)
            balls += [Ball(f"γ, {at}", ball(end), low=ends[0], high=ends[1]) for end in (low, high)]
    return Enclosure(tuple(balls))
