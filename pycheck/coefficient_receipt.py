"""The listed receipt of the coefficient 1/12: an energy defined with a coefficient in it gives that coefficient back.

cv_corrected_at_hagedorn (Taf/ErratumCV.lean, line 93, commit 25c77fd of lean-taf) is about U(γ) = L/2 + (1 − γ) L²/12, defined
so in the same file, and says −1² · U′(1) = L²/12. With any c in the place of 1/12,

    U(γ) = L/2 + (1 − γ) c L²,    −U′(1) = c L²,

so the theorem would be as true with 1/4. What would tell the two apart is that this U is the mean of log d to first order in
1 − γ, with L = log N; that is not in the theorem.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

C, L, GAMMA = sympy.symbols("c L γ", real=True)


def derivative_of_the_defined_energy_at_one_is(only_twelfth: bool) -> Residual:
    """−U′(1) = c L² for the U that is defined with c; or, with `only_twelfth`, L²/12 whatever c is."""
    energy = L / 2 + (1 - GAMMA) * C * L**2
    slope = sympy.diff(energy, GAMMA).subs(GAMMA, 1)
    equation = Equation("−U′(1)", -slope, L**2 / 12 if only_twelfth else C * L**2)
    return Residual((equation,), {C: Domain(), L: Domain()})
