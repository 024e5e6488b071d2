"""One attention layer with fixed weights that answers from the pairs in its prompt: every prompt of three keys.

A prompt is three pairs (key, value) in some order, each key once, and a query. Keys and values are one-hot; the score of a
pair is c where its key is the query and 0 elsewhere, the weights are 2^score normalised, and the answer is the value with
the most weight. The weights of the layer are the constants c and the identity, written once. What changes from prompt to
prompt is the prompt.
"""

from fractions import Fraction
from itertools import permutations, product

from claimledger.finding import Ball, Enclosure, Exhausted

KEYS = 3
Pairs = tuple[tuple[int, int], ...]


def _answer(pairs: Pairs, query: int, sharpness: int) -> dict[int, Fraction]:
    """The mass on each value."""
    weights = [Fraction(2) ** (sharpness * (key == query)) for key, _ in pairs]
    mass: dict[int, Fraction] = {}
    for (_, value), weight in zip(pairs, weights, strict=True):
        mass[value] = mass.get(value, Fraction(0)) + weight / sum(weights)
    return mass


def prompt_decides_the_answer(sharpness: int, size: int) -> Exhausted:
    """For all value assignments, orders and queries, the value of the query's key has the most mass, and by itself."""

    def holds(case: tuple[tuple[int, ...], tuple[int, ...], int]) -> bool:
        values, order, query = case
        mass = _answer(tuple((key, values[key]) for key in order), query, sharpness)
        return all(mass[values[query]] > share for value, share in mass.items() if value != values[query])

    cases = list(product(product(range(KEYS), repeat=KEYS), permutations(range(KEYS)), range(KEYS)))
    return Exhausted.over("prompts of three pairs", size, cases, holds)


def accuracy_with_random_labels(accuracy: Fraction, sharpness: int) -> Enclosure:
    """The mean, over all ways to label the three demonstrations, of how often the answer is the true label."""
    truth = (0, 1, 2)
    right = total = 0
    for labels in product(range(KEYS), repeat=KEYS):
        for query in range(KEYS):
            mass = _answer(tuple(zip(range(KEYS), labels, strict=True)), query, sharpness)
            right += max(mass, key=lambda value: mass[value]) == truth[query]
            total += 1
    return Enclosure((Ball("accuracy", Fraction(right, total), target=accuracy),))
