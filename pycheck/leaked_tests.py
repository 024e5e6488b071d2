"""What a leak adds to a score: a model that knows nothing but the test items it has seen.

A test has n items of m options each. The model has seen k items with their answers and guesses the rest, each option as likely
as another. Over all m^(n − k) ways of guessing its score is on average (k + (n − k)/m)/n: chance on what it has not seen, and
not chance plus k/n. Every way of guessing is gone through.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted


def mean_score_with_leaked_items_is(options: int, scores: list[Fraction]) -> Exhausted:
    """The mean scores for k = 0, 1, …, n leaked items of n, where n + 1 is the number of `scores`."""
    items = len(scores) - 1

    def holds(leaked: int) -> bool:
        guesses = list(product(range(options), repeat=items - leaked))
        right = sum(leaked + sum(guess == 0 for guess in guessed) for guessed in guesses)
        return Fraction(right, items * len(guesses)) == scores[leaked]

    return Exhausted.over(f"numbers of leaked items of {items}", items + 1, range(items + 1), holds)
