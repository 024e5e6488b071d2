"""Whole heads in rational arithmetic: by their four matrices, and by the two products.

The head of the definition, token by token, against one that is given W_Qᵀ W_K and W_O W_V only. The attention is causal, with
the weights 2^(s_ij)/Σ_k 2^(s_ik): softmax with the base 2, so that every output is a fraction and equality is equality.
Drawn are 1 to 4 tokens, streams of width 1 to 3, heads of width 1 or 2, entries −2 to 2.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases

Matrix = list[list[int]]
Case = tuple[Matrix, Matrix, Matrix, Matrix, Matrix]
"""The tokens as rows, W_Q, W_K, W_V, and W_O transposed: the last four have as many rows as the head is wide."""


def _dot(left: list[int], right: list[int]) -> int:
    return sum(a * b for a, b in zip(left, right, strict=True))


def _row(scores: list[int]) -> list[Fraction]:
    powers = [Fraction(2) ** score for score in scores]
    return [power / sum(powers) for power in powers]


def _by_definition(case: Case) -> list[list[Fraction]]:
    tokens, w_q, w_k, w_v, w_o = case
    queries, keys, values = ([[_dot(row, x) for row in w] for x in tokens] for w in (w_q, w_k, w_v))
    outputs = []
    for i in range(len(tokens)):
        pattern = _row([_dot(queries[i], keys[j]) for j in range(i + 1)])
        mean = [sum((a * values[j][h] for j, a in enumerate(pattern)), Fraction(0)) for h in range(len(w_v))]
        outputs.append([sum((m * row[c] for m, row in zip(mean, w_o, strict=True)), Fraction(0)) for c in range(len(tokens[0]))])
    return outputs


def _by_products(tokens: Matrix, qk: Matrix, ov: Matrix) -> list[list[Fraction]]:
    width = range(len(tokens[0]))
    outputs = []
    for i, x in enumerate(tokens):
        pattern = _row([sum(x[a] * qk[a][b] * tokens[j][b] for a in width for b in width) for j in range(i + 1)])
        outputs.append([sum((w * _dot(ov[c], tokens[j]) for j, w in enumerate(pattern)), Fraction(0)) for c in width])
    return outputs


def head_sees_its_weights_through_two_products(
    transposed: bool = False, keys_for_values: bool = False, examples: int = 100
) -> Cases:
    """The head by W_Qᵀ W_K (or its transpose) and W_O W_V (or W_O W_K) writes what the definition writes."""

    def holds(case: Case) -> bool:
        tokens, w_q, w_k, w_v, w_o = case
        first, second = (w_k, w_q) if transposed else (w_q, w_k)
        width = range(len(tokens[0]))
        qk = [[sum(u[a] * v[b] for u, v in zip(first, second, strict=True)) for b in width] for a in width]
        ov = [[sum(u[a] * v[b] for u, v in zip(w_o, w_k if keys_for_values else w_v, strict=True)) for b in width] for a in width]
        return _by_definition(case) == _by_products(tokens, qk, ov)

    def matrix(rows: int, columns: int) -> st.SearchStrategy[Matrix]:
        return st.lists(st.lists(st.sampled_from(range(-2, 3)), min_size=columns, max_size=columns), min_size=rows, max_size=rows)

    def case(sizes: tuple[int, int, int]) -> st.SearchStrategy[Case]:
        count, stream, head = sizes
        return st.tuples(matrix(count, stream), *[matrix(head, stream)] * 4)

    sizes = st.tuples(st.integers(1, 4), st.integers(1, 3), st.integers(1, 2))
    return Cases.search(sizes.flatmap(case), holds, examples=examples)
