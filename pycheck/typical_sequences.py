"""The likeliest sequence of independent tokens, and what draws look like: binomial sums in rational arithmetic.

Tokens are independent, the likelier of two has probability p. The likeliest sequence of n is that token n times, of
probability p^n. A draw has about pn of it: sums of C(n, k) p^k (1 − p)^(n − k). (Cover & Thomas, Elements of Information
Theory, chapter 3; Holtzman et al. 2019 for text.)
"""

from fractions import Fraction
from math import comb

from claimledger.finding import Ball, Enclosure


def draws_stay_away_from_the_likeliest(
    p: Fraction, length: int, far: int, low: int, high: int, at_most: Fraction, at_least: Fraction
) -> Enclosure:
    """P(`far` or more of the likelier token) < `at_most`, and P(from `low` to `high` of it) > `at_least`."""
    chance = [comb(length, k) * p**k * (1 - p) ** (length - k) for k in range(length + 1)]
    best = max(range(length + 1), key=lambda k: p**k * (1 - p) ** (length - k))
    balls = (
        Ball("all probabilities", sum(chance, Fraction(0)), target=1),
        Ball("likelier tokens in the likeliest sequence", best, target=length),
        Ball(f"P({far} or more)", sum(chance[far:], Fraction(0)), high=at_most),
        Ball(f"P({low} to {high})", sum(chance[low : high + 1], Fraction(0)), low=at_least),
    )
    return Enclosure(balls)
