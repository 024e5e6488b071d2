"""A predicate that answers for the claim and says nothing of its control."""

from claimledger.finding import Exhausted


def _holds(n: int, power: int) -> bool:
    return sum(range(1, 2 * n, 2)) == n**2 if power == 2 else None


def odd_numbers_sum_to_a_power(power: int) -> Exhausted:
    """Returns None for every other power."""
    return Exhausted.over("n", 50, range(1, 51), lambda n: _holds(n, power))
