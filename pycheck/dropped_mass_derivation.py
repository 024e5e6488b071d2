"""What leaving tokens out does to a weighted mean, in symbols: the dropped share times the distance between two means.

Let A and B be the weights of the kept and of the dropped tokens, summed, and P and Q the sums of weight times value over each,
one coordinate at a time. The output is (P+Q)/(A+B); after dropping it is P/A where the weights are normalised anew, and
P/(A+B) where they are not. With ε = B/(A+B) and the two means v_K = P/A, v_D = Q/B,

    (P+Q)/(A+B) − P/A = ε (v_D − v_K),        (P+Q)/(A+B) − P/(A+B) = ε v_D.

So the mass that is lost is one factor of the error and the values are the other.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

A, B = sympy.symbols("A B", positive=True)
P, Q = sympy.symbols("P Q", real=True)
DOMAINS = {A: Domain(low=0), B: Domain(low=0), P: Domain(), Q: Domain()}


def error_is_the_dropped_share_times_a_distance(kept_mean: int) -> Residual:
    """o − o′ = ε (v_D − `kept_mean`·v_K) with the weights normalised anew, and ε v_D without."""
    output, share = (P + Q) / (A + B), B / (A + B)
    return Residual(
        (
            Equation("normalised anew", output - P / A, share * (Q / B - kept_mean * P / A)),
            Equation("not normalised", output - P / (A + B), share * Q / B),
        ),
        DOMAINS,
    )
