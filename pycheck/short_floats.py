"""Positions held in short floating-point formats: where two neighbours first become the same number.

A format with b significant bits holds the integers up to 2^b exactly and above them every second one, then every fourth:
2^b + 1 is rounded to 2^b (ties to even). bfloat16 has b = 8, float16 b = 11. (Wang et al. 2024, arXiv:2411.13476, on RoPE.)
"""

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball


def _rounded(number: int, bits: int) -> int:
    """The nearest integer with `bits` significant bits, ties to even."""
    spare = max(number.bit_length() - bits, 0)
    whole, rest = number >> spare, number & ((1 << spare) - 1)
    half = 1 << (spare - 1) if spare else 0
    up = spare > 0 and (rest > half or (rest == half and whole & 1 == 1))
    return (whole + up) << spare


def neighbours_first_coincide_at(position: int, distinct: int, bits: int, length: int) -> Enclosure:
    """The first m that is rounded to the same number as m − 1, and how many numbers 0, …, `length` − 1 become."""
    values = [_rounded(m, bits) for m in range(length)]
    first = next(m for m in range(1, length) if values[m] == values[m - 1])
    return Enclosure((Ball("first", ball(first), target=position), Ball("distinct", ball(len(set(values))), target=distinct)))
