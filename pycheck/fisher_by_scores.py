"""Fisher's information by its definition: the mean square of the score, the score by differentiating log p.

    I(γ) = E[(∂_γ log p(d))²] = Σ_{d=1..N} p(d) (∂_γ log p(d))²                (Fisher 1925; Cover & Thomas, §11.10)

Each p(d; γ + x) is carried as a power series in x with ball coefficients: d^-(γ+x) divided by the summed series Z(γ+x),
then its logarithm. The coefficient of x is the score. That the score is E[log d] − log d is nowhere used; it is what
the identity with the heat capacity comes from.

Decision: this file imports nothing of the project, so that it shares no line with `heat_capacity_by_log_z`.
"""

from fractions import Fraction

from flint import arb, arb_series, fmpq


def fisher_information(gamma: Fraction, size: int) -> arb:
    """I(γ) of p(d) ∝ d^-γ on d = 1..N, at the precision of `flint.ctx`."""
    exponent = arb_series([arb(fmpq(gamma.numerator, gamma.denominator)), 1], prec=2)
    weights = [(-exponent * arb(d).log()).exp() for d in range(1, size + 1)]
    total = sum(weights, arb_series([0], prec=2))
    information = arb(0)
    for weight in weights:
        probability = weight / total
        score = probability.log()[1]
        information += probability[0] * score * score
    return information
