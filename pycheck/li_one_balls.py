"""Li_1 in balls, to 50 digits: Σ z^d/d by Arb's polylogarithm, by a sum with its tail, and as −log(1 − z), z = e^(−1/ξ)."""

from fractions import Fraction

from flint import acb, arb, ctx, fmpq

from claimledger.finding import Ball, Enclosure

PRECISION = 320
BITS = 170


def polylogarithm_of_order_one_is_minus_log(sign: int, cutoffs: list[Fraction]) -> Enclosure:
    """Li_1(e^(−1/ξ)) and Σ_{d ≤ 300ξ} e^(−d/ξ)/d with its tail are −log(1 − `sign`·e^(−1/ξ))."""
    balls = []
    with ctx.workprec(PRECISION):
        for xi in cutoffs:
            z = (-1 / arb(fmpq(xi.numerator, xi.denominator))).exp()
            claimed = -(1 - sign * z).log()
            last = int(300 * xi) + 1
            power, total = arb(1), arb(0)
            for d in range(1, last + 1):
                power *= z
                total += power / d
            tail = power * z / (1 - z)
            total += tail / 2 + arb(0, 1) * tail / 2
            balls += [
                Ball(f"Arb, ξ = {xi}", acb(z).polylog(1).real, target=claimed, bits=BITS),
                Ball(f"sum, ξ = {xi}", total, target=claimed, bits=BITS),
            ]
    return Enclosure(tuple(balls))
