"""A check that returns something else."""


def odd_numbers_sum_to_a_power(power: int):
    """A dictionary with the word passed in it."""
    return {"outcome": "passed", "strength": "proved", "power": power}
