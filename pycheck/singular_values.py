"""Every named matrix is an orthogonal map, a stretching of axes and another orthogonal map: the factors, in balls.

A = U Σ Vᵀ. For a real 2 × 2 matrix the squares of σ_1 ≥ σ_2 ≥ 0 are the roots of s² − |A|² s + det² with |A|² the sum of
squared entries; V holds the eigenvectors of AᵀA and U the directions of A V. Where σ_2 = 0 (a projection and a stretching) the
second column of U is the perpendicular of the first. Checked: A = U Σ Vᵀ entry by entry, and that U and V are orthogonal.

If both U and V have to be rotations (determinant 1) a matrix with a negative determinant has no such form with σ ≥ 0: a
column has to be turned round, which is a reflection.
"""

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure

PRECISION = 160
BITS = 100
Square = list[list[arb]]


def _right_vectors(a: list[list[int]]) -> tuple[list[arb], Square]:
    """σ_1, σ_2 and V as columns, for a matrix whose AᵀA is not diagonal."""
    norm, det = sum(entry * entry for row in a for entry in row), a[0][0] * a[1][1] - a[0][1] * a[1][0]
    root = (arb(norm) ** 2 - 4 * arb(det) ** 2).sqrt()
    squares = [(norm + root) / 2, (norm - root) / 2 if det else arb(0)]
    p, q = a[0][0] ** 2 + a[1][0] ** 2, a[0][0] * a[0][1] + a[1][0] * a[1][1]
    vector = [arb(q), squares[0] - p]
    length = (vector[0] ** 2 + vector[1] * vector[1]).sqrt()
    first = [entry / length for entry in vector]
    return [square.sqrt() for square in squares], [[first[0], -first[1]], [first[1], first[0]]]


def matrix_is_rotation_stretching_rotation(matrices: list[list[list[int]]], rotations_only: bool) -> Enclosure:
    """A = U Σ Vᵀ with orthogonal U and V; with `rotations_only` both of determinant 1."""
    balls: list[Ball] = []
    with ctx.workprec(PRECISION):
        for a in matrices:
            sigma, v = _right_vectors(a)
            columns = [[sum((arb(a[i][j]) * v[j][k] for j in range(2)), arb(0)) for i in range(2)] for k in range(2)]
            first = [entry / sigma[0] for entry in columns[0]]
            regular = a[0][0] * a[1][1] != a[0][1] * a[1][0]
            second = [entry / sigma[1] for entry in columns[1]] if regular and not rotations_only else [-first[1], first[0]]
            u = [[first[0], second[0]], [first[1], second[1]]]
            for i in range(2):
                length = sum((u[k][i] * u[k][i] for k in range(2)), arb(0))
                balls.append(Ball(f"{a}: column {i} of U", length, target=1, bits=BITS))
                length = sum((v[k][i] * v[k][i] for k in range(2)), arb(0))
                balls.append(Ball(f"{a}: column {i} of V", length, target=1, bits=BITS))
                for j in range(2):
                    entry = sum((u[i][k] * sigma[k] * v[j][k] for k in range(2)), arb(0))
                    balls.append(Ball(f"{a}: 9 + entry {i}{j}", 9 + entry, target=9 + a[i][j], bits=BITS))
            for name, m in (("U", u), ("V", v)):
                across = 1 + m[0][0] * m[0][1] + m[1][0] * m[1][1]
                balls.append(Ball(f"{a}: 1 + scalar product of {name}'s columns", across, target=1, bits=BITS))
    return Enclosure(tuple(balls))
