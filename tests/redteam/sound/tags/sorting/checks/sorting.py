"""Insertion sort on all small lists."""

from itertools import pairwise, product

from claimledger.finding import Exhausted


def _sort(numbers: tuple[int, ...], by: str) -> list[int]:
    done: list[int] = []
    for number in numbers:
        done.insert(sum(other <= number for other in done) if by == "insertion" else len(done), number)
    return done


def puts_in_order(by: str) -> Exhausted:
    """No entry is above the next, in each of the 27 lists of three entries from 0, 1, 2."""
    lists = product(range(3), repeat=3)
    return Exhausted.over("lists", 27, lists, lambda case: all(a <= b for a, b in pairwise(_sort(case, by))))
