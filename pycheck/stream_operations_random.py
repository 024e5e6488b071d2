"""Streams of up to 3 coordinates through selections, masks and ReLUs, in the old basis and in a new one: in fractions.

A stream goes through one to three operations. Its twin starts at P r, has each operation either rebased, that is undone into
the old basis, applied, and taken back, or left as it stands on the new coordinates. P is a product of elementary matrices.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import rational_matrices as rational

Case = tuple[list[tuple[int, int, int]], list[str], rational.Vector]
OPERATIONS = ("selection", "mask", "relu")


def _operation(name: str, r: rational.Vector) -> rational.Vector:
    if name == "selection":
        return [2 * r[0], *r[1:]]
    if name == "mask":
        return [r[0] + sum(r) ** 2, *r[1:]]
    return [x + max(x, Fraction(0)) for x in r]


def operations_carry_through(changed_along: bool, examples: int = 100) -> Cases:
    """The twin ends at P times the stream's end, its operations `changed_along` or held to the new coordinates."""

    def holds(case: Case) -> bool:
        steps, names, start = case
        p, inverse = rational.elementary_basis(len(start), steps)
        stream, twin = start, rational.applied(p, start)
        for name in names:
            stream = _operation(name, stream)
            if changed_along:
                twin = rational.applied(p, _operation(name, rational.applied(inverse, twin)))
            else:
                twin = _operation(name, twin)
        return twin == rational.applied(p, stream)

    def cases(size: int) -> st.SearchStrategy[Case]:
        names = st.lists(st.sampled_from(OPERATIONS), min_size=1, max_size=3)
        return st.tuples(rational.basis_steps(size), names, rational.vectors(size))

    return Cases.search(st.integers(1, 3).flatmap(cases), holds, examples=examples)
