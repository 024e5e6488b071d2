"""Mean reward less β times divergence: the optimum in closed form, and the margin of its log-ratios, in symbols.

On n answers with reference ρ_i > 0, rewards r_i and β > 0 write w_i = e^(r_i/β), so that r_i = β log w_i and every real r
comes from one w > 0. With s = 1,

    J(π) = Σ π_i r_i − β Σ π_i log(π_i/ρ_i),        π*_i = ρ_i w_i^s / W,    W = Σ ρ_i w_i^s,
    J(π) = β log W − β Σ π_i (log π_i − log π*_i),
    s β (log(π*_i/ρ_i) − log(π*_j/ρ_j)) = r_i − r_j                             (Rafailov et al. 2023; Ziegler et al. 2019).

The sum in the second line is never negative and is 0 at π = π* only (Gibbs' inequality, which is not derived here), so π*
is the only optimum. The third line is what preference pairs see of the reward: W, which nobody can sum, is gone. Optimum
for n = 2, 3, 4, with π_i = a_i/Σa for free a_i > 0; the margin for any n, since all that is left of the others is W.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

SIZES = (2, 3, 4)
BETA = sympy.Symbol("β", positive=True)


def _symbols(letter: str, size: int) -> list[sympy.Symbol]:
    return [sympy.Symbol(f"{letter}_{i}", positive=True) for i in range(size)]


def objective_is_its_maximum_less_beta_times_divergence(sign: int) -> Residual:
    """J(π) = β log W − β D(π‖π*), where π* ∝ ρ e^(r/(`sign`·β)); `sign` is 1 or −1."""
    equations = []
    domains = {BETA: Domain(low=0)}
    for size in SIZES:
        a, rho, w = (_symbols(letter, size) for letter in ("a", "ρ", "w"))
        domains |= {symbol: Domain(low=0) for symbol in (*a, *rho, *w)}
        whole = sympy.Add(*a)
        total = sympy.Add(*(x * y**sign for x, y in zip(rho, w, strict=True)))
        objective, divergence = [], []
        for x, y, z in zip(a, rho, w, strict=True):
            share, log_share = x / whole, sympy.log(x) - sympy.log(whole)
            log_best = sympy.log(y) + sign * sympy.log(z) - sympy.log(total)
            objective.append(share * (BETA * sympy.log(z) - BETA * (log_share - sympy.log(y))))
            divergence.append(share * (log_share - log_best))
        right = BETA * sympy.log(total) - BETA * sympy.Add(*divergence)
        equations.append(Equation(f"n = {size}", sympy.Add(*objective), right))
    return Residual(tuple(equations), domains)


def margin_of_log_ratios_is_the_difference_of_rewards(sign: int) -> Residual:
    """`sign`·β (log(π*_1/ρ_1) − log(π*_2/ρ_2)) = r_1 − r_2, with π*_i = ρ_i e^(r_i/β)/W, whatever W is."""
    r = sympy.symbols("r_1 r_2", real=True)
    rho = sympy.symbols("ρ_1 ρ_2", positive=True)
    total = sympy.Symbol("W", positive=True)
    best = [y * sympy.exp(x / BETA) / total for x, y in zip(r, rho, strict=True)]
    ratios = [sympy.expand_log(sympy.log(x)) - sympy.log(y) for x, y in zip(best, rho, strict=True)]
    domains = {BETA: Domain(low=0), total: Domain(low=0), **{x: Domain() for x in r}, **{y: Domain(low=0) for y in rho}}
    return Residual((Equation("margin", sign * BETA * (ratios[0] - ratios[1]), r[0] - r[1]),), domains)
