"""The heat capacity from the curvature of log Z: C_V = γ² ∂²_γ log Z(γ, N).

With energy log d and temperature τ = 1/γ, U = −∂_γ log Z and C_V = dU/dτ = γ² ∂²_γ log Z  (any text on statistical
mechanics, e.g. Huang, Statistical Mechanics, ch. 7). The series of Z about γ is summed from its Taylor coefficients,

    Z(γ + x) = Σ_{d=1..N} d^-γ (1 − x log d + x² (log d)²/2 + …),

and its logarithm is taken as a power series with ball coefficients; twice the coefficient of x² is the curvature.

Decision: this file imports nothing of the project, so that it shares no line with `fisher_by_scores`, and no
probability is formed in it.
"""

from fractions import Fraction

from flint import arb, arb_series, fmpq


def heat_capacity(gamma: Fraction, size: int) -> arb:
    """γ² ∂²_γ log Z(γ, N), at the precision of `flint.ctx`."""
    exponent = arb(fmpq(gamma.numerator, gamma.denominator))
    constant, linear, square = arb(0), arb(0), arb(0)
    for distance in range(1, size + 1):
        power = 1 / arb(distance) ** exponent
        log = arb(distance).log()
        constant += power
        linear -= power * log
        square += power * log * log / 2
    log_z = arb_series([constant, linear, square], prec=3).log()
    return exponent * exponent * 2 * log_z[2]
