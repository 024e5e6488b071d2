"""A check that returns something else."""

from claimledger.finding import Estimate


def odd_numbers_sum_to_a_power(power: int):
    """An estimate encloses nothing."""
    return Estimate("2", ("2", "2"), (str(power), str(power)), ("5", "6"), 1)
