"""The size of a nucleus by a threshold: the largest t for which the tokens of probability at least t hold mass p.

Of these tokens those above t are all needed, and of those at t as many as fill what is left. No sorting and no running sum:
an oracle for the procedure that walks down the sorted list. Laws are drawn on up to 12 tokens, ties among them, and p is the
mass of the first few of them, or one unit less, so that it is often met exactly.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases


def _walked(weights: list[int], mass: Fraction) -> int:
    left, held, count = list(weights), Fraction(0), 0
    while held < mass:
        largest = max(left)
        left.remove(largest)
        held += Fraction(largest, sum(weights))
        count += 1
    return count


def walk_and_threshold_agree(strictly_above: bool, examples: int = 150) -> Cases:
    """The walk takes as many tokens as the threshold says; `strictly_above` walks on until the mass exceeds p."""

    def holds(case: tuple[list[int], int, int]) -> bool:
        weights, take, less = case
        whole = sum(weights)
        mass = Fraction(max(1, sum(sorted(weights, reverse=True)[:take]) - less), whole)
        threshold = max(t for t in weights if sum(w for w in weights if w >= t) >= mass * whole)
        above = [w for w in weights if w > threshold]
        missing = mass * whole - sum(above)
        size = len(above) + -(-missing // threshold)
        walked = _walked(weights, mass)
        if strictly_above:
            largest = sorted(weights, reverse=True)
            walked = next((k for k in range(1, len(weights) + 1) if sum(largest[:k]) > mass * whole), len(weights) + 1)
        return walked == size

    laws = st.lists(st.sampled_from(range(0, 21)), min_size=1, max_size=12)
    cases = st.tuples(laws, st.sampled_from(range(1, 9)), st.sampled_from([0, 1]))
    return Cases.search(cases, holds, when=lambda case: sum(case[0]) > 0, examples=examples)
