"""A query whose RoPE score has its peak at a chosen distance, in balls.

With k = (1, 0) in each plane and q = k turned back by r_0 ω_i, the score at distance r is Σ_i cos((r − r_0)ω_i): d_h/2 at
r = r_0, and less at every other whole r, since pair 0 with ω = 1 never comes round. (Barbero et al. 2025, arXiv:2410.06205,
prove that a key can be chosen for any distance.)
"""

from fractions import Fraction
from itertools import product

from flint import arb, ctx

from claimledger.finding import Exhausted
from pycheck.definitions import ball

PRECISION = 96


def score_is_largest_at(peak: str, theta: int, width: int, chosen: list[int], last: int) -> Exhausted:
    """For each chosen r_0 the score at every other r = 0, …, `last` is less than that at r_0 (peak: chosen) or at 0 (near)."""
    with ctx.workprec(PRECISION):
        frequencies = [arb(theta) ** ball(Fraction(-2 * i, width)) for i in range(width // 2)]
        sums = [sum(((w * d).cos() for w in frequencies), arb(0)) for d in range(last + 1)]

        def holds(case: tuple[int, int]) -> bool:
            r_0, r = case
            top = r_0 if peak == "chosen" else 0
            return r == top or bool(sums[abs(r - r_0)] < sums[abs(top - r_0)])

        cases = product(chosen, range(last + 1))
        return Exhausted.over(f"{len(chosen)} peaks, r = 0, …, {last}", len(chosen) * (last + 1), cases, holds)
