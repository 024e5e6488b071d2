"""The variance of a scalar product of independent vectors, for every width and every distribution of their entries.

Let q_1, …, q_d, k_1, …, k_d be independent, the q_i with mean μ_q and variance v_q, the k_i with μ_k and v_k. Then
E[q_i k_i q_j k_j] is E[q²] E[k²] for i = j (d terms) and μ_q² μ_k² for i ≠ j (d(d − 1) terms), so with E[q²] = v_q + μ_q²

    Var(q·k) = d (v_q + μ_q²)(v_k + μ_k²) + d (d − 1) μ_q² μ_k² − (d μ_q μ_k)²  =  d (v_q v_k + v_q μ_k² + μ_q² v_k).

With mean 0 and variance 1 it is d, and that of q·k/√d is 1 (Vaswani et al. 2017, section 3.2.1, footnote 4). Only means and
variances enter, so any distribution that has them will do. `power` is the power of d that is claimed, `mean` the mean of the k_i.
"""

from fractions import Fraction

import sympy

from claimledger.finding import Domain, Equation, Residual

D = sympy.Symbol("d", positive=True, integer=True)
MQ, MK = sympy.symbols("μ_q μ_k", real=True)
VQ, VK = sympy.symbols("v_q v_k", positive=True)
DOMAINS = {D: Domain(low=0, integer=True), MQ: Domain(), MK: Domain(), VQ: Domain(low=0), VK: Domain(low=0)}


def _variance() -> sympy.Expr:
    same, different = (VQ + MQ**2) * (VK + MK**2), MQ**2 * MK**2
    return D * same + D * (D - 1) * different - (D * MQ * MK) ** 2


def variance_is_d_to_the(power: Fraction, mean: int = 0) -> Residual:
    """Var(q·k) = d^`power` for unit variances, mean 0 of q and `mean` of k; divided by d, 1; and the general form."""
    exponent = sympy.Rational(power.numerator, power.denominator)
    unit = _variance().subs({MQ: 0, MK: mean, VQ: 1, VK: 1})
    general = D**exponent * (VQ * VK + VQ * MK**2 + MQ**2 * VK)
    equations = (
        Equation("unit variances", unit, D**exponent),
        Equation("any means and variances", _variance(), general),
        Equation("divided by √d", _variance() / D, general / D),
    )
    return Residual(equations, DOMAINS)
