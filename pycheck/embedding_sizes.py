"""Numbers of parameters, counted from the shapes of the matrices.

An embedding table has one row of width d_model a token: V·d. A block of the usual form has four attention matrices d × d and a
feed-forward layer d × 4d, 4d × d: 12 d² without biases and norms (Kaplan et al. 2020, section 2.1). The share of the table in a
model of L blocks is V d / (V d + 12 L d²) = V / (V + 12 L d), which falls as the model grows.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure

Shape = tuple[int, int]


def _count(shapes: list[Shape]) -> int:
    return sum(rows * columns for rows, columns in shapes)


def _block(width: int) -> list[Shape]:
    return [(width, width)] * 4 + [(width, 4 * width), (4 * width, width)]


def table_has(tokens: int, widths: list[int], parameters: list[int]) -> Enclosure:
    """A table of `tokens` rows has `parameters` entries at each width."""
    rows = zip(widths, parameters, strict=True)
    return Enclosure(tuple(Ball(f"d_model = {width}", _count([(tokens, width)]), target=said) for width, said in rows))


def table_share_lies_between(tokens: int, widths: list[int], blocks: list[int], low: list[str], high: list[str]) -> Enclosure:
    """The share of the table in a model of so many blocks lies strictly between `low` and `high`."""
    balls = []
    for width, depth, least, most in zip(widths, blocks, low, high, strict=True):
        table = _count([(tokens, width)])
        share = Fraction(table, table + _count(_block(width) * depth))
        balls.append(Ball(f"d_model = {width}, {depth} blocks", share, low=Fraction(least), high=Fraction(most)))
    return Enclosure(tuple(balls))


def feed_forward_has(width: int, factor: int, one: int, both: int, millions: str) -> Enclosure:
    """Two matrices d × f d and f d × d: `one` entries each, `both` together, which is `millions` to one decimal."""
    first, second = _count([(width, factor * width)]), _count([(factor * width, width)])
    rounded = Fraction(round(Fraction(first + second, 100_000)), 10)
    return Enclosure(
        (
            Ball("W_1", first, target=one),
            Ball("W_2", second, target=one),
            Ball("both", first + second, target=both),
            Ball("in millions, to one decimal", rounded, target=Fraction(millions)),
        )
    )


def heads_have_width(width: int, heads: list[int], widths: list[int]) -> Enclosure:
    """Cut into h equal slices, d_model = `width` leaves d_k for each head, and the slices make up the whole."""
    balls = []
    for h, said in zip(heads, widths, strict=True):
        slices = [range(start, min(start + said, width)) for start in range(0, width, said)]
        balls.append(Ball(f"slices of {said}", len(slices), target=h))
        balls.append(Ball(f"{h} slices of {said}", sum(map(len, slices)), target=h * said))
    return Enclosure(tuple(balls))
