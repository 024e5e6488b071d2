"""The first coefficients of q(z) e^(−z) − p(z) in rational arithmetic: which quotients of first degree meet e^(−z) to order 2.

For the quotient p/q = (p_0 + p_1 z)/(1 + q_1 z) the coefficient of z^k in q e^(−z) − p is

    e_k + q_1 e_(k−1) − p_k,    e_k = (−1)^k / k!,

and the quotient is the [1/1] approximant exactly when k = 0, 1, 2 give 0. Every quotient of a grid is tried, so the claim
is that those at z/2 steps are met by one of them alone.
"""

from fractions import Fraction
from itertools import product
from math import factorial

from claimledger.finding import Exhausted


def only_this_quotient_meets_exp_to_second_order(half: Fraction, parts: int = 6, reach: int = 2) -> Exhausted:
    """Of all p_0, p_1, q_1 in 1/`parts`, between −`reach` and `reach`, only 1, −`half`, `half` meet e^(−z) up to z²."""
    grid = [Fraction(k, parts) for k in range(-reach * parts, reach * parts + 1)]
    taylor = [Fraction((-1) ** k, factorial(k)) for k in range(3)]

    def holds(case: tuple[Fraction, Fraction, Fraction]) -> bool:
        p0, p1, q1 = case
        left = (taylor[0] - p0, taylor[1] + q1 * taylor[0] - p1, taylor[2] + q1 * taylor[1])
        return (not any(left)) == (case == (Fraction(1), -half, half))

    return Exhausted.over(f"p_0, p_1, q_1 in 1/{parts}", len(grid) ** 3, product(grid, repeat=3), holds)
