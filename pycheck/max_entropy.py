"""d^-γ/Z against other distributions on 1..N with its mean of log d: it has the larger entropy.

For distances a < b < c the vector v with entries log(c/b), −log(c/a), log(b/a) at them and 0 elsewhere has Σ v = 0 and
Σ v(d) log d = 0, so p + t v keeps the mass and the mean of log d, as long as no entry falls below 0. Its entropy is lower,

    H(p) − H(p + t v) = Σ q log(q/p) > 0,    q = p + t v,

by Gibbs' inequality, since log p is −γ log d − log Z. Tried are both directions, a thousandth of the way to the edge of
the simplex, half the way, and, where v is negative at b only, the edge itself, where q(b) = 0 and 0 log 0 = 0. A far
competitor stands beside these: all mass on distances 1 and N, in the shares that give the same mean.

With N ≤ 2 the mean leaves one distribution only and there is nothing to compare; with the sign reversed nothing holds.
"""

from fractions import Fraction
from itertools import combinations

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, probability

PRECISION = 200
BITS = 60
NEAR, HALF, EDGE = Fraction(1, 1000), Fraction(1, 2), Fraction(1)
Part = dict[int, arb]
"""Probabilities of some distances; one that is 0 is left out."""


def _entropy(part: Part) -> arb:
    return -sum((p * p.log() for p in part.values()), arb(0))


def _moved(part: Part, along: Part, share: Fraction, *, forwards: bool) -> Part:
    """`part` moved along ±`along` by a share of the way to the edge; at the edge the middle distance is left out."""
    sign = 1 if forwards else -1
    falling = {d: -sign * step for d, step in along.items() if sign * step < 0}
    edge = min((part[d] / step for d, step in falling.items()), key=lambda t: float(t.mid()))
    left = [d for d in part if not (share == EDGE and d in falling)]
    return {d: part[d] + sign * ball(share) * edge * along[d] for d in left}


def _competitors(p: Part, size: int) -> list[tuple[str, Part, Part]]:
    """Label, the part of p that is replaced, and what replaces it."""
    found = []
    for a, b, c in combinations(sorted({1, 2, 3, size // 2, size - 1, size} - {0}), 3):
        part = {d: p[d] for d in (a, b, c)}
        along = {a: (arb(c) / b).log(), b: -(arb(c) / a).log(), c: (arb(b) / a).log()}
        for share, forwards in [(NEAR, True), (HALF, True), (EDGE, True), (NEAR, False), (HALF, False)]:
            label = f"{'+' if forwards else '−'}{share} of the way along {a}, {b}, {c}"
            found.append((label, part, _moved(part, along, share, forwards=forwards)))
    far = sum((p[d] * arb(d).log() for d in p), arb(0)) / arb(size).log()
    return [*found, ("all mass on 1 and N", p, {1: 1 - far, size: far})]


def the_power_law_has_the_largest_entropy(sign: int, exponents: list[Fraction], sizes: list[int]) -> Enclosure:
    """`sign`·(H(p) − H(q)) > 0, and q has the mass of p and its mean of log d, for each q, γ and N."""
    balls = []
    with ctx.workprec(PRECISION):
        for size in sizes:
            for gamma in exponents:
                p = {d: probability(d, gamma, size) for d in range(1, size + 1)}
                for label, old, new in _competitors(p, size):
                    at = f"γ = {gamma}, N = {size}, {label}"
                    mean, kept = (sum((q * arb(d).log() for d, q in part.items()), arb(0)) for part in (new, old))
                    mass, held = (sum(part.values(), arb(0)) for part in (new, old))
                    balls += [
                        Ball(f"entropy, {at}", sign * (_entropy(old) - _entropy(new)), low=0, bits=BITS),
                        Ball(f"mass, {at}", mass, target=held, bits=BITS),
                        Ball(f"E[log d], {at}", mean, target=kept, bits=BITS),
                    ]
    return Enclosure(tuple(balls))
