"""Two layers with adapters in whole numbers: the slope in the lower adapter as an exact difference of the loss.

The loss is linear in B_1, so adding 1 to one of its entries changes it by the slope. The bases are whole numbers from −7 to
7, as absmax codes of 4 bits are. Held against it is the backward pass, from the top down: g, then gᵀ(W_2 + s B_2 A_2), then
its product with A_1 x. A backward pass that leaves out the bases is wrong unless W_2ᵀ g (A_1 x)ᵀ = 0 or s = 0.
"""

from hypothesis import strategies as st

from claimledger.finding import Cases

Matrix = list[list[int]]


def _applied(matrix: Matrix, x: list[int]) -> list[int]:
    return [sum(a * b for a, b in zip(row, x, strict=True)) for row in matrix]


def _turned(matrix: Matrix) -> Matrix:
    return [list(column) for column in zip(*matrix, strict=True)]


def backward_pass_reads_the_base_above(base: bool, examples: int = 80) -> Cases:
    """The slope in each entry of B_1 is what a backward pass gives that reads W_2, or does not where not `base`."""

    def holds(case: tuple[list[Matrix], list[int], list[int], int]) -> bool:
        (w1, w2, b1, a1, b2, a2), x, g, s = case

        def loss(b: Matrix) -> int:
            h1 = [u + s * v for u, v in zip(_applied(w1, x), _applied(b, _applied(a1, x)), strict=True)]
            h2 = [u + s * v for u, v in zip(_applied(w2, h1), _applied(b2, _applied(a2, h1)), strict=True)]
            return sum(u * v for u, v in zip(g, h2, strict=True))

        through_base = _applied(_turned(w2), g) if base else [0] * len(w2[0])
        through_adapter = _applied(_turned(a2), _applied(_turned(b2), g))
        back = [u + s * v for u, v in zip(through_base, through_adapter, strict=True)]
        low = _applied(a1, x)
        for i, row in enumerate(b1):
            for j in range(len(row)):
                bumped = [[v + (k == i and m == j) for m, v in enumerate(r)] for k, r in enumerate(b1)]
                if loss(bumped) - loss(b1) != s * back[i] * low[j]:
                    return False
        return True

    def matrix(rows: int, columns: int, most: int) -> st.SearchStrategy[Matrix]:
        entries = st.sampled_from(range(-most, most + 1))
        return st.lists(st.lists(entries, min_size=columns, max_size=columns), min_size=rows, max_size=rows)

    def case(sizes: tuple[int, int]) -> st.SearchStrategy[tuple[list[Matrix], list[int], list[int], int]]:
        d, r = sizes
        shapes = [(d, d, 7), (d, d, 7), (d, r, 3), (r, d, 3), (d, r, 3), (r, d, 3)]
        layers = st.tuples(*(matrix(*shape) for shape in shapes)).map(list)
        x, g = (matrix(1, d, 3).map(lambda m: m[0]) for _ in range(2))
        return st.tuples(layers, x, g, st.integers(1, 3))

    return Cases.search(st.tuples(st.integers(1, 3), st.integers(1, 2)).flatmap(case), holds, examples=examples)
