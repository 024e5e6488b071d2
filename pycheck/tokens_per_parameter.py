"""Tokens per parameter in whole numbers, and the split of a budget at a fixed ratio.

With C = 6ND and D = kN the budget is 6kN², so N = √(C/(6k)) and D = √(kC/6): at k = 20, N = √(C/120).
"""

from fractions import Fraction
from math import isqrt

from claimledger.finding import Ball, Enclosure, Exhausted
from pycheck.definitions import ball


def ratio_is(value: Fraction, tokens: Fraction, parameters: Fraction, rule: Fraction) -> Enclosure:
    """tokens/(parameters·rule) is `value`; `rule` is the number of tokens per parameter it is compared with."""
    return Enclosure((Ball("ratio", ball(tokens / parameters / rule), target=value, bits=40),))


def ratio_over_rule_lies_in(low: Fraction, high: Fraction, tokens: Fraction, parameters: Fraction, rule: Fraction) -> Enclosure:
    """`low` < (tokens/parameters)/`rule` < `high`."""
    return Enclosure((Ball("times the rule", ball(tokens / parameters / rule), low=low, high=high),))


def whole_budgets_split_at(divisor: int, ratio: int, last: int) -> Exhausted:
    """For N = 1, …, `last` and D = `ratio`·N, the budget C = 6ND has √(C/`divisor`) = N."""

    def holds(n: int) -> bool:
        compute = 6 * n * (ratio * n)
        root = isqrt(compute // divisor)
        return root * root * divisor == compute and root == n

    return Exhausted.over(f"N = 1, …, {last}", last, range(1, last + 1), holds)
