"""log Z and the entropy of the power law in balls: Taylor series of log Z on one side, sums over p on the other.

Z(γ + x) = Σ d^-γ (1 − x log d + x² (log d)²/2 − …) as a power series in x with ball coefficients, then its logarithm; beside it
p(d), −Σ p log p and the central moments of log d, written out.
"""

from fractions import Fraction
from math import factorial

from flint import arb, arb_series, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball, weight

PRECISION = 300
BITS = 100
ORDER = 4


def _log_z(gamma: Fraction, size: int) -> arb_series:
    coefficients = [arb(0)] * ORDER
    for d in range(1, size + 1):
        log, power = arb(d).log(), weight(d, gamma)
        coefficients = [c + power * (-log) ** k / factorial(k) for k, c in enumerate(coefficients)]
    return arb_series(coefficients, prec=ORDER).log()


def _by_sums(gamma: Fraction, size: int) -> tuple[arb, arb, arb, arb]:
    """E[log d], Var, third central moment and −Σ p log p."""
    weights = [weight(d, gamma) for d in range(1, size + 1)]
    total = sum(weights, arb(0))
    rows = [(w / total, arb(d).log()) for d, w in enumerate(weights, 1)]
    mean = sum((p * log for p, log in rows), arb(0))
    spread, third = (sum((p * (log - mean) ** k for p, log in rows), arb(0)) for k in (2, 3))
    return mean, spread, third, -sum((p * p.log() for p, _ in rows), arb(0))


def log_z_gives_energy_fluctuations_and_entropy(energy_weight: int, exponents: list[Fraction], sizes: list[int]) -> Enclosure:
    """−∂ log Z, ∂² log Z, −∂³ log Z and log Z − `energy_weight`·γ ∂ log Z are the mean, the moments and the entropy."""
    balls = []
    with ctx.workprec(PRECISION):
        for size in sizes:
            for gamma in exponents:
                log_z = _log_z(gamma, size)
                found = (-log_z[1], 2 * log_z[2], -6 * log_z[3], log_z[0] - energy_weight * ball(gamma) * log_z[1])
                names = ("U", "Var", "third cumulant", "S")
                for name, value, target in zip(names, found, _by_sums(gamma, size), strict=True):
                    balls.append(Ball(f"{name}, γ = {gamma}, N = {size}", value, target=target, bits=BITS))
    return Enclosure(tuple(balls))


def entropy_falls_as_power_of_gamma_times_variance(power: int, exponents: list[Fraction], sizes: list[int]) -> Enclosure:
    """The slope of the series S = log Z − γ ∂ log Z is −γ^`power` Var(log d), with Var from sums over p."""
    balls = []
    with ctx.workprec(PRECISION):
        for size in sizes:
            for gamma in exponents:
                log_z = _log_z(gamma, size)
                entropy = log_z - arb_series([ball(gamma), 1], prec=ORDER) * log_z.derivative()
                claimed = -(ball(gamma) ** power) * _by_sums(gamma, size)[1]
                balls.append(Ball(f"dS/dγ, γ = {gamma}, N = {size}", entropy[1], target=claimed, bits=BITS))
    return Enclosure(tuple(balls))
