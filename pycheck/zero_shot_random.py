"""Zero-shot classification in more dimensions: cosine, distance of normalised vectors, and softmax at any temperature.

Three ways to choose the class, in 30 digits: the largest cosine, the shortest distance after normalising, the largest
softmax probability of cosine/τ. They agree but where two cosines are equal, which is left out.
"""

import mpmath
from hypothesis import strategies as st

from claimledger.finding import Cases

DIGITS = 30
Case = tuple[list[int], list[list[int]], int]
"""The image, the classes, and the temperature in hundredths."""


def _unit(vector: list[int]) -> list[mpmath.mpf]:
    length = mpmath.sqrt(mpmath.fsum(x * x for x in vector))
    return [x / length for x in vector]


def three_ways_choose_the_same_class(normalised: bool, examples: int = 80) -> Cases:
    """Cosine, distance and softmax agree; where not `normalised`, the products of the raw vectors stand in for the cosines."""

    def products(case: Case) -> list[mpmath.mpf]:
        image, classes, _ = case
        unit = _unit(image)
        return [mpmath.fsum(a * b for a, b in zip(unit, _unit(text), strict=True)) for text in classes]

    def holds(case: Case) -> bool:
        with mpmath.workdps(DIGITS):
            image, classes, hundredths = case
            cosines = products(case)
            raw = [mpmath.mpf(sum(a * b for a, b in zip(image, text, strict=True))) for text in classes]
            scores = cosines if normalised else raw
            unit = _unit(image)
            apart = [mpmath.fsum((a - b) ** 2 for a, b in zip(unit, _unit(text), strict=True)) for text in classes]
            soft = [mpmath.exp(100 * c / hundredths) for c in cosines]
            chosen = scores.index(max(scores))
            return chosen == apart.index(min(apart)) == soft.index(max(soft))

    def told_apart(case: Case) -> bool:
        with mpmath.workdps(DIGITS):
            best = sorted(products(case))
            return bool(best[-1] - best[-2] > mpmath.mpf(10) ** -20)

    def case(width: int) -> st.SearchStrategy[Case]:
        vector = st.lists(st.sampled_from(range(-5, 6)), min_size=width, max_size=width).filter(any)
        return st.tuples(vector, st.lists(vector, min_size=2, max_size=5), st.sampled_from((1, 7, 100, 1000)))

    return Cases.search(st.sampled_from((2, 3, 5)).flatmap(case), holds, told_apart, examples=examples)
