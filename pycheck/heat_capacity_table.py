"""The true C_V(1; N) beside its leading term, for pages: `python -m pycheck.heat_capacity_table` prints it.

C_V(1; N) comes from zeta values, which reach any N; the columns are N, C_V(1; N), (log N)²/12, the first over the second,
and by how much the leading term alone is low. Numbers are rounded from balls that hold the digits shown.
"""

from fractions import Fraction

from flint import arb, ctx

from pycheck.definitions import heat_capacity
from pycheck.moments_by_zeta import log_moments

SIZES = (2, 10, 100, 1000, 2048, 10**4, 10**6, 10**9, 10**18, 10**30, 10**60)
HEADER = ("N", "C_V(1; N)", "(log N)²/12", "ratio", "leading term alone is low by")


def true_value_over_leading_term(sizes: tuple[int, ...] = SIZES) -> list[tuple[str, str, str, str, str]]:
    """One row of text for each N ≥ 2, to 8 significant digits and the percentage to 3."""
    rows = []
    with ctx.workprec(256):
        for size in sizes:
            true = heat_capacity(Fraction(1), log_moments(Fraction(1), size))
            leading = arb(size).log() ** 2 / 12
            low = (1 - leading / true) * 100
            rows.append((_name(size), _digits(true, 8), _digits(leading, 8), _digits(true / leading, 8), f"{_digits(low, 3)} %"))
    return rows


def _digits(number: arb, count: int) -> str:
    return number.str(count, radius=False)


def _name(size: int) -> str:
    power = len(str(size)) - 1
    return f"10^{power}" if power > 4 and size == 10**power else str(size)


if __name__ == "__main__":
    for row in (HEADER, ("---",) * len(HEADER), *true_value_over_leading_term()):
        print("| " + " | ".join(row) + " |")
