"""What a number of seeded runs says of their median: the median, and an interval between two of the runs.

With n independent runs, whatever the distribution of what they return, its median lies below the k-th smallest with
probability at most P(Bin(n, 1/2) < k), and the same from above. The interval goes from the k-th smallest to the k-th largest
with the largest k for which both together stay within 5 %: the whole range for 6 to 8 runs, all but the two outermost for 9
to 11. Medians are rounded, ends are rounded outwards, so that the last bits of another processor's arithmetic do not show.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, comb, floor
from statistics import median

from claimledger.finding import Estimate


def _rank(runs: int) -> int:
    """The largest k with 2·P(Bin(runs, 1/2) < k) ≤ 1/20; 0 if there is none."""
    tail, k = Fraction(0), 0
    while True:
        tail += Fraction(comb(runs, k), 2**runs)
        if 2 * tail > Fraction(1, 20):
            return k
        k += 1


def median_over_runs(
    values: Sequence[float], null: Sequence[float], low: Fraction, high: Fraction, seed: int, decimals: int = 2
) -> Estimate:
    """The median of the runs with its interval, the claimed interval, and the interval of the null's runs."""
    claimed = (f"{float(low):.{decimals}f}", f"{float(high):.{decimals}f}")
    if (Fraction(claimed[0]), Fraction(claimed[1])) != (low, high):
        raise ValueError(f"the claimed interval from {low} to {high} has more than {decimals} decimals")
    return Estimate(
        f"{median(values):.{decimals}f}", _interval(values, decimals), claimed, _interval(null, decimals), len(values), seed
    )


def _interval(values: Sequence[float], decimals: int) -> tuple[str, str]:
    rank = _rank(len(values))
    if not rank:
        raise ValueError(f"{len(values)} runs give no interval of 95 %; it takes 6")
    unit, runs = 10**decimals, sorted(values)
    low, high = floor(runs[rank - 1] * unit) / unit, ceil(runs[-rank] * unit) / unit
    return f"{low:.{decimals}f}", f"{high:.{decimals}f}"
