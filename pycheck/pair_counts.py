"""How many query and key pairs attention forms, counted one by one for every n of a range.

Every token attends to every token: n² ordered pairs. With a causal mask token i attends to 1..i: n(n + 1)/2. The closed form
that is asked for is (a n² + b n)/2.
"""

from fractions import Fraction

from claimledger.finding import Exhausted


def pairs_are(full: list[int], causal: list[int], last: int) -> Exhausted:
    """Pairs are (a n² + b n)/2 with [a, b] = `full` without mask and `causal` with one, for n = 1..`last`."""

    def holds(case: tuple[str, int]) -> bool:
        mask, n = case
        counted = sum(1 for i in range(n) for j in range(n) if mask == "none" or j <= i)
        a, b = full if mask == "none" else causal
        return counted == Fraction(a * n * n + b * n, 2)

    cases = [(mask, n) for mask in ("none", "causal") for n in range(1, last + 1)]
    return Exhausted.over(f"both masks at n = 1..{last}", 2 * last, cases, holds)
