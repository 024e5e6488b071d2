"""A check that returns something else."""


def odd_numbers_sum_to_a_power(power: int):
    """A check that forgets to return."""
    return None if power else 0
