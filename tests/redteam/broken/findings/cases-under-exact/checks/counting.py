"""A check that returns something else."""

from claimledger.finding import Cases


def odd_numbers_sum_to_a_power(power: int):
    """Cases are tested, not enclosed, whatever `by` says."""
    return Cases(50, 50, 0 if power == 2 else 50, None if power == 2 else "2")
