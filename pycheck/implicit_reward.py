"""The implicit reward β log(π/ρ) of the KL-regularised optimum is the reward less β log Z, in symbols.

π = ρ e^(r/β)/Z with Z = Σ ρ e^(r/β). With w = e^(r/β), r = β log w and every real r comes from one w > 0; Z is a symbol, for
the other answers enter through it alone (Rafailov et al. 2023, equation 5).
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def implicit_reward_is_reward_less_beta_log_z(constant: bool) -> Residual:
    """β log(π/ρ) = r − β log Z; r itself where not `constant`."""
    beta, rho, w, z = sympy.symbols("β ρ w Z", positive=True)
    log_policy = sympy.log(rho) + sympy.log(w) - sympy.log(z)
    reward = beta * sympy.log(w)
    right = reward - (beta * sympy.log(z) if constant else 0)
    equation = Equation("implicit reward", beta * (log_policy - sympy.log(rho)), right)
    return Residual((equation,), {s: Domain(low=0) for s in (beta, rho, w, z)})
