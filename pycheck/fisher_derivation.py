"""Fisher's information, the heat capacity and log Z: one derivation in symbols, for every N at once.

Write ℓ for log d and M_k = Σ_{d=1..N} ℓ^k e^(−γℓ). Differentiating a finite sum term by term gives

    ∂_γ M_k = −M_{k+1},        E[ℓ^k] = M_k / M_0,

and after these two rules N, and with it every sum, is gone: what is left are rational expressions in γ and three
symbols M_0, M_1, M_2, which an identity that holds for all their values cannot depend on. With log p = −γℓ − log M_0:

    I(γ) = E[(∂_γ log p)²],   U = E[ℓ] = −∂_γ log M_0,   S = log M_0 + γU,   C_V = dU/dτ  at  τ = 1/γ,  dγ/dτ = −γ².

A false power is refuted at a point of these symbols, which need not be the moments of any distribution; that it fails at
distributions as well is for balls and proofs to show.

Sources: Fisher (1925) for I; any text on statistical mechanics for U, S and C_V.
"""

from itertools import pairwise

import sympy

from claimledger.finding import Domain, Equation, Residual

GAMMA = sympy.Symbol("γ", real=True)
ELL = sympy.Symbol("ℓ", real=True)
M0, M1, M2, M3 = MOMENTS = sympy.symbols("M_0 M_1 M_2 M_3", positive=True)
DOMAINS = {GAMMA: Domain(), ELL: Domain(low=0), **{moment: Domain(low=0) for moment in MOMENTS}}


def _slope(expression: sympy.Expr) -> sympy.Expr:
    """∂_γ by the chain rule, with ∂_γ M_k = −M_{k+1}, of an expression in γ, ℓ, M_0, M_1, M_2."""
    through_moments = [-after * sympy.diff(expression, moment) for moment, after in pairwise(MOMENTS)]
    return sympy.diff(expression, GAMMA) + sympy.Add(*through_moments)


def _mean(polynomial: sympy.Expr) -> sympy.Expr:
    """E of a polynomial of degree at most 2 in ℓ: each ℓ^k becomes M_k/M_0."""
    terms = sympy.Poly(polynomial, ELL).terms()
    return sympy.Add(*(coefficient * MOMENTS[k] / M0 for (k,), coefficient in terms))


def _variance(polynomial: sympy.Expr) -> sympy.Expr:
    return _mean(sympy.expand(polynomial**2)) - _mean(polynomial) ** 2


def fisher_times_power_is_heat_capacity(power: int) -> Residual:
    """I(γ) γ^k = dU/dτ = τ dS/dτ = γ² ∂²_γ log Z = γ² Var(log d), and the rule for the moments term by term."""
    score = _slope(-GAMMA * ELL - sympy.log(M0))
    left = _mean(sympy.expand(score**2)) * GAMMA**power
    energy = _mean(ELL)
    entropy = sympy.log(M0) + GAMMA * energy
    slope_in_temperature = -(GAMMA**2)
    equations = [
        Equation("I γ^k = dU/dτ", left, _slope(energy) * slope_in_temperature),
        Equation("I γ^k = τ dS/dτ", left, _slope(entropy) * slope_in_temperature / GAMMA),
        Equation("I γ^k = γ² ∂²_γ log Z", left, GAMMA**2 * _slope(_slope(sympy.log(M0)))),
        Equation("I γ^k = γ² Var(log d)", left, GAMMA**2 * _variance(ELL)),
    ]
    for k in range(3):
        term = ELL**k * sympy.exp(-GAMMA * ELL)
        equations.append(Equation(f"∂_γ of a term of M_{k}", sympy.diff(term, GAMMA), -term * ELL))
    return Residual(tuple(equations), DOMAINS)


def energy_and_temperature_both_from_gamma_give_power(power: int) -> Residual:
    """Var(E)/τ² for three pairs of energy and temperature; the pair (−log p, 1/γ) gives γ^power Var(log d)."""
    spread = _variance(ELL)
    minus_log_p = GAMMA * ELL + sympy.log(M0)
    equations = (
        Equation("E = log d, τ = 1/γ", _variance(ELL) * GAMMA**2, GAMMA**2 * spread),
        Equation("E = −log p, τ = 1", _variance(minus_log_p), GAMMA**2 * spread),
        Equation("E = −log p, τ = 1/γ", _variance(minus_log_p) * GAMMA**2, GAMMA**power * spread),
    )
    return Residual(equations, DOMAINS)
