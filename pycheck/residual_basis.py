"""A residual network in another basis of its stream: the same outputs, in rational arithmetic.

A stream r (one row a token) is embedded from the input, r = x Eᵀ, run through blocks r ← r + φ(r W_inᵀ) W_outᵀ and read out by
U. With an invertible P and new coordinates r′ = r Pᵀ, the network with

    E′ = P E,        W_in′ = W_in P⁻¹,        W_out′ = P W_out,        U′ = U P⁻¹

has the stream r Pᵀ after every block, and the same outputs: φ sees r W_inᵀ in both (Elhage et al. 2021). No normalisation
stands in the stream. φ may be anything: here a ReLU, a square, or a mixing of tokens H ↦ tril(H Hᵀ) H, as causal linear
attention does. If φ acts on the coordinates of the stream itself, r ← r + φ(r) W_inᵀ W_outᵀ, the outputs change, unless P
happens to respect φ, as a permutation or a positive scaling of coordinates respects the ReLU.

P is drawn as a product of elementary matrices, whose inverse is the product of their inverses in the other order.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases

Matrix = list[list[Fraction]]
Block = tuple[str, Matrix, Matrix]
Step = tuple[int, int, int]
"""Add `factor` times one row to another; where the two are the same, multiply the row by `factor`."""


def _product(left: Matrix, right: Matrix) -> Matrix:
    columns = list(zip(*right, strict=True))
    return [[sum((a * b for a, b in zip(row, column, strict=True)), Fraction(0)) for column in columns] for row in left]


def _transposed(matrix: Matrix) -> Matrix:
    return [list(column) for column in zip(*matrix, strict=True)]


def _sum(left: Matrix, right: Matrix) -> Matrix:
    return [[a + b for a, b in zip(*rows, strict=True)] for rows in zip(left, right, strict=True)]


def _basis(size: int, steps: list[Step]) -> tuple[Matrix, Matrix]:
    """P and its inverse."""
    unit = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
    p, inverse = unit, unit
    for first, second, factor in steps:
        i, j = first % size, second % size
        step, back = ([list(row) for row in unit] for _ in range(2))
        step[i][j] = Fraction(factor)
        back[i][j] = Fraction(1, factor) if i == j else Fraction(-factor)
        p, inverse = _product(step, p), _product(inverse, back)
    return p, inverse


def _phi(name: str, hidden: Matrix) -> Matrix:
    if name == "relu":
        return [[max(h, Fraction(0)) for h in row] for row in hidden]
    if name == "square":
        return [[h * h for h in row] for row in hidden]
    scores = _product(hidden, _transposed(hidden))
    return _product([[s if j <= i else Fraction(0) for j, s in enumerate(row)] for i, row in enumerate(scores)], hidden)


def _network(embedding: Matrix, blocks: list[Block], readout: Matrix, inputs: Matrix, on_stream: bool) -> Matrix:
    stream = _product(inputs, _transposed(embedding))
    for name, read, write in blocks:
        seen = _transposed(read)
        hidden = _product(_phi(name, stream), seen) if on_stream else _phi(name, _product(stream, seen))
        stream = _sum(stream, _product(hidden, _transposed(write)))
    return _product(stream, _transposed(readout))


def outputs_are_the_same_in_another_basis(on_stream: bool, examples: int = 200) -> Cases:
    """The network and its rebased twin have the same outputs; φ on the hidden units, or, `on_stream`, on the stream."""

    def holds(case: tuple[list[Step], Matrix, list[Block], Matrix, Matrix]) -> bool:
        steps, embedding, blocks, readout, inputs = case
        p, inverse = _basis(len(embedding), steps)
        rebased = [(name, _product(read, inverse), _product(p, write)) for name, read, write in blocks]
        twin = (_product(p, embedding), rebased, _product(readout, inverse))
        return _network(embedding, blocks, readout, inputs, on_stream) == _network(*twin, inputs, on_stream)

    return Cases.search(st.integers(1, 3).flatmap(_networks), holds, examples=examples)


def _networks(width: int) -> st.SearchStrategy[tuple[list[Step], Matrix, list[Block], Matrix, Matrix]]:
    """Networks on a stream of `width` coordinates: 2 inputs and 2 outputs a token, 2 or 3 tokens, 1 or 2 blocks."""

    def matrix(rows: int, columns: int) -> st.SearchStrategy[Matrix]:
        row = st.lists(st.sampled_from([Fraction(k) for k in range(-3, 4)]), min_size=columns, max_size=columns)
        return st.lists(row, min_size=rows, max_size=rows)

    def block(hidden: int) -> st.SearchStrategy[Block]:
        return st.tuples(st.sampled_from(["relu", "square", "mixing"]), matrix(hidden, width), matrix(width, hidden))

    places, factors = st.sampled_from(range(width)), st.sampled_from([-2, -1, 1, 2, 3])
    steps = st.lists(st.tuples(places, places, factors), min_size=1, max_size=4)
    blocks = st.lists(st.integers(1, 3).flatmap(block), min_size=1, max_size=2)
    return st.tuples(steps, matrix(width, 2), blocks, matrix(2, width), st.integers(2, 3).flatmap(lambda n: matrix(n, 2)))
