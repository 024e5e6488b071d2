"""A check that remembers how often it was called."""

from claimledger.finding import Exhausted

_CALLS: list[int] = []


def odd_numbers_sum_to_a_power(power: int) -> Exhausted:
    """Holds the first time."""
    _CALLS.append(power)
    return Exhausted.over("n", 50, range(1, 51), lambda n: len(_CALLS) == 1)
