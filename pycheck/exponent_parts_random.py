"""Sums of parts do not determine the parts: by drawn splits of one total, in rational arithmetic.

A split is drawn for a predicted and a measured exponent: any γ_train and γ_arch; then the remainder that closes it is
looked for, and a second split with another γ_train that closes as well.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases

NUMBERS = st.integers(-200, 200)


def every_split_closes_with_a_remainder(with_remainder: bool) -> Cases:
    """For drawn totals and parts the remainder closes the sum, for this γ_train and for another."""

    def closes(total: Fraction, parts: tuple[Fraction, ...]) -> bool:
        remainder = total - sum(parts) if with_remainder else Fraction(0)
        return sum((*parts, remainder), Fraction(0)) == total

    def holds(case: tuple[int, int, int, int, int]) -> bool:
        total, geometry, train, other, arch = (Fraction(k, 100) for k in case)
        return closes(total, (geometry, train, arch)) and closes(total, (geometry, other, arch))

    return Cases.search(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS), holds, lambda case: case[2] != case[3])
