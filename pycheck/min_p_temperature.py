"""Min-p at a sampling temperature τ is min-p at temperature 1 with the cut m^τ, in symbols.

With logits l_i the tempered probabilities are q_i = e^(l_i/τ)/Z_τ and p_i = e^(l_i)/Z_1. Token i is kept at temperature τ
iff log q_i − log q_max − log m ≥ 0, and τ > 0 times that is log p_i − log p_max − log m^τ: the same sign. Z_τ and Z_1,
through which alone the other tokens enter, drop out.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def cut_at_temperature_is_the_cut_to_that_power(power: bool) -> Residual:
    """τ (log q_i − log q_max − log m) = log p_i − log p_max − τ log m; − log m where not `power`."""
    tau, m, warm, plain = sympy.symbols("τ m Z_τ Z_1", positive=True)
    own, top = sympy.symbols("l_i l_max", real=True)
    tempered = tau * ((own / tau - sympy.log(warm)) - (top / tau - sympy.log(warm)) - sympy.log(m))
    at_one = (own - sympy.log(plain)) - (top - sympy.log(plain)) - (tau if power else 1) * sympy.log(m)
    domains = {s: Domain(low=0) for s in (tau, m, warm, plain)} | {own: Domain(), top: Domain()}
    return Residual((Equation("margin over the cut", tempered, at_one),), domains)
