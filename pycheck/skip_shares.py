"""How much of the input is left in the stream after L layers that write unit vectors at right angles, under Pre-LN and Post-LN.

The stream starts as a unit vector, each layer writes another at right angles to all before. Pre-LN adds them up and normalises at
the end: the start has the squared share 1/(L + 1). Post-LN normalises after each addition, which halves the squared share each
time: 2^−L. The share is what a signal along the start is multiplied by on the skip path. Norm means length 1.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure


def _squares(layers: int, post: bool) -> list[Fraction]:
    """Squared coordinates of the last stream, along the start and along each write."""
    squares = [Fraction(1)]
    for _ in range(layers):
        squares.append(Fraction(1))
        if post:
            total = sum(squares, Fraction(0))
            squares = [square / total for square in squares]
    total = sum(squares, Fraction(0))
    return [square / total for square in squares]


def start_keeps_the_share(post: bool, layers: list[int], shares: list[Fraction]) -> Enclosure:
    """The squared share of the start after each number of layers."""
    rows = zip(layers, shares, strict=True)
    return Enclosure(tuple(Ball(f"{n} layers", _squares(n, post)[0], target=share) for n, share in rows))
