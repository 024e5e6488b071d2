"""Matrices of fractions: product, transpose, sum, rank, and the strategies that draw them.

Rows are lists; a matrix acts on column vectors. The rank comes from elimination without rounding.
"""

from fractions import Fraction

from hypothesis import strategies as st

Vector = list[Fraction]
Matrix = list[Vector]


def product(left: Matrix, right: Matrix) -> Matrix:
    """The matrix product."""
    columns = transposed(right)
    return [[dot(row, column) for column in columns] for row in left]


def applied(matrix: Matrix, x: Vector) -> Vector:
    """The matrix times a column vector."""
    return [dot(row, x) for row in matrix]


def dot(left: Vector, right: Vector) -> Fraction:
    """The scalar product."""
    return sum((a * b for a, b in zip(left, right, strict=True)), Fraction(0))


def transposed(matrix: Matrix) -> Matrix:
    """Rows for columns."""
    return [list(column) for column in zip(*matrix, strict=True)]


def added(left: Vector, right: Vector) -> Vector:
    """The sum of two vectors."""
    return [a + b for a, b in zip(left, right, strict=True)]


def rank(matrix: Matrix) -> int:
    """The number of independent rows."""
    rows, found = [list(row) for row in matrix], 0
    for column in range(len(matrix[0]) if matrix else 0):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for i in range(found + 1, len(rows)):
            factor = rows[i][column] / rows[found][column]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[found], strict=True)]
        found += 1
    return found


def elementary_basis(size: int, steps: list[tuple[int, int, int]]) -> tuple[Matrix, Matrix]:
    """An invertible matrix and its inverse. A step adds `factor` times one row to another, or multiplies a row by it."""
    unit = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
    matrix, inverse = unit, unit
    for first, second, factor in steps:
        i, j = first % size, second % size
        step, back = ([list(row) for row in unit] for _ in range(2))
        step[i][j] = Fraction(factor)
        back[i][j] = Fraction(1, factor) if i == j else Fraction(-factor)
        matrix, inverse = product(step, matrix), product(inverse, back)
    return matrix, inverse


def vectors(size: int, most: int = 3) -> st.SearchStrategy[Vector]:
    """Vectors with whole entries from −most to most."""
    return st.lists(st.sampled_from([Fraction(k) for k in range(-most, most + 1)]), min_size=size, max_size=size)


def matrices(rows: int, columns: int, most: int = 3) -> st.SearchStrategy[Matrix]:
    """Matrices with whole entries from −most to most."""
    return st.lists(vectors(columns, most), min_size=rows, max_size=rows)


def basis_steps(size: int) -> st.SearchStrategy[list[tuple[int, int, int]]]:
    """Steps for `elementary_basis`."""
    place = st.sampled_from(range(size))
    return st.lists(st.tuples(place, place, st.sampled_from([-2, -1, 1, 2, 3])), min_size=1, max_size=4)
