"""A judge that leans to the first place, asked in both orders.

The judge prefers the answer shown first with probability F(Δ + b), with Δ the quality of the first less that of the second,
b its lean to the first place, and F a rising function with F(−z) = 1 − F(z); here the logistic one. One order names the
better answer the likelier winner only where Δ + b has the sign of Δ. The mean of both orders, (F(Δ + b) + F(Δ − b))/2, is
above 1/2 exactly where Δ > 0.
"""

import math

from hypothesis import strategies as st

from claimledger.finding import Cases


def better_answer_is_the_likelier_winner(orders: str, examples: int = 300) -> Cases:
    """With `orders` both, or one: the better of two answers wins with probability above 1/2, for every lean."""

    def chance(z: float) -> float:
        return 1 / (1 + math.exp(-z))

    def holds(case: tuple[int, int]) -> bool:
        gap, lean = case[0] / 10, case[1] / 10
        wins = chance(gap + lean)
        if orders == "both":
            wins = (wins + 1 - chance(-gap + lean)) / 2
        return (wins > 0.5) == (gap > 0)

    gaps = st.integers(-30, 30).filter(bool)
    return Cases.search(st.tuples(gaps, st.integers(-20, 20)), holds, examples=examples)
