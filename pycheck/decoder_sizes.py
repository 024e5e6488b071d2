"""What a decoder-only transformer has for parameters, counted from its configuration, and what of it is feed-forward.

A block of width d has the projections of queries and output (d × d each) and of keys and values (d × d_kv each), a
feed-forward part of 2 matrices d × h, or 3 if it is gated, and 2 norms. Around the blocks stand the table of tokens (a
second one for the readout unless tied), a table of positions if there is one, and a final norm. The published totals that
this is held against are those of the model files.

Shapes are given as lists [d, d_kv, h, matrices, layers, tokens, positions, tables, bias of the blocks (0 none, 1 queries, keys
and values, 2 everywhere), vectors in a norm (1 gain, 2 gain and bias)].
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from claimledger.finding import Ball, Enclosure


class Shape(NamedTuple):
    """The configuration of a model."""

    width: int
    kv_width: int
    hidden: int
    matrices: int
    layers: int
    tokens: int
    positions: int
    tables: int
    biases: int
    norm: int

    def feed_forward(self) -> int:
        """Parameters of all feed-forward parts."""
        bias = self.hidden + self.width if self.biases == 2 else 0
        return self.layers * (self.matrices * self.width * self.hidden + bias)

    def attention(self) -> int:
        """Parameters of all attention parts."""
        d, kv = self.width, self.kv_width
        bias = {0: 0, 1: d + 2 * kv, 2: 2 * d + 2 * kv}[self.biases]
        return self.layers * (2 * d * d + 2 * d * kv + bias)

    def total(self) -> int:
        """All parameters."""
        norms = (2 * self.layers + 1) * self.norm * self.width
        return self.feed_forward() + self.attention() + norms + (self.tables * self.tokens + self.positions) * self.width


def models_have(shapes: list[list[int]], totals: list[int]) -> Enclosure:
    """The number of parameters of each shape."""
    pairs = zip(shapes, totals, strict=True)
    return Enclosure(tuple(Ball(f"model {i}", Fraction(Shape(*s).total()), target=total) for i, (s, total) in enumerate(pairs)))


def feed_forward_share_lies_between(shapes: list[list[int]], low: list[Fraction], high: list[Fraction]) -> Enclosure:
    """The feed-forward share of all parameters of each shape."""
    balls = []
    for shape, least, most in zip(shapes, low, high, strict=True):
        model = Shape(*shape)
        share = Fraction(model.feed_forward(), model.total())
        balls.append(Ball(f"d = {model.width}, {model.layers} layers", share, low=least, high=most))
    return Enclosure(tuple(balls))


def feed_forward_share_of_a_block_is(share: Fraction, factor: int, widths: list[int], gated: bool = False) -> Enclosure:
    """With full keys and values, h = factor·d and no biases, by counting the entries of a block's matrices one row at a time."""
    balls = []
    for d in widths:
        feed_forward = sum(factor * d for _ in range((3 if gated else 2) * d))
        attention = sum(d for _ in range(4 * d))
        balls.append(Ball(f"d = {d}", Fraction(feed_forward, feed_forward + attention), target=share))
    return Enclosure(tuple(balls))


def shapes_of_one_size_have(shapes: list[list[int]], each: int) -> Enclosure:
    """The block matrices of models of [layers, width], 12 L d² of them, all the same number."""
    return Enclosure(tuple(Ball(f"L = {n}, d = {d}", Fraction(12 * n * d * d), target=each) for n, d in _pairs(shapes)))


def _pairs(shapes: list[list[int]]) -> Iterator[tuple[int, int]]:
    yield from ((layers, width) for layers, width in shapes)


def widths_of_one_size_differ_by(shapes: list[list[int]], factor: Fraction) -> Enclosure:
    """The largest width over the smallest, among shapes [layers, width] with equal 12 L d²."""
    if len({12 * n * d * d for n, d in _pairs(shapes)}) != 1:
        raise ValueError("the shapes have different sizes")
    widths = [d for _, d in _pairs(shapes)]
    return Enclosure((Ball("widest over narrowest", Fraction(max(widths), min(widths)), target=factor),))
