"""The cut-off power law in balls: Arb's polylogarithm against sums written out, to 50 digits.

On one side Li_γ(e^(−1/ξ)) and its derivatives in the order, from `acb_series.polylog`, which sums no series of ours. On the
other the sums Σ (log d)^k d^j d^-γ e^(−d/ξ) over d ≤ D = 200ξ + 100 (rounded up), and a ball for what is left out: for γ > −2,
k + j ≤ 3 and d > D every term is below d⁵ e^(−d/ξ), of which each is at most r = (1 + 1/D)⁵ e^(−1/ξ) times the one before,

    0 ≤ tail ≤ (D+1)⁵ e^(−(D+1)/ξ) / (1 − r),        r < 1, as it comes out.

log Li_γ as a power series in γ gives U = −∂_γ log Z and C_V = γ² ∂²_γ log Z; E[d] = Li_{γ−1}/Li_γ; the entropy on the other
side is −Σ p log p.
"""

from fractions import Fraction

from flint import acb, acb_series, arb, arb_series, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 320
BITS = 170
Sums = dict[tuple[int, int], arb]


def _sums(gamma: Fraction, xi: Fraction) -> Sums:
    """M_{k,j} for k + j ≤ 2 and j ≤ 1, written out, with the tail enclosed."""
    last = int(200 * xi) + 101
    decay = (-1 / ball(xi)).exp()
    ratio = (1 + 1 / arb(last)) ** 5 * decay
    if not (gamma > -2 and ratio < 1):
        raise ValueError(f"γ = {gamma}, ξ = {xi}: the tail is not bounded")
    beyond = arb(last + 1) ** 5 * decay ** (last + 1) / (1 - ratio)
    tail = beyond / 2 + arb(0, 1) * beyond / 2
    sums = dict.fromkeys(((0, 0), (1, 0), (2, 0), (0, 1), (1, 1)), tail)
    power, exponent = arb(1), ball(gamma)
    for d in range(1, last + 1):
        power *= decay
        log = arb(d).log()
        term = power * (-exponent * log).exp()
        sums[0, 0] += term
        sums[1, 0] += term * log
        sums[2, 0] += term * log * log
        sums[0, 1] += term * d
        sums[1, 1] += term * log * d
    return sums


def _polylog(order: Fraction, xi: Fraction, power: int = -1) -> arb_series:
    """Li_{order + x}(e^(−1/ξ)) up to x²; `power` −1 in the claim."""
    z = acb((-(ball(xi) ** power)).exp())
    series = acb_series.polylog(acb_series([acb(ball(order)), 1], prec=3), z)
    return arb_series([series[k].real for k in range(3)], prec=3)


def sum_is_the_polylogarithm(power: int, shift: int, exponents: list[Fraction], cutoffs: list[Fraction]) -> Enclosure:
    """Σ d^-γ e^(−d/ξ), and its first two derivatives in γ, are those of Li_{γ+`shift`}(exp(−ξ^`power`))."""
    balls = []
    with ctx.workprec(PRECISION):
        for xi in cutoffs:
            for gamma in exponents:
                series, sums, at = _polylog(gamma + shift, xi, power), _sums(gamma, xi), f"γ = {gamma}, ξ = {xi}"
                balls += [
                    Ball(f"Z, {at}", series[0], target=sums[0, 0], bits=BITS),
                    Ball(f"∂Z, {at}", -series[1], target=sums[1, 0], bits=BITS),
                    Ball(f"∂²Z, {at}", 2 * series[2], target=sums[2, 0], bits=BITS),
                ]
    return Enclosure(tuple(balls))


def _closed_entropy(gamma: Fraction, xi: Fraction, last_term: int) -> arb_series:
    """log Z + γU + `last_term`·E[d]/ξ at γ + x, up to x, all from polylogarithms."""
    log_z = _polylog(gamma, xi).log()
    energy = -log_z.derivative()
    distance = _polylog(gamma - 1, xi) / _polylog(gamma, xi)
    return log_z + arb_series([ball(gamma), 1], prec=3) * energy + distance * (last_term / ball(xi))


def entropy_has_the_term_of_the_cutoff(last_term: int, exponents: list[Fraction], cutoffs: list[Fraction]) -> Enclosure:
    """−Σ p log p = log Z + γU + `last_term`·E[d]/ξ."""
    balls = []
    with ctx.workprec(PRECISION):
        for xi in cutoffs:
            for gamma in exponents:
                s = _sums(gamma, xi)
                log_z = s[0, 0].log()
                minus_log_p = (ball(gamma) * s[1, 0] + s[0, 1] / ball(xi)) / s[0, 0] + log_z
                closed = _closed_entropy(gamma, xi, last_term)[0]
                balls.append(Ball(f"S, γ = {gamma}, ξ = {xi}", closed, target=minus_log_p, bits=BITS))
    return Enclosure(tuple(balls))


def heat_capacity_at_fixed_cutoff(covariance_weight: int, exponents: list[Fraction], cutoffs: list[Fraction]) -> Enclosure:
    """C_V = γ² ∂²_γ log Li is γ² Var(log d); τ dS/dτ exceeds it by `covariance_weight`·(γ/ξ) Cov(log d, d)."""
    balls = []
    with ctx.workprec(PRECISION):
        for xi in cutoffs:
            for gamma in exponents:
                s, g, at = _sums(gamma, xi), ball(gamma), f"γ = {gamma}, ξ = {xi}"
                mean, distance = s[1, 0] / s[0, 0], s[0, 1] / s[0, 0]
                spread = g * g * (s[2, 0] / s[0, 0] - mean * mean)
                covariance = g / ball(xi) * (s[1, 1] / s[0, 0] - mean * distance)
                capacity = g * g * 2 * _polylog(gamma, xi).log()[2]
                slope = -g * _closed_entropy(gamma, xi, 1)[1]
                balls += [
                    Ball(f"C_V, {at}", capacity, target=spread, bits=BITS),
                    Ball(f"τ dS/dτ, {at}", slope, target=spread + covariance_weight * covariance, bits=BITS),
                ]
    return Enclosure(tuple(balls))
