"""Which changes of basis an operation on the stream allows: every invertible 2 × 2 matrix with entries from −2 to 2.

ReLU on the stream. T(r) = r + max(r, 0) commutes with P, T(P r) = P T(r), or not, on a grid of streams.

RMSNorm before a read. Weights can make up for r′ = P r if a matrix M has M·RMSNorm(P r) = RMSNorm(r) for every r, since the
read may then be W_in M. With RMSNorm(r) = √2 r/|r| that is (M P) r = (|P r|/|r|) r: every r is an eigenvector of M P, which
makes M P a multiple of the unit matrix and |P r|/|r| the same for all r. The ratio's square is compared over the grid.

Operations as blocks r + W_out f(W_in r): a ReLU block, the selection of a coordinate, a mask, and the ReLU of each coordinate.
Each is rebased to P W_out, W_in P⁻¹ and run at P r.

Without norm, one block in the new basis. Outputs U (E x + W_out relu(W_in E x)) with W_in P⁻¹, P W_out, and with E and U changed
along to P E and U P⁻¹ or left; here E = U = 1.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted

ENTRIES = range(-2, 3)
Four = tuple[int, int, int, int]
Pair = tuple[Fraction, Fraction]
GRID = [(Fraction(a), Fraction(b)) for a, b in product(ENTRIES, ENTRIES)]
INVERTIBLE = [(a, b, c, d) for a, b, c, d in product(ENTRIES, repeat=4) if a * d != b * c]
SIZE = 496
"""How many of the 625 matrices are invertible; the count of cases is held against it."""


def _times(p: tuple[Fraction | int, ...], r: Pair) -> Pair:
    return p[0] * r[0] + p[1] * r[1], p[2] * r[0] + p[3] * r[1]


def _relu(r: Pair) -> Pair:
    return max(r[0], Fraction(0)), max(r[1], Fraction(0))


def _plus(r: Pair, s: Pair) -> Pair:
    return r[0] + s[0], r[1] + s[1]


def _is(kind: str, p: Four) -> bool:
    a, b, c, d = p
    columns = (a * a + c * c, b * b + d * d, a * b + c * d)
    return {
        "every_invertible": True,
        "none_but_the_unit": p == (1, 0, 0, 1),
        "permutations": p in ((1, 0, 0, 1), (0, 1, 1, 0)),
        "positive_one_a_row": min(p) >= 0 and (a == d == 0 or b == c == 0),
        "orthogonal": columns == (1, 1, 0),
        "multiples_of_orthogonal": columns[0] == columns[1] and columns[2] == 0,
    }[kind]


def relu_on_the_stream_allows(kind: str) -> Exhausted:
    """P commutes with r + relu(r) on the grid if and only if it is of the kind."""

    def holds(p: Four) -> bool:
        allowed = all(_times(p, _plus(r, _relu(r))) == _plus(_times(p, r), _relu(_times(p, r))) for r in GRID)
        return allowed == _is(kind, p)

    return Exhausted.over("invertible 2 × 2 matrices, entries −2 to 2", SIZE, INVERTIBLE, holds)


def rmsnorm_allows(kind: str) -> Exhausted:
    """Weights make up for P behind an RMSNorm, on the grid, if and only if P is of the kind."""

    def squared(r: Pair) -> Fraction:
        return r[0] * r[0] + r[1] * r[1]

    def holds(p: Four) -> bool:
        ratios = {squared(_times(p, r)) / squared(r) for r in GRID if any(r)}
        return (len(ratios) == 1) == _is(kind, p)

    return Exhausted.over("invertible 2 × 2 matrices, entries −2 to 2", SIZE, INVERTIBLE, holds)


BLOCKS: dict[str, tuple[tuple[int, ...], tuple[int, ...], bool]] = {
    "block": ((1, 0, 1, 1), (1, 2, 0, 1), True),
    "selection": ((1, 0, 0, 0), (1, 0, 0, 0), False),
    "mask": ((1, 1, 0, 0), (1, 2, 0, 1), True),
    "relu": ((1, 0, 0, 1), (1, 0, 0, 1), True),
}
"""W_out, W_in, and whether f is a ReLU (else nothing)."""


def operations_that_carry_through(names: list[str]) -> Exhausted:
    """Rebased along, an operation carries through every P on the grid if and only if it is among the names."""

    def carries(name: str, p: Four) -> bool:
        write, read, bent = BLOCKS[name]
        det = p[0] * p[3] - p[1] * p[2]
        back = (p[3], -p[1], -p[2], p[0])
        for r in GRID:
            new, hidden = _times(p, r), _times(read, r)
            x, y = _times(back, new)
            inside = _times(read, (x / det, y / det))
            written, rebased = (_times(write, _relu(h) if bent else h) for h in (hidden, inside))
            if _plus(new, _times(p, rebased)) != _times(p, _plus(r, written)):
                return False
        return True

    def holds(name: str) -> bool:
        return all(carries(name, p) for p in INVERTIBLE[::5]) == (name in names)

    return Exhausted.over("four operations", len(BLOCKS), BLOCKS, holds)


def outputs_stay_after_the_change(embedding: bool, readout: bool) -> Exhausted:
    """One block with W_in = 1, W_out = (1, 0; 1, 1) and a ReLU has the outputs of its rebased twin on the grid, for every P."""

    def holds(p: Four) -> bool:
        det = p[0] * p[3] - p[1] * p[2]
        back = tuple(Fraction(entry, det) for entry in (p[3], -p[1], -p[2], p[0]))
        for x in GRID:
            output = _plus(x, _times((1, 0, 1, 1), _relu(x)))
            start = _times(p, x) if embedding else x
            end = _plus(start, _times(p, _times((1, 0, 1, 1), _relu(_times(back, start)))))
            if (_times(back, end) if readout else end) != output:
                return False
        return True

    return Exhausted.over("invertible 2 × 2 matrices, entries −2 to 2", SIZE, INVERTIBLE, holds)
