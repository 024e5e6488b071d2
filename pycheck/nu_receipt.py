"""The equation behind the formal receipt of ν = −1/(2π), at π and at numbers that are not π.

The theorem that the author's public manifest names for the imprint (D_14_nu_imprint, Taf/Identities.lean, line 176) says that
ν·2π = −1 with ν = −1/(2π). With any p in the place of π it reads

    (−1/(2p)) · (2p) = −1,

which holds for every p ≠ 0: p cancels. An equation tells something about π only if it fails elsewhere. One that would do so
keeps ν fixed: (−1/(2π)) · (2p) = −1 holds at p = π and nowhere else; but that is the definition of ν, and not yet a word
about measured slopes.

Each point is held against what is said to be the set of solutions: equality to 100 bits where the equation is said to hold,
and where it is said to fail a distance from −1 of more than 10⁻⁶⁰, which a decimal of π to 40 places still has.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 320
BITS = 100
APART = Fraction(1, 10**60)


def equation_holds_exactly_on(solutions: str, points: list[Fraction], nu_fixed: bool = False) -> Enclosure:
    """ν·2p = −1 at p in `solutions` (nonzero or only_pi) and not elsewhere; ν is −1/(2p), or −1/(2π) where `nu_fixed`."""
    balls = []
    with ctx.workprec(PRECISION):
        pi = arb.pi()
        for label, p in [("π", pi), *((str(point), ball(point)) for point in points)]:
            product = -1 / (2 * (pi if nu_fixed else p)) * (2 * p)
            if solutions == "nonzero" or label == "π":
                balls.append(Ball(f"p = {label}, said to hold", product, target=-1, bits=BITS))
            else:
                balls.append(Ball(f"p = {label}, said to fail", abs(product + 1), low=APART))
    return Enclosure(tuple(balls))
