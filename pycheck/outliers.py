"""One huge entry and the codes that are left for the others; and the product with its columns taken out.

With codes −127 … 127 and S = max|x|/127, entries of size at most 1 beside one of size R fall on the codes to round(127/R). Taking
the columns with huge entries out, X W = X_O W_O + X_R W_R, so that the rest gets a scale of its own (Dettmers et al. 2022,
arXiv:2208.07339).
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted
from pycheck.affine_quantisation import nearest

CODES = 127


def codes_left(outlier: int, codes: int, parts: int) -> Enclosure:
    """How many codes the entries k/`parts` between −1 and 1 take, where the largest entry of the row is `outlier`."""
    scale = Fraction(outlier, CODES)
    used = {nearest(Fraction(k, parts) / scale) for k in range(-parts, parts + 1)}
    return Enclosure((Ball("codes in use", Fraction(len(used)), target=Fraction(codes)),))


def _eight_bit(row: list[Fraction]) -> list[Fraction]:
    scale = max(abs(x) for x in row) / CODES
    return [scale * nearest(x / scale) if scale else x for x in row]


def product_errs_by_at_most(split: bool, bound: Fraction, outlier: int, parts: int) -> Exhausted:
    """|quantised row · weights − row · weights| ≤ `bound` for rows (a, b, `outlier`), a and b in 1/`parts`, weights ±1.

    Where `split`, the outlier's column is multiplied as it is and the others share a scale.
    """
    grid = [Fraction(k, parts) for k in range(-parts, parts + 1)]

    def holds(case: tuple[Fraction, Fraction, int, int]) -> bool:
        a, b, s, t = case
        row, weights = [a, b, Fraction(outlier)], [s, t, 1]
        kept = [*_eight_bit(row[:2]), row[2]] if split else _eight_bit(row)
        error = sum(((x - y) * w for x, y, w in zip(kept, row, weights, strict=True)), Fraction(0))
        return abs(error) <= bound

    return Exhausted.over("rows and signs", len(grid) ** 2 * 4, product(grid, grid, (1, -1), (1, -1)), holds)
