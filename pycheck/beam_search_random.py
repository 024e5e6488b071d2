"""A beam that keeps every prefix, against all sequences written out, on drawn models of up to 4 tokens and 4 steps.

Each prefix has drawn whole weights. A beam of width V^(L−1) drops nothing before the last step; a beam of width 1 is greedy
and misses on some. The oracle multiplies along each of the V^L sequences.
"""

import heapq
from fractions import Fraction
from itertools import product
from math import prod

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import simplex


def beam_finds_the_likeliest(full: bool, examples: int = 80) -> Cases:
    """The best of a beam of width V^(L−1), or of width 1 where not `full`, has the largest probability there is."""

    def holds(case: tuple[tuple[int, int], list[simplex.Weights]]) -> bool:
        (tokens, steps), tables = case

        def chance(prefix: tuple[int, ...], token: int) -> Fraction:
            index = sum((t + 1) * (tokens + 1) ** i for i, t in enumerate(prefix))
            weights = tables[index % len(tables)]
            return Fraction(weights[token], sum(weights))

        width = tokens ** (steps - 1) if full else 1
        beam = [(Fraction(1), tuple[int, ...]())]
        for _ in range(steps):
            longer = [(p * chance(x, t), (*x, t)) for p, x in beam for t in range(tokens)]
            beam = heapq.nlargest(width, longer, key=lambda item: item[0])
        sequences = product(range(tokens), repeat=steps)
        best = max(prod((chance(x[:i], x[i]) for i in range(steps)), start=Fraction(1)) for x in sequences)
        return beam[0][0] == best

    def case(shape: tuple[int, int]) -> st.SearchStrategy[tuple[tuple[int, int], list[simplex.Weights]]]:
        return st.tuples(st.just(shape), st.lists(simplex.weights(shape[0], least=1), min_size=11, max_size=31))

    return Cases.search(st.tuples(st.integers(2, 4), st.integers(1, 4)).flatmap(case), holds, examples=examples)
