"""A domain whose numbers were typed in."""

from claimledger.finding import Exhausted


def odd_numbers_sum_to_a_power(power: int) -> Exhausted:
    """Says 50 of 50, with a witness of a failure that it does not count."""
    return Exhausted("n", 50, 50, 0 if power == 2 else 51, "7")
