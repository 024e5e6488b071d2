"""What d coordinates can hold: d numbers for linear readers, any number of them for others, and a floor under interference.

Linear. Readers R of d coordinates and writers W of d + 1 numbers: R W = 1 would make each number readable, but a product of a
(d + 1) × d and a d × (d + 1) matrix has determinant 0.

Not linear. One coordinate 16 a + b holds the pair (a, b) of digits 0 to 15, read by division with remainder. Over the reals,
without noise or rounding, a stream has no fixed capacity.

Interference. For n vectors v_i of dimension d, d Σ_ij (v_i · v_j)² ≥ (Σ_i |v_i|²)² (Welch 1974): Σ_ij (v_i·v_j)² is the sum of
the squared eigenvalues of Σ v vᵀ, of which there are d with the sum Σ |v|². With unit vectors and n > d some pair is not
orthogonal, and the mean square over pairs is at least (n − d)/(d (n − 1)).
"""

from fractions import Fraction
from itertools import product

import sympy

from claimledger.finding import Ball, Domain, Enclosure, Equation, Exhausted, Residual


def linear_readers_see(numbers_beyond: int, widths: list[int]) -> Residual:
    """The determinant of readers times writers is 0 for d + `numbers_beyond` numbers in d coordinates."""
    equations: list[Equation] = []
    domains: dict[sympy.Symbol, Domain] = {}
    for width in widths:
        size = width + numbers_beyond
        read = sympy.Matrix(size, width, lambda i, k: sympy.Symbol(f"R_{i}{k}", real=True))
        write = sympy.Matrix(width, size, lambda k, j: sympy.Symbol(f"W_{k}{j}", real=True))
        equations.append(Equation(f"d = {width}", sympy.expand((read * write).det(method="berkowitz")), sympy.Integer(0)))
        domains |= {symbol: Domain() for matrix in (read, write) for symbol in matrix}
    return Residual(tuple(equations), domains)


def one_coordinate_holds_pairs(base: int) -> Exhausted:
    """Every pair of digits 0 to 15 is read back from the one number base·a + b."""

    def holds(pair: tuple[int, int]) -> bool:
        coordinate = base * pair[0] + pair[1]
        return (coordinate // base, coordinate % base) == pair

    return Exhausted.over("pairs of digits", 256, product(range(16), repeat=2), holds)


def interference_has_the_floor(dimension: int, most: int = 2) -> Exhausted:
    """d Σ (v_i·v_j)² ≥ (Σ |v_i|²)² with d = `dimension`, for every three vectors of the plane with entries up to `most`."""
    plane = list(product(range(-most, most + 1), repeat=2))

    def holds(three: tuple[tuple[int, int], ...]) -> bool:
        pairs = sum((a[0] * b[0] + a[1] * b[1]) ** 2 for a in three for b in three)
        return dimension * pairs >= sum(a[0] ** 2 + a[1] ** 2 for a in three) ** 2

    return Exhausted.over("three vectors of the plane", len(plane) ** 3, product(plane, repeat=3), holds)


def mean_square_floor(features: int, dimensions: list[int], floors: list[Fraction]) -> Enclosure:
    """(n − d)/(d (n − 1)): the least mean square of scalar products of n unit vectors in d dimensions."""
    rows = zip(dimensions, floors, strict=True)
    return Enclosure(tuple(Ball(f"d = {d}", Fraction(features - d, d * (features - 1)), target=floor) for d, floor in rows))
