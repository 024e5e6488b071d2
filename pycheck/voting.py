"""A majority of independent votes between two answers: what two more votes add, in symbols.

Let P_n(p) be the probability that more than half of n = 2k + 1 independent votes are right, each with probability p. Two
more votes change the majority only from a lead of one, so

    P_{2k+1} − P_{2k−1} = C(2k − 1, k) (p(1 − p))^k (2p − 1),        P_1 = p                       (Condorcet 1785).

For 0 < p < 1 every term has the sign of 2p − 1: more votes help above 1/2 and hurt below it. The left side is written out
from the binomial sums for each k.
"""

from fractions import Fraction
from math import comb

import sympy

from claimledger.finding import Domain, Equation, Residual


def two_more_votes_add(last: int, turning: Fraction) -> Residual:
    """P_n − P_(n−2) = C(n − 2, k) (p(1 − p))^k · 2(p − `turning`) for n = 2k + 1 from 3 to `last`."""
    p = sympy.Symbol("p", real=True)

    def majority(n: int) -> sympy.Expr:
        return sympy.Add(*(comb(n, j) * p**j * (1 - p) ** (n - j) for j in range(n // 2 + 1, n + 1)))

    equations = []
    for n in range(3, last + 1, 2):
        k = n // 2
        step = comb(n - 2, k) * (p * (1 - p)) ** k * 2 * (p - sympy.Rational(turning.numerator, turning.denominator))
        equations.append(Equation(f"n = {n}", sympy.expand(majority(n) - majority(n - 2)), sympy.expand(step)))
    return Residual(tuple(equations), {p: Domain(low=0, high=1)})
