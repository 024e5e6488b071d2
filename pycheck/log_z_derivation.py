"""What log Z gives, for any finite set of energies: mean energy, fluctuations, entropy, free energy, in symbols.

States have energies E_i and weights e^(−γE_i), γ = 1/τ. With M_k = Σ E_i^k e^(−γE_i), differentiating a finite sum term by term
gives ∂_γ M_k = −M_{k+1}, and after this rule the sums, and with them the number of states, are gone. With Z = M_0,
F = −τ log Z and S = −Σ p log p = log Z + γU:

    U = E[E] = −∂_γ log Z,    Var(E) = ∂²_γ log Z,    E[(E−U)³] = −∂³_γ log Z,    S = −dF/dτ,    F = U − τS,
    dS/dγ = −γ Var(E).

For the power law E = log d, the last line says that the entropy is largest at γ = 0 and falls as γ grows from there.
"""

from itertools import pairwise

import sympy

from claimledger.finding import Domain, Equation, Residual

GAMMA = sympy.Symbol("γ", real=True)
ENERGY = sympy.Symbol("E", real=True)
MOMENTS = sympy.symbols("M_0:6", positive=True)
M0 = MOMENTS[0]
STATE = {ENERGY: Domain(), **{moment: Domain(low=0) for moment in MOMENTS}}


def _slope(expression: sympy.Expr) -> sympy.Expr:
    """∂_γ by the chain rule, with ∂_γ M_k = −M_{k+1}."""
    through = [-after * sympy.diff(expression, moment) for moment, after in pairwise(MOMENTS)]
    return sympy.diff(expression, GAMMA) + sympy.Add(*through)


def _mean(polynomial: sympy.Expr) -> sympy.Expr:
    """E of a polynomial in the energy: each E^k becomes M_k/M_0."""
    terms = sympy.Poly(sympy.expand(polynomial), ENERGY).terms()
    return sympy.Add(*(coefficient * MOMENTS[k] / M0 for (k,), coefficient in terms))


def log_z_gives_energy_fluctuations_and_entropy(energy_weight: int) -> Residual:
    """The equations above but the last, with S = log Z + `energy_weight`·γU."""
    log_z = sympy.log(M0)
    energy = _mean(ENERGY)
    entropy = _mean(GAMMA * ENERGY + log_z)
    closed = log_z - energy_weight * GAMMA * _slope(log_z)
    free_energy = -log_z / GAMMA
    in_temperature = -(GAMMA**2)
    return Residual(
        (
            Equation("U = −∂ log Z", energy, -_slope(log_z)),
            Equation("Var = ∂² log Z", _mean((ENERGY - energy) ** 2), _slope(_slope(log_z))),
            Equation("third cumulant = −∂³ log Z", _mean((ENERGY - energy) ** 3), -_slope(_slope(_slope(log_z)))),
            Equation("S = log Z − γ ∂ log Z", entropy, closed),
            Equation("S = −dF/dτ", entropy, -in_temperature * _slope(free_energy)),
            Equation("F = U − τS", free_energy, energy - entropy / GAMMA),
        ),
        {GAMMA: Domain(low=0), **STATE},
    )


def entropy_falls_as_power_of_gamma_times_variance(power: int) -> Residual:
    """dS/dγ = −γ^`power` Var(log d)."""
    entropy = sympy.log(M0) + GAMMA * _mean(ENERGY)
    spread = _mean(ENERGY**2) - _mean(ENERGY) ** 2
    return Residual((Equation("dS/dγ", _slope(entropy), -(GAMMA**power) * spread),), {GAMMA: Domain(), **STATE})
