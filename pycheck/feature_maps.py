"""Softmax weights and kernels of features: what no finite number of features can do, and how far one feature is off.

With features φ, ψ of width D the matrix φ(q_i)·ψ(k_j) has rank at most D, so a square one of side D + 1 has determinant 0. The
matrix e^(q_i k_j) with q_i = i ln 2 and k_j = j is 2^(ij), a Vandermonde matrix of the distinct nodes 2^i, with determinant
Π_(i<j) (2^j − 2^i) > 0.

With one positive feature the weight of key j is φ(q)ψ(k_j)/Σ φ(q)ψ(k_l), in which φ(q) cancels: it does not depend on the query.
"""

from fractions import Fraction

from flint import fmpz_mat

from claimledger.finding import Ball, Enclosure


def exponential_scores_have_full_rank(base: int, most: int) -> Enclosure:
    """det(base^(ij)), i and j from 0 to D, is the product of the nodes' differences, and positive, for D from 1 to `most`."""
    balls = []
    for features in range(1, most + 1):
        side = features + 1
        determinant = int(fmpz_mat(side, side, [base ** (i * j) for i in range(side) for j in range(side)]).det())
        nodes = [base**i for i in range(side)]
        gaps = 1
        for j in range(side):
            for i in range(j):
                gaps *= nodes[j] - nodes[i]
        balls += [
            Ball(f"D = {features}: determinant", Fraction(determinant), low=0),
            Ball(f"D = {features}: product of gaps", Fraction(determinant), target=Fraction(gaps)),
        ]
    return Enclosure(tuple(balls))


def largest_difference_lies_between(low: Fraction, high: Fraction, farthest: int) -> Enclosure:
    """Over scores q·k with keys 0 and 1, base 2 and whole q to `farthest`: |softmax − one-feature weight| of the second key.

    The feature is 1 + x for x ≥ 0 (elu + 1), so the keys weigh 1 and 2, and the second has 2/3 whatever q is.
    """
    differences = []
    for q in range(-farthest, farthest + 1):
        softmax = Fraction(2) ** q / (1 + Fraction(2) ** q)
        differences.append(abs(softmax - Fraction(2, 3)))
    return Enclosure((Ball("largest difference", max(differences), low=low, high=high),))
