"""1 + 3 + … + (2n − 1) = n², in balls."""

from flint import arb

from claimledger.finding import Ball, Enclosure


def odd_numbers_sum_to_a_power(power: int) -> Enclosure:
    """The first n odd numbers add up to n^power, for every n from 1 to 50."""
    sums = {n: sum((arb(k) for k in range(1, 2 * n, 2)), arb(0)) for n in range(1, 51)}
    return Enclosure(tuple(Ball(f"n = {n}", total, target=n**power, bits=30) for n, total in sums.items()))
