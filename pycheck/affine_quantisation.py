"""The affine map x ≈ S(q − Z) on whole grids of rationals: its error, and when Z is one of the codes.

q = clip(round(x/S) + Z, 0, 2^b − 1). A real number that falls between half a step below the code 0 and half a step above the
last one is returned to within S/2 (Jacob et al. 2018, arXiv:1712.05877, §2.1). From the extremes of the data, with c = 2^b − 1,
S = (max − min)/c and Z = round(−min/S), which is a code if the range from min to max contains 0.
"""

import math
from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted


def nearest(x: Fraction) -> int:
    """The nearest whole number, halves upwards."""
    return math.floor(x + Fraction(1, 2))


def returned(x: Fraction, scale: Fraction, zero: int, bits: int) -> Fraction:
    """What the map makes of x."""
    code: int = min(max(nearest(x / scale) + zero, 0), int(2**bits) - 1)
    return scale * (code - zero)


def error_is_at_most(share: Fraction, beyond: int, bits: int, scale: Fraction, parts: int) -> Exhausted:
    """|x − S(q − Z)| ≤ `share`·S for every Z, and every x on a grid from `beyond` steps below the codes to as many above.

    0 comes back as 0 for every Z.
    """
    last = 2**bits - 1

    def holds(case: tuple[int, int]) -> bool:
        zero, k = case
        x = scale * (Fraction(k, parts) - zero - Fraction(1, 2) - beyond)
        return abs(x - returned(x, scale, zero, bits)) <= share * scale and returned(Fraction(0), scale, zero, bits) == 0

    cases = list(product(range(last + 1), range((last + 1 + 2 * beyond) * parts + 1)))
    return Exhausted.over(f"Z and x, {bits} bits, steps of S/{parts}", len(cases), cases, holds)


def zero_point_is_a_code(around_zero: bool, bits: int, most: int) -> Exhausted:
    """For all whole min < max to `most` (with min ≤ 0 ≤ max where `around_zero`): Z is a code, and 0 comes back as 0."""
    last = 2**bits - 1

    def holds(case: tuple[int, int]) -> bool:
        low, high = case
        scale = Fraction(high - low, last)
        zero = nearest(-low / scale)
        return 0 <= zero <= last and returned(Fraction(0), scale, zero, bits) == 0

    pairs = [(a, b) for a, b in product(range(-most, most + 1), repeat=2) if a < b]
    cases = [(a, b) for a, b in pairs if not around_zero or a <= 0 <= b]
    return Exhausted.over(f"ranges to {most}", len(cases), cases, holds)
