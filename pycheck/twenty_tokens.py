"""GPT-3 against twenty tokens a parameter: what it had, what the rule asks, and what its compute would have bought.

N = 175·10⁹ parameters and D = 300·10⁹ tokens (Brown et al. 2020, table 2.1). The rule of thumb is 20 tokens a parameter; training
compute is counted as 6 N D. At fixed compute the rule has N² = C/120, so N lies where its square does.
"""

from fractions import Fraction
from math import isqrt

from claimledger.finding import Ball, Enclosure

BILLION = 10**9


def tokens_against_the_rule(parameters: int, tokens: int, rule: int, asked: int, low: Fraction, high: Fraction) -> Enclosure:
    """Tokens that the rule asks for, in billions, and the share of them that was used; sizes in billions."""
    share = Fraction(tokens, rule * parameters)
    return Enclosure(
        (Ball("asked for, 10⁹", Fraction(rule * parameters), target=asked), Ball("used over asked", share, low=low, high=high))
    )


def rule_at_the_same_compute(parameters: int, tokens: int, rule: int, low: list[int], high: list[int]) -> Enclosure:
    """Parameters and tokens by the rule at the compute of the given ones, all in billions."""
    compute = 6 * parameters * tokens * BILLION**2
    best = isqrt(compute // (6 * rule))
    found = (Fraction(best, BILLION), Fraction(rule * best, BILLION))
    rows = zip(("parameters", "tokens"), found, low, high, strict=True)
    return Enclosure(tuple(Ball(f"{name}, 10⁹", value, low=least, high=most) for name, value, least, most in rows))
