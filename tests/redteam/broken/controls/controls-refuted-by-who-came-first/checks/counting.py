"""A check that remembers what it was first asked."""

from claimledger.finding import Exhausted

_FIRST: list[int] = []


def odd_numbers_sum_to_a_power(power: int) -> Exhausted:
    """Holds for the first power that it ever saw."""
    _FIRST.append(power)
    return Exhausted.over("n", 50, range(1, 51), lambda n: power == _FIRST[0])
