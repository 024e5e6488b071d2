"""What an answer that is a weighted mean over demonstrations makes of their order: every order of four.

Without positions a demonstration weighs 2^score by its content alone, and the mean is the same in every order. With a weight
that also halves with each step from the end, as a recency bias does, it is another in some order.
"""

from fractions import Fraction
from itertools import permutations

from claimledger.finding import Exhausted

SCORES = (2, 0, 1, 3)
VALUES = (1, 0, 0, 1)


def answer_is_the_same_in_every_order(recency: int) -> Exhausted:
    """The mean over the four demonstrations does not change with their order; `recency` halvings for each step from the end."""

    def answer(order: tuple[int, ...]) -> Fraction:
        last = len(order) - 1
        weights = [Fraction(2) ** (SCORES[d] - recency * (last - place)) for place, d in enumerate(order)]
        return sum((w * VALUES[d] for w, d in zip(weights, order, strict=True)), Fraction(0)) / sum(weights)

    orders = list(permutations(range(4)))
    return Exhausted.over("orders of four demonstrations", 24, orders, lambda order: answer(order) == answer(orders[0]))
