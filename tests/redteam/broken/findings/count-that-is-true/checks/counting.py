"""A check that returns something else."""

from claimledger.finding import Exhausted


def odd_numbers_sum_to_a_power(power: int):
    """True is an integer to Python, and no count."""
    return Exhausted("n", True, True, power != 2, None)
