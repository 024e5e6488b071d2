"""Two linear layers are one, and with a ReLU between them they are not: in whole numbers.

    W_2 (W_1 x) = (W_2 W_1) x,

so a stack of linear layers is the single matrix W_2 W_1. With σ(h) = max(h, 0) between them, f(x) = W_2 σ(W_1 x) is in general
no matrix at all: a matrix has f(−x) = −f(x), whereas here f(x) + f(−x) = W_2 |W_1 x|. The check asks for both: that f be the
product matrix, and that it be odd. With a ReLU both hold where W_2 |W_1 x| = 0, such as at W_1 x = 0; the first cannot hold
alone, for it makes f odd only if it holds at −x as well.
"""

from hypothesis import strategies as st

from claimledger.finding import Cases

Matrix = list[list[int]]


def _applied(matrix: Matrix, x: list[int]) -> list[int]:
    return [sum(a * b for a, b in zip(row, x, strict=True)) for row in matrix]


def _product(left: Matrix, right: Matrix) -> Matrix:
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*right, strict=True)] for row in left]


def two_layers_are_the_product_matrix(relu_between: bool, examples: int = 200) -> Cases:
    """W_2 σ(W_1 x) = (W_2 W_1) x, and it changes sign with x, where σ is nothing or, with `relu_between`, a ReLU."""

    def holds(case: tuple[Matrix, Matrix, list[int]]) -> bool:
        second, first, x = case

        def layers(at: list[int]) -> list[int]:
            hidden = _applied(first, at)
            return _applied(second, [max(h, 0) for h in hidden] if relu_between else hidden)

        there, back = layers(x), layers([-entry for entry in x])
        return there == _applied(_product(second, first), x) and back == [-entry for entry in there]

    def matrix(rows: int, columns: int) -> st.SearchStrategy[Matrix]:
        row = st.lists(st.sampled_from(range(-5, 6)), min_size=columns, max_size=columns)
        return st.lists(row, min_size=rows, max_size=rows)

    def case(sizes: tuple[int, int, int]) -> st.SearchStrategy[tuple[Matrix, Matrix, list[int]]]:
        out, hidden, inner = sizes
        return st.tuples(matrix(out, hidden), matrix(hidden, inner), matrix(1, inner).map(lambda rows: rows[0]))

    return Cases.search(st.tuples(*[st.integers(1, 5)] * 3).flatmap(case), holds, examples=examples)
