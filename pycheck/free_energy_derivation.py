"""The free energy of any distribution, less that of the softmax, is temperature times divergence: in symbols.

On n states with energies E_i and temperature τ > 0 write w_i = e^(−E_i/τ), so that E_i = −τ log w_i and every real E comes
from one w > 0; the softmax of −E/τ is p_i = w_i/W with W = Σ w_i. For F(q) = ⟨E⟩_q − s τ S(q), S(q) = −Σ q log q, s = 1:

    F(p) = −τ log W,        F(q) = −τ log W + τ Σ q_i (log q_i − log p_i).

The last sum is never negative and is 0 at q = p only (Gibbs' inequality, which is not derived here): so p is the only
minimiser. q_i = a_i/Σa with free a_i > 0 runs through all distributions without zeros. n is 2, 3 and 4.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

SIZES = (2, 3, 4)
TAU = sympy.Symbol("τ", positive=True)


def _logs_of_shares(weights: list[sympy.Symbol]) -> tuple[list[sympy.Expr], list[sympy.Expr]]:
    """The shares a_i/Σa and their logarithms."""
    total = sympy.Add(*weights)
    return [a / total for a in weights], [sympy.log(a) - sympy.log(total) for a in weights]


def free_energy_exceeds_that_of_softmax_by_tau_times_divergence(sign: int) -> Residual:
    """F(p) = −τ log W and F(q) = −τ log W + τ D(q‖p), with F = ⟨E⟩ − `sign`·τ S."""
    equations = []
    domains = {TAU: Domain(low=0)}
    for size in SIZES:
        w = [sympy.Symbol(f"w_{i}", positive=True) for i in range(size)]
        a = [sympy.Symbol(f"a_{i}", positive=True) for i in range(size)]
        domains |= {symbol: Domain(low=0) for symbol in (*w, *a)}
        p, log_p = _logs_of_shares(w)
        q, log_q = _logs_of_shares(a)
        floor = -TAU * sympy.log(sympy.Add(*w))

        def free_energy(shares: list[sympy.Expr], logs: list[sympy.Expr], w: list[sympy.Symbol] = w) -> sympy.Expr:
            terms = (x * (-TAU * sympy.log(v) + sign * TAU * log) for x, log, v in zip(shares, logs, w, strict=True))
            return sympy.Add(*terms)

        divergence = sympy.Add(*(x * (mine - its) for x, mine, its in zip(q, log_q, log_p, strict=True)))
        equations += [
            Equation(f"softmax, n = {size}", free_energy(p, log_p), floor),
            Equation(f"any q, n = {size}", free_energy(q, log_q), floor + TAU * divergence),
        ]
    return Residual(tuple(equations), domains)
