"""The affine map in drawn cases: the code by going through all of them, with nothing rounded or clipped by formula.

The code is the one whose S(q − Z) lies nearest to x, found by trying each. Scale, bits, zero point and x are drawn.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases

Case = tuple[int, int, Fraction, Fraction]
"""Bits, where Z lies among the codes in sixteenths, S, and x in steps above the first code's place."""


def nearest_code_is_within(share: Fraction, outside: bool, examples: int = 200) -> Cases:
    """The nearest code is within `share`·S of x, for x up to half a step past the codes, or anywhere where `outside`."""

    def holds(case: Case) -> bool:
        bits, place, scale, steps = case
        codes = range(2**bits)
        zero = place * (len(codes) - 1) // 16
        x = scale * (steps - zero)
        return min(abs(x - scale * (code - zero)) for code in codes) <= share * scale

    def inside(case: Case) -> bool:
        return outside or Fraction(-1, 2) <= case[3] <= 2 ** case[0] - Fraction(1, 2)

    scales = st.sampled_from([Fraction(a, b) for a in range(1, 8) for b in range(1, 8)])
    steps = st.sampled_from([Fraction(k, 12) for k in range(-40, 12 * 34)])
    cases = st.tuples(st.sampled_from((1, 2, 3, 5)), st.sampled_from(range(17)), scales, steps)
    return Cases.search(cases, holds, inside, examples=examples)
