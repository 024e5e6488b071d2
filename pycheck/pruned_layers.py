"""Removing hidden units and scattering zeros: the function that is left, and the products a dense machine makes.

A two-layer net W_2 σ(W_1 x) with σ a ReLU. Removing hidden units takes rows of W_1 and columns of W_2 out; the function is that
of the net with those entries 0, and a dense product is smaller. Zeros elsewhere leave the shapes as they are.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted

Matrix = list[list[int]]
FIRST: Matrix = [[1, -2], [3, 1], [-1, 2], [2, 2]]
SECOND: Matrix = [[2, -1, 3, 1], [1, 1, -2, 4], [-3, 2, 1, 1]]


def _dense(first: Matrix, second: Matrix, x: tuple[int, ...]) -> tuple[list[int], int]:
    """The output, and the products made by going through every entry."""
    made = 0
    hidden = []
    for row in first:
        total = 0
        for a, b in zip(row, x, strict=True):
            total += a * b
            made += 1
        hidden.append(max(total, 0))
    output = []
    for row in second:
        total = 0
        for a, b in zip(row, hidden, strict=True):
            total += a * b
            made += 1
        output.append(total)
    return output, made


def pruning_keeps_the_function_and_cuts_the_products(whole_units: bool, most: int) -> Exhausted:
    """For every set of hidden units: the smaller net computes what the zeroed one does, with kept/all of the products.

    Where not `whole_units` the zeros are left in place, and the products are counted of that net.
    """
    units = len(FIRST)
    everything = units * (len(FIRST[0]) + len(SECOND))

    def holds(case: tuple[tuple[bool, ...], tuple[int, ...]]) -> bool:
        keep, x = case
        zeroed = (
            [row if kept else [0] * len(row) for row, kept in zip(FIRST, keep, strict=True)],
            [[a if kept else 0 for a, kept in zip(row, keep, strict=True)] for row in SECOND],
        )
        smaller = (
            [row for row, kept in zip(FIRST, keep, strict=True) if kept],
            [[a for a, kept in zip(row, keep, strict=True) if kept] for row in SECOND],
        )
        output, _ = _dense(*zeroed, x)
        left, made = _dense(*(smaller if whole_units else zeroed), x)
        return left == output and made * units == everything * sum(keep)

    cases = product(product((False, True), repeat=units), product(range(-most, most + 1), repeat=2))
    return Exhausted.over("sets of units and inputs", 2**units * (2 * most + 1) ** 2, cases, holds)


def sparse_storage_breaks_even_at(value_bits: int, index_bits: int, flag_bits: int, zeros: Fraction) -> Enclosure:
    """At a share `zeros` of zeros, (value + index) bits per kept entry and a flag per entry are the dense bits."""
    stored = (1 - zeros) * (value_bits + index_bits) + flag_bits
    return Enclosure((Ball("bits per entry", stored, target=Fraction(value_bits)),))
