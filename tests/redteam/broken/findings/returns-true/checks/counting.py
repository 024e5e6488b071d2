"""A check that returns something else."""


def odd_numbers_sum_to_a_power(power: int):
    """A check that says True has shown nothing."""
    return power == 2
