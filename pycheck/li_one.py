"""Li_1(z) = −log(1 − z) for 0 < z < 1: by geometric sums in symbols.

Let P_n(z) = Σ_{d=1..n} z^d/d and G_n(z) = (1 − z^n)/(1 − z). Then G_1 = 1 and G_{n+1} − G_n = z^n, so that G_n is the sum of
1, z, …, z^(n−1), which is dP_n/dz; and with R_n(z) = −log(1 − z) − P_n(z)

    R_n(0) = 0,        dR_n/dz = 1/(1−z) − G_n = z^n/(1−z),

so 0 ≤ R_n(z) ≤ z^(n+1)/((n+1)(1−z)) → 0. The equations below are the algebra of this, in z and n; that R_n → 0 follows from
the last of them by integrating from 0 to z, since 1/(1−t) ≤ 1/(1−z) there. z = e^(−1/ξ) gives Li_1 = −log(1 − e^(−1/ξ)).
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

Z = sympy.Symbol("z", positive=True)
N = sympy.Symbol("n", positive=True)
DOMAINS = {Z: Domain(low=0, high=1), N: Domain(low=0, integer=True)}


def polylogarithm_of_order_one_is_minus_log(sign: int) -> Residual:
    """The steps of −log(1 − `sign`·z) = Σ z^d/d: G_{n+1} − G_n = z^n, d(z^n/n)/dz = z^(n−1), and the remainder's slope."""
    geometric = (1 - Z**N) / (1 - Z)
    following = (1 - Z ** (N + 1)) / (1 - Z)
    limit = -sympy.log(1 - sign * Z)
    return Residual(
        (
            Equation("G_{n+1} − G_n = z^n", following - geometric, Z**N),
            Equation("d(z^n/n)/dz = z^n/z", sympy.diff(Z**N / N, Z), Z**N / Z),
            Equation("slope of the remainder", sympy.diff(limit, Z) - geometric, Z**N / (1 - Z)),
        ),
        DOMAINS,
    )
