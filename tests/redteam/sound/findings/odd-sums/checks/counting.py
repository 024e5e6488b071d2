"""1 + 3 + … + (2n − 1) = n², each n by addition."""

from claimledger.finding import Exhausted


def odd_numbers_sum_to_a_power(power: int, up_to: int = 50) -> Exhausted:
    """The first n odd numbers add up to n^power, for every n from 1 to `up_to`."""
    return Exhausted.over("n", up_to, range(1, up_to + 1), lambda n: sum(range(1, 2 * n, 2)) == n**power)
