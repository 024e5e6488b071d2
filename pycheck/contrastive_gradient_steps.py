"""One small step down the contrastive loss, with the gradient taken as a difference: which scores rise and which fall.

No formula of the gradient is used: the loss is evaluated at s and at s + h e_ij in 60 digits.
"""

import mpmath
from hypothesis import strategies as st

from claimledger.finding import Cases

DIGITS = 60
Scores = list[list[int]]


def _loss(s: list[list[mpmath.mpf]]) -> mpmath.mpf:
    n = len(s)
    total = mpmath.mpf(0)
    for i in range(n):
        total += mpmath.log(mpmath.fsum(mpmath.exp(x) for x in s[i])) - s[i][i]
        total += mpmath.log(mpmath.fsum(mpmath.exp(row[i]) for row in s)) - s[i][i]
    return total / (2 * n)


def a_step_raises_the_scores_of(diagonal_only: bool, examples: int = 30) -> Cases:
    """Down the loss s_ij rises where i = j and falls elsewhere; where not `diagonal_only`, all are to rise."""

    def holds(scores: Scores) -> bool:
        with mpmath.workdps(DIGITS):
            s = [[mpmath.mpf(x) / 10 for x in row] for row in scores]
            h, before = mpmath.mpf(10) ** -30, _loss(s)
            for i in range(len(s)):
                for j in range(len(s)):
                    moved = [list(row) for row in s]
                    moved[i][j] += h
                    rises = _loss(moved) < before
                    if rises != (i == j or not diagonal_only):
                        return False
            return True

    def square(n: int) -> st.SearchStrategy[Scores]:
        return st.lists(st.lists(st.sampled_from(range(-30, 31)), min_size=n, max_size=n), min_size=n, max_size=n)

    return Cases.search(st.sampled_from((2, 3, 4)).flatmap(square), holds, examples=examples)
