"""The idle share of a pipeline, from its schedule: p stages and m pieces of a batch, one unit of time for a piece at a stage.

Stage s works on piece k at time s + k, so all is done after m + p − 1 units, of which each stage works m: idle is
(p − 1)/(m + p − 1) (Huang et al. 2019, arXiv:1811.06965, §2.3).
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted


def idle_share_is(fill_and_drain: bool, stages: int, pieces: int) -> Exhausted:
    """(p − 1)/(m + p − 1), or (p − 1)/m where filling and draining are not counted in the whole."""

    def holds(case: tuple[int, int]) -> bool:
        p, m = case
        ready = [[0] * m for _ in range(p)]
        for k in range(m):
            for s in range(p):
                before = ready[s - 1][k] if s else 0
                free = ready[s][k - 1] if k else 0
                ready[s][k] = max(before, free) + 1
        whole = ready[-1][-1]
        idle = Fraction(p * whole - p * m, p * whole)
        return idle == Fraction(p - 1, m + p - 1 if fill_and_drain else m)

    cases = product(range(1, stages + 1), range(1, pieces + 1))
    return Exhausted.over(f"{stages} stages, {pieces} pieces", stages * pieces, cases, holds)
