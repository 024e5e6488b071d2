"""Softmax attention over drawn tokens, one value changed: how far the output moves, in rational arithmetic.

Weights are 2^s_j/Σ 2^s with whole scores, which is softmax to base 2; up to 6 tokens, values of 1 to 3 coordinates. The output is
computed anew with the changed value, and its difference compared with weight times change, coordinate by coordinate. In the
variant that lets the value's own size decide, the expected difference is weight times change times the value's largest entry.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases

Token = tuple[int, list[int]]
Case = tuple[list[Token], int, list[int]]


def _output(tokens: list[Token]) -> list[Fraction]:
    weights = [Fraction(2) ** score for score, _ in tokens]
    total = sum(weights, Fraction(0))
    columns = zip(*(value for _, value in tokens), strict=True)
    return [sum((w * v for w, v in zip(weights, column, strict=True)), Fraction(0)) / total for column in columns]


def output_moves_by_weight_times_change(times_value: bool, examples: int = 200) -> Cases:
    """output(v_j + δ) − output(v_j) = α_j δ, or that times max |v_j|."""

    def holds(case: Case) -> bool:
        tokens, index, change = case
        j = index % len(tokens)
        score, value = tokens[j]
        moved = [*tokens[:j], (score, [v + d for v, d in zip(value, change, strict=True)]), *tokens[j + 1 :]]
        weight = Fraction(2) ** score / sum(Fraction(2) ** s for s, _ in tokens)
        size = max(map(abs, value)) if times_value else 1
        differences = [b - a for a, b in zip(_output(tokens), _output(moved), strict=True)]
        return differences == [weight * d * size for d in change]

    def case(width: int) -> st.SearchStrategy[Case]:
        vector = st.lists(st.sampled_from(range(-9, 10)), min_size=width, max_size=width)
        tokens = st.lists(st.tuples(st.sampled_from(range(-6, 7)), vector), min_size=1, max_size=6)
        return st.tuples(tokens, st.integers(0, 5), vector)

    return Cases.search(st.integers(1, 3).flatmap(case), holds, examples=examples)
