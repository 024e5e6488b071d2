"""C(c, k)/C(n, k) is the share of k-element choices of the n tries in which all succeeded: every record of up to n tries.

A choice of k of the n tries is as good as k fresh ones, so the share has the right mean; this is why the estimator has no bias.
"""

from fractions import Fraction
from itertools import combinations, product
from math import comb

from claimledger.finding import Exhausted


def share_of_choices_is_the_count(counted: bool, most: int) -> Exhausted:
    """For all records of 2 to `most` tries and 2 ≤ k ≤ n, the share is C(c, k)/C(n, k), or (c/n)^k where not `counted`."""

    def holds(case: tuple[int, tuple[bool, ...]]) -> bool:
        k, record = case
        n, c = len(record), sum(record)
        choices = [all(chosen) for chosen in combinations(record, k)]
        expected = Fraction(comb(c, k), comb(n, k)) if counted else Fraction(c, n) ** k
        return Fraction(sum(choices), len(choices)) == expected

    cases = [(k, record) for n in range(2, most + 1) for k in range(2, n + 1) for record in product((False, True), repeat=n)]
    size = sum((n - 1) * 2**n for n in range(2, most + 1))
    return Exhausted.over(f"records of 2 to {most} tries", size, cases, holds)
