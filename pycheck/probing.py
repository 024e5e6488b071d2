"""What a linear probe can read and what a model uses: every small linear model.

The input is two bits (x_1, x_2). The hidden state is h = W x and the output is r · h, with the entries of the 2 × 2 matrix W
and of r all −1, 0 or 1: 729 models. The feature is x_2.

Decodable: some linear probe p · h + c gives x_2 on all four inputs. The four inputs are affinely spanning, so this asks for p
with pᵀ W = (0, 1) and c = 0; exact elimination decides it. Used: changing x_2 alone changes the output on some input. Since
everything is linear that is one number, r · W e_2, but the check evaluates the model on the inputs and patches them.
"""

from collections import Counter
from itertools import product

from flint import arb

from claimledger.finding import Ball, Enclosure

ENTRIES = (-1, 0, 1)
INPUTS = ((0, 0), (0, 1), (1, 0), (1, 1))
Rows = tuple[tuple[int, int], tuple[int, int]]


def hidden(w: Rows, x: tuple[int, int]) -> tuple[int, int]:
    """h = W x."""
    return (w[0][0] * x[0] + w[0][1] * x[1], w[1][0] * x[0] + w[1][1] * x[1])


def decodable(w: Rows) -> bool:
    """Whether x_2 is a combination of the two rows of W: pᵀ W = (0, 1) for some p, by cases on the rank."""
    (a, b), (c, d) = w
    if a * d - b * c != 0:
        return True
    return any(row[0] == 0 and row[1] != 0 for row in w)


def used(w: Rows, r: tuple[int, int]) -> bool:
    """Whether changing x_2, and with it the hidden state, changes the output for some x_1."""
    outputs = {x: r[0] * hidden(w, x)[0] + r[1] * hidden(w, x)[1] for x in INPUTS}
    return any(outputs[first, 0] != outputs[first, 1] for first in (0, 1))


def models_by_what_is_decodable_and_what_is_used(both: int, decodable_only: int, used_only: int, neither: int) -> Enclosure:
    """Of the 729 models: how many have x_2 decodable from h, used by the output, both, or neither."""
    counts = Counter[tuple[bool, bool]]()
    for a, b, c, d, first, second in product(ENTRIES, repeat=6):
        w = ((a, b), (c, d))
        counts[decodable(w), used(w, (first, second))] += 1
    stated = {
        ("decodable and used", (True, True)): both,
        ("decodable and not used", (True, False)): decodable_only,
        ("used and not decodable", (False, True)): used_only,
        ("neither", (False, False)): neither,
    }
    return Enclosure(tuple(Ball(name, arb(counts[cell]), target=count) for (name, cell), count in stated.items()))
