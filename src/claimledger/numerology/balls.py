"""Enclosures of formulas by Arb, at as many bits as a question needs.

Two numbers are different where their balls are disjoint; a number lies in an interval where its ball does. More bits
are tried until the question is decided or LAST_BITS is reached, and then it stays undecided.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache

from flint import arb, ctx, fmpq

from claimledger.numerology.forms import form
from claimledger.numerology.grammar import Formula

FIRST_BITS, LAST_BITS = 64, 4096
Number = Callable[[int], arb]
"""A real number: from a precision in bits to a ball that holds it."""


def number(formula: Formula) -> Number:
    """The number that a formula is."""
    return lambda bits: enclose(formula, bits)


@lru_cache(maxsize=1 << 16)
def enclose(formula: Formula, bits: int) -> arb:
    """The ball of a formula at a precision; not finite where it, or a part of it, is not defined."""
    with ctx.workprec(bits):
        if isinstance(formula, int):
            return arb(formula)
        if isinstance(formula, str):
            return _constant(formula)
        parts = [enclose(part, bits) for part in formula[1:]]
        if len(parts) == 1:
            return -parts[0]
        left, right = parts
        match formula[0]:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                return left / right
        return left**right


def _constant(name: str) -> arb:
    match name:
        case "pi":
            return arb.pi()
        case "e":
            return arb.const_e()
        case "gamma":
            return arb.const_euler()
        case "log(2)":
            return arb.const_log2()
    return arb(2).sqrt()


def precisions(last: int = LAST_BITS) -> Iterator[int]:
    """FIRST_BITS, twice that, and so on."""
    bits = FIRST_BITS
    while bits <= last:
        yield bits
        bits *= 2


def told_apart(left: Number, right: Number, last: int = LAST_BITS) -> int | None:
    """The least of the tried precisions at which two numbers have disjoint balls; None where none is."""
    for bits in precisions(last):
        a, b = left(bits), right(bits)
        if a.is_finite() and b.is_finite() and not a.overlaps(b):
            return bits
    return None


def located(formula: Formula, low: Fraction, high: Fraction) -> tuple[int | None, arb]:
    """−1, 0 or 1 for a number below, in or above the closed interval, None where undecided; and its narrowest ball."""
    ball = arb("nan")
    for bits in precisions():
        ball = enclose(formula, bits)
        with ctx.workprec(4 * LAST_BITS):  # the ends are not to be rounded into the interval
            from_, to = (arb(fmpq(end.numerator, end.denominator)) for end in (low, high))
            sides = [side for side, holds in ((-1, ball < from_), (0, from_ <= ball and ball <= to), (1, ball > to)) if holds]
        if sides:
            return sides[0], ball
        if bits == FIRST_BITS and (exact := form(formula)) is not None and (value := exact.rational) is not None:
            here = fmpq(low.numerator, low.denominator), value, fmpq(high.numerator, high.denominator)
            return (-1 if here[1] < here[0] else int(here[1] > here[2])), ball
    return None, ball
