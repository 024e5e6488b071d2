"""A check that returns something else."""

from claimledger.finding import Exhausted


def odd_numbers_sum_to_a_power(power: int):
    """The witness is kept in a receipt: it has to be text."""
    return Exhausted("n", 50, 50, 0 if power == 2 else 50, object())
