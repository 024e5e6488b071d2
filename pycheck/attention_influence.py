"""What a value vector does to an attention output: how much of the output it is, and how much the output moves with it.

The output Σ_j α_j v_j is linear in the values, so at fixed weights

    output(v_2 + δ) − output(v_2) = α_2 δ,

whatever the norm of v_2. The share of v_2 in the output is α_2 |v_2|, which a small v_2 makes small. The two are different
questions: a token that is hardly in the output can be the one that the output is most sensitive to. Two tokens, exact.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure

Vector = list[Fraction]


def _output(weight: Fraction, first: Vector, second: Vector) -> Vector:
    return [(1 - weight) * a + weight * b for a, b in zip(first, second, strict=True)]


def _squared(v: Vector) -> Fraction:
    return sum((x * x for x in v), Fraction(0))


def _vector(texts: list[str]) -> Vector:
    return [Fraction(text) for text in texts]


def removing_changes_less_than(weight: Fraction, first: list[str], second: list[str], share: Fraction) -> Enclosure:
    """Setting v_2 to 0 moves the output by less than `share` of its length (squares are compared)."""
    v1, v2 = _vector(first), _vector(second)
    whole, without = _output(weight, v1, v2), _output(weight, v1, [Fraction(0)] * len(v1))
    moved = _squared([a - b for a, b in zip(whole, without, strict=True)])
    return Enclosure((Ball("moved² / length²", moved / _squared(whole), high=share**2),))


def replacing_changes_between(
    weight: Fraction, first: list[str], second: list[str], new: list[str], low: Fraction, high: Fraction
) -> Enclosure:
    """Putting `new` in the place of v_2 moves the output by between `low` and `high` times the length that it had."""
    v1, v2, other = _vector(first), _vector(second), _vector(new)
    whole, after = _output(weight, v1, v2), _output(weight, v1, other)
    moved = _squared([a - b for a, b in zip(after, whole, strict=True)])
    return Enclosure((Ball("moved² / length²", moved / _squared(whole), low=low**2, high=high**2),))
