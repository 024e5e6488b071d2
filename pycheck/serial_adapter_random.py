"""An adapter in series on drawn whole numbers: is any matrix the same function?

A linear map changes sign with its input and is known by what it does to the unit vectors. The matrix read off there is
applied to drawn inputs and to their negatives, and held against W x + U f(D W x). Widths up to 4, bottlenecks up to 3. With
a ReLU the two agree where U |D W x| = 0 for every input tried.
"""

from hypothesis import strategies as st

from claimledger.finding import Cases

Matrix = list[list[int]]


def _applied(matrix: Matrix, x: list[int]) -> list[int]:
    return [sum(a * b for a, b in zip(row, x, strict=True)) for row in matrix]


def serial_adapter_is_one_matrix(relu: bool, merges: bool, examples: int = 150) -> Cases:
    """The map that W and the adapter make is the matrix of its values at unit vectors; or, where not `merges`, is not."""

    def holds(case: tuple[Matrix, Matrix, Matrix, list[int]]) -> bool:
        w, up, down, x = case

        def layer(v: list[int]) -> list[int]:
            base = _applied(w, v)
            inner = _applied(down, base)
            return [h + u for h, u in zip(base, _applied(up, [max(z, 0) for z in inner] if relu else inner), strict=True)]

        width = len(w[0])
        columns = [layer([int(i == j) for i in range(width)]) for j in range(width)]
        merged = [list(row) for row in zip(*columns, strict=True)]
        return all(layer(v) == _applied(merged, v) for v in (x, [-y for y in x])) == merges

    def matrix(rows: int, columns: int) -> st.SearchStrategy[Matrix]:
        return st.lists(st.lists(st.integers(-3, 3), min_size=columns, max_size=columns), min_size=rows, max_size=rows)

    def case(sizes: tuple[int, int, int]) -> st.SearchStrategy[tuple[Matrix, Matrix, Matrix, list[int]]]:
        out, inner, neck = sizes
        return st.tuples(matrix(out, inner), matrix(out, neck), matrix(neck, out), matrix(1, inner).map(lambda m: m[0]))

    return Cases.search(
        st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(1, 3)).flatmap(case), holds, examples=examples
    )
