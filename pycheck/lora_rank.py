"""The rank of a LoRA update and the numbers it takes.

B of r columns times A of r rows has rank at most r: tried on all B and A with entries 0 and 1, by Gaussian elimination over
the rationals. A d × d matrix has d² numbers, the two factors 2dr, so LoRA has the share 2r/d of it, and as many at r = d/2.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Cases, Enclosure, Exhausted

Matrix = tuple[tuple[int, ...], ...]


def _rank(matrix: list[list[Fraction]]) -> int:
    rows, rank = [list(row) for row in matrix], 0
    for column in range(len(rows[0])):
        pivot = next((i for i in range(rank, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for i in range(rank + 1, len(rows)):
            factor = rows[i][column] / rows[rank][column]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[rank], strict=True)]
        rank += 1
    return rank


def _matrices(rows: int, columns: int) -> list[Matrix]:
    entries = product((0, 1), repeat=rows * columns)
    return [tuple(flat[i * columns : (i + 1) * columns] for i in range(rows)) for flat in entries]


def _product(b: Matrix, a: Matrix) -> list[list[Fraction]]:
    columns = list(zip(*a, strict=True))
    return [[Fraction(sum(x * y for x, y in zip(row, column, strict=True))) for column in columns] for row in b]


def update_has_rank_at_most(bound: int, width: int, rank: int) -> Exhausted:
    """Rank of B A is at most `bound`, for all binary `width` × `rank` B and `rank` × `width` A."""
    cases = list(product(_matrices(width, rank), _matrices(rank, width)))
    name = f"binary factors of width {width} and rank {rank}"
    return Exhausted.over(name, 4 ** (width * rank), cases, lambda case: _rank(_product(*case)) <= bound)


def lora_takes(width: int, rank: int, numbers: int, of: int, share: Fraction) -> Enclosure:
    """The two factors of a square update: how many numbers, of how many, and their share."""
    factors = sum(len(row) for row in [[0] * rank] * width) + sum(len(row) for row in [[0] * width] * rank)
    whole = width * width
    balls = (
        Ball("numbers in A and B", factors, target=numbers),
        Ball("numbers in the matrix", whole, target=of),
        Ball("share", Fraction(factors, whole), target=share),
        Ball("at rank d/2", 2 * width * (width // 2), target=whole),
    )
    return Enclosure(balls)


def inputs_that_the_adapter_leaves_alone_have_dimension_at_least(shortfall: int, width: int, rank: int) -> Cases:
    """The kernel of A, on which W_0 + BA acts as W_0, has dimension at least `width` − `rank` + `shortfall`, for binary A."""

    def holds(a: Matrix) -> bool:
        return width - _rank([[Fraction(x) for x in row] for row in a]) >= width - rank + shortfall

    return Cases.over(_matrices(rank, width), holds)
