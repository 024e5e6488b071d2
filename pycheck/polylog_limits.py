"""The normaliser as the cut-off moves out: what grows, what stays, and where ζ(γ) is a sum and where it is not.

For γ that is not a whole number (DLMF 25.12.12, first terms),

    Li_γ(e^(−1/ξ)) = Γ(1−γ) ξ^(1−γ) + ζ(γ) − ζ(γ−1)/ξ + O(1/ξ²),        Li_1(e^(−1/ξ)) = log ξ + 1/(2ξ) + O(1/ξ²).

The first term falls to 0 for γ > 1 and leaves ζ(γ), the sum of d^-γ; it grows without bound for γ < 1, where ζ(γ), now the
continued function, is a negative constant beside it. A sum cut off sharply at N has the same form (Euler–Maclaurin)

    Z(γ, N) = N^(1−γ)/(1−γ) + ζ(γ) + N^-γ/2 + …,

so that at ξ = N what grows differs by the factor (1−γ) Γ(1−γ) = Γ(2−γ), and at γ = 1 the two differ by γ_E. The values
here are Arb's; that the remainders stay small is checked at named γ and ξ only.
"""

from fractions import Fraction

from flint import acb, arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball
from pycheck.moments_by_zeta import log_moments

PRECISION = 400
BITS = 60


def _polylog(gamma: Fraction, xi: int) -> arb:
    return acb((-1 / arb(xi)).exp()).polylog(acb(ball(gamma))).real


def _growing(gamma: Fraction, size: int, sharp: bool) -> arb:
    """What grows with the cut-off: Γ(1−γ) ξ^(1−γ), or N^(1−γ)/(1−γ) where it is sharp; log at γ = 1."""
    if gamma == 1:
        return arb(size).log()
    factor = 1 / ball(1 - gamma) if sharp else ball(1 - gamma).gamma()
    return factor * arb(size) ** ball(1 - gamma)


def far_cutoff_leaves_growth_and_zeta(
    zeta_weight: int, exponents: list[Fraction], powers_of_ten: list[int], sharp: bool = False
) -> Enclosure:
    """ξ (Li_γ − growth − `zeta_weight`·ζ(γ)) is within 1/10 of −ζ(γ−1), or of 1/2 at γ = 1 where there is no ζ(γ)."""
    balls = []
    with ctx.workprec(PRECISION):
        for power in powers_of_ten:
            for gamma in exponents:
                xi = 10**power
                constant = arb(0) if gamma == 1 else zeta_weight * ball(gamma).zeta()
                next_term = ball(Fraction(1, 2)) if gamma == 1 else -ball(gamma - 1).zeta()
                rest = (_polylog(gamma, xi) - _growing(gamma, xi, sharp) - constant) * xi - next_term
                balls.append(Ball(f"γ = {gamma}, ξ = 10^{power}", rest, low=Fraction(-1, 10), high=Fraction(1, 10)))
    return Enclosure(tuple(balls))


def zeta_has_one_sign(sign: int, last: Fraction, pieces: int) -> Enclosure:
    """`sign`·ζ(γ) > 0 on the whole interval [0, `last`], cut into pieces of which each is one ball."""
    balls = []
    with ctx.workprec(PRECISION):
        for i in range(pieces):
            low, high = last * i / pieces, last * (i + 1) / pieces
            gamma = ball((low + high) / 2) + arb(0, 1) * ball((high - low) / 2)
            balls.append(Ball(f"ζ on [{low}, {high}]", sign * gamma.zeta(), low=0))
    return Enclosure(tuple(balls))


def zeta_at_is(gamma: Fraction, low: Fraction, high: Fraction) -> Enclosure:
    """ζ(γ) lies between `low` and `high`."""
    with ctx.workprec(PRECISION):
        return Enclosure((Ball(f"ζ({gamma})", ball(gamma).zeta(), low=low, high=high, bits=BITS),))


def soft_over_sharp_is_gamma_of_two_less_gamma(factor: str, exponents: list[Fraction], powers_of_ten: list[int]) -> Enclosure:
    """At ξ = N = 10^e, (Li_γ − ζ(γ))/(Z(γ, N) − ζ(γ)) is within N^(−1/2) of Γ(2−γ); at γ = 1, Z − Li_1 is of γ_E.

    `factor` is "gamma" in the claim; "one" puts 1 for Γ(2−γ) and 0 for γ_E, as if the two cut-offs were one.
    """
    balls = []
    with ctx.workprec(PRECISION):
        for power in powers_of_ten:
            size = 10**power
            for gamma in exponents:
                soft, sharp = _polylog(gamma, size), log_moments(gamma, size)[0]
                if gamma == 1:
                    found, claimed = sharp - soft, arb.const_euler() if factor == "gamma" else arb(0)
                else:
                    zeta = ball(gamma).zeta()
                    found = (soft - zeta) / (sharp - zeta)
                    claimed = ball(2 - gamma).gamma() if factor == "gamma" else arb(1)
                balls.append(Ball(f"γ = {gamma}, N = 10^{power}", (found - claimed) * arb(size).sqrt(), low=-1, high=1))
    return Enclosure(tuple(balls))
