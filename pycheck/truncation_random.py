"""Top-p and min-p on drawn distributions, written apart from the procedures on the grid.

Top-p as a running sum, held against the smallest number of tokens whose largest masses reach p, found by trying every
number. Min-p at sampling temperature τ on p ∝ a^τ, whose tempered law is exactly a: with m it keeps what min-p keeps of p
itself with m^τ.
"""

from fractions import Fraction
from itertools import accumulate

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import simplex


def top_p_keeps_a_smallest_set(reaches: bool, examples: int = 300) -> Cases:
    """The running sum stops at the least number of tokens that reaches p; one that has to exceed p does not, at equality."""

    def holds(case: tuple[simplex.Weights, int]) -> bool:
        weights, twentieths = case
        threshold, total = Fraction(twentieths, 20), sum(weights)
        sums = list(accumulate(sorted(weights, reverse=True)))
        stop = next(
            (k for k, s in enumerate(sums, 1) if Fraction(s, total) > threshold or (reaches and s == threshold * total)), None
        )
        numbers = range(1, len(weights) + 1)
        least = min(k for k in numbers if Fraction(sum(sorted(weights)[::-1][:k]), total) >= threshold)
        return stop == least

    case = st.integers(1, 7).flatmap(lambda n: st.tuples(simplex.weights(n, least=1, most=10), st.integers(1, 20)))
    return Cases.search(case, holds, examples=examples)


def min_p_after_temperature_keeps_what_a_lower_cut_keeps(power: bool, examples: int = 300) -> Cases:
    """Min-p with m at temperature τ keeps what it keeps at temperature 1 with m^τ, or with m where not `power`."""

    def holds(case: tuple[simplex.Weights, int, int]) -> bool:
        roots, tau, twentieths = case
        cut = Fraction(twentieths, 20)
        law = [Fraction(a) ** tau for a in roots]
        tempered = [Fraction(a, sum(roots)) for a in roots]
        kept = [i for i, q in enumerate(tempered) if q >= cut * max(tempered)]
        total = sum(law)
        lower = cut**tau if power else cut
        return kept == [i for i, p in enumerate(law) if p / total >= lower * max(law) / total]

    case = st.tuples(simplex.weights(6, least=1), st.integers(2, 4), st.integers(1, 20))
    return Cases.search(case, holds, examples=examples)
