"""One scale for a tensor or one for each group: the bound on the error, and the error itself, on every small tensor.

Symmetric codes −c … c with scale S = max|x|/c return each entry to within S/2. A group's largest entry is at most the tensor's,
so its bound is at most the tensor's. The error itself need not follow: entries on the tensor's grid may miss the group's.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted

Tensor = tuple[int, ...]


def _squared_error(entries: Tensor, codes: int, largest: int) -> int:
    """c² times the summed squared error with S = `largest`/c: c x − `largest` q is c times the error of x."""
    if not largest:
        return 0
    return sum((codes * x - largest * ((2 * codes * x + largest) // (2 * largest))) ** 2 for x in entries)


def groups_are_no_worse_in(measure: str, codes: int, most: int) -> Exhausted:
    """Two groups of two against one scale, for all tensors of 4 whole entries to `most`; measure: bound, or error.

    bound: each group's S/2 is at most the tensor's, and no entry errs by more than its group's.
    error: the summed squared error with two scales is at most that with one.
    """

    def holds(tensor: Tensor) -> bool:
        halves = (tensor[:2], tensor[2:])
        whole = max(abs(x) for x in tensor)
        own = [max(abs(x) for x in half) for half in halves]
        if measure == "error":
            apart = sum(_squared_error(half, codes, m) for half, m in zip(halves, own, strict=True))
            return apart <= _squared_error(tensor, codes, whole)
        return max(own) <= whole and all(
            4 * _squared_error((x,), codes, m) <= m**2 for half, m in zip(halves, own, strict=True) for x in half
        )

    entries = range(-most, most + 1)
    return Exhausted.over(f"tensors of 4 entries to {most}", len(entries) ** 4, product(entries, repeat=4), holds)


def bits_per_weight(bits: int, scale_bits: int, sizes: list[int], values: list[Fraction]) -> Enclosure:
    """Codes of `bits` and one scale of `scale_bits` per group, per weight, for each group size."""
    balls = []
    for size, value in zip(sizes, values, strict=True):
        stored = sum(bits for _ in range(size)) + scale_bits
        balls.append(Ball(f"groups of {size}", Fraction(stored, size), target=value))
    return Enclosure(tuple(balls))


def steps_of_eight_and_four_bits(ratio: int, squared: int) -> Enclosure:
    """Over one range, the step with 2⁴ codes is `ratio` times that with 2⁸, and its square `squared` times."""
    eight, four = Fraction(1, 2**8 - 1), Fraction(1, 2**4 - 1)
    return Enclosure(
        (
            Ball("step", four / eight, target=Fraction(ratio)),
            Ball("squared step", four**2 / eight**2, target=Fraction(squared)),
        )
    )
