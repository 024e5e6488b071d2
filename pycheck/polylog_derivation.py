"""The power law with an exponential cut-off, in symbols: its terms, its normaliser, its energy and its entropy.

On d = 1, 2, 3, … with w(d) = d^-γ e^(−d/ξ), ξ > 0, and z = e^(−1/ξ),

    Z(γ, ξ) = Σ_d w(d) = Σ_d z^d / d^γ = Li_γ(z)                                                        (DLMF 25.12.10)

for every real γ, since 0 < z < 1. Two rules hold term by term, and so for the sum and for every moment of it,
M_{k,j} = Σ (log d)^k d^j w(d), which converges locally uniformly in γ and in ξ:

    ∂_γ M_{k,j} = −M_{k+1,j},        ∂_ξ M_{k,j} = M_{k,j+1}/ξ².

After these the sums are gone: what is left are rational expressions in γ, ξ and the symbols M_{k,j}. With
log p = −γ log d − d/ξ − log Z, temperature τ = 1/γ and everything at fixed ξ,

    U = E[log d] = −∂_γ log Z,     E[d] = ξ² ∂_ξ log Z = Li_{γ−1}(z)/Li_γ(z),     S = log Z + γU + E[d]/ξ,
    F = −(1/γ) log Z,     C_V = dU/dτ = γ² ∂²_γ log Z = γ² Var(log d),     −dF/dτ = S − E[d]/ξ,
    τ dS/dτ = C_V + (γ/ξ) Cov(log d, d).

A false variant is refuted at a point of the symbols, which need not be the moments of any distribution.
"""

from itertools import product

import sympy

from claimledger.finding import Domain, Equation, Residual

GAMMA = sympy.Symbol("γ", real=True)
XI = sympy.Symbol("ξ", positive=True)
D = sympy.Symbol("d", positive=True)
ELL = sympy.Symbol("ℓ", real=True)
ORDERS = [(k, j) for k, j in product(range(4), range(4)) if k + j <= 3]
M = {(k, j): sympy.Symbol(f"M_{k}{j}", positive=True) for k, j in ORDERS}
Z = M[0, 0]
HALF_LINE = Domain(low=0)
TERM = {GAMMA: Domain(), XI: HALF_LINE, D: HALF_LINE}
STATE = {GAMMA: HALF_LINE, XI: HALF_LINE, ELL: HALF_LINE, D: HALF_LINE, **dict.fromkeys(M.values(), HALF_LINE)}


def _term(order: sympy.Expr) -> sympy.Expr:
    """d^-order e^(−d/ξ)."""
    return sympy.exp(-order * sympy.log(D)) * sympy.exp(-D / XI)


def terms_are_those_of_the_polylogarithm(power: int) -> Residual:
    """w(d) = z^d d^-γ with log z = −ξ^`power`, and how w moves with γ and ξ: by −log d, and by d/ξ² = (order γ−1)/ξ²."""
    log_z = -(XI**power)
    weight = _term(GAMMA)
    return Residual(
        (
            Equation("log w = d log z − γ log d", -GAMMA * sympy.log(D) - D / XI, D * log_z - GAMMA * sympy.log(D)),
            Equation("∂_γ w = −log d · w", sympy.diff(weight, GAMMA), -sympy.log(D) * weight),
            Equation("ξ² ∂_ξ w is the term of order γ − 1", XI**2 * sympy.diff(weight, XI), _term(GAMMA - 1)),
            Equation("which is d · w", _term(GAMMA - 1), D * weight),
        ),
        TERM,
    )


def _by_gamma(expression: sympy.Expr) -> sympy.Expr:
    """∂_γ at fixed ξ by the chain rule, with ∂_γ M_{k,j} = −M_{k+1,j}."""
    through = [-M[k + 1, j] * sympy.diff(expression, M[k, j]) for k, j in ORDERS if (k + 1, j) in M]
    return sympy.diff(expression, GAMMA) + sympy.Add(*through)


def _by_xi(expression: sympy.Expr) -> sympy.Expr:
    """∂_ξ at fixed γ, with ∂_ξ M_{k,j} = M_{k,j+1}/ξ²."""
    through = [M[k, j + 1] / XI**2 * sympy.diff(expression, M[k, j]) for k, j in ORDERS if (k, j + 1) in M]
    return sympy.diff(expression, XI) + sympy.Add(*through)


def _mean(polynomial: sympy.Expr) -> sympy.Expr:
    """E of a polynomial in ℓ = log d and d: each ℓ^k d^j becomes M_{k,j}/Z."""
    terms = sympy.Poly(sympy.expand(polynomial), ELL, D).terms()
    return sympy.Add(*(coefficient * M[k, j] / Z for (k, j), coefficient in terms))


def entropy_has_the_term_of_the_cutoff(last_term: int) -> Residual:
    """S = log Z + γU + `last_term`·E[d]/ξ, where S = −E[log p], U = −∂_γ log Z and E[d] = ξ² ∂_ξ log Z."""
    log_z = sympy.log(Z)
    minus_log_p = GAMMA * ELL + D / XI + log_z
    energy, distance = -_by_gamma(log_z), XI**2 * _by_xi(log_z)
    closed = log_z + GAMMA * energy + last_term * distance / XI
    return Residual((Equation("S", _mean(minus_log_p), closed),), {**STATE, GAMMA: Domain()})


def heat_capacity_at_fixed_cutoff(covariance_weight: int) -> Residual:
    """dU/dτ = γ² Var(log d) = γ² ∂²_γ log Z, and τ dS/dτ = C_V + `covariance_weight`·(γ/ξ) Cov(log d, d), at fixed ξ."""
    log_z = sympy.log(Z)
    spread = _mean(ELL**2) - _mean(ELL) ** 2
    covariance = _mean(ELL * D) - _mean(ELL) * _mean(D)
    entropy = log_z + GAMMA * _mean(ELL) + _mean(D) / XI
    in_temperature = -(GAMMA**2)
    capacity = in_temperature * _by_gamma(_mean(ELL))
    shift = covariance_weight * GAMMA / XI * covariance
    free_energy = -log_z / GAMMA
    return Residual(
        (
            Equation("dU/dτ = γ² Var(log d)", capacity, GAMMA**2 * spread),
            Equation("dU/dτ = γ² ∂²_γ log Z", capacity, GAMMA**2 * _by_gamma(_by_gamma(log_z))),
            Equation("τ dS/dτ", in_temperature / GAMMA * _by_gamma(entropy), capacity + shift),
            Equation("−dF/dτ = S − E[d]/ξ", -in_temperature * _by_gamma(free_energy), entropy - _mean(D) / XI),
        ),
        STATE,
    )


def local_exponent_is_gamma_plus_d_over_xi(cutoff: int) -> Residual:
    """−d log p / d log d = γ + `cutoff`·d/ξ, with log p = −γ log d − d/ξ − log Z and Z free of d."""
    log_p = -GAMMA * sympy.log(D) - D / XI - sympy.log(Z)
    return Residual((Equation("local exponent", -D * sympy.diff(log_p, D), GAMMA + cutoff * D / XI),), {**TERM, Z: HALF_LINE})
