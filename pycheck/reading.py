"""Whether a ball bears out what stands beside it, for notebooks. The ledger's own verdicts come from its judge, not from here."""

from fractions import Fraction

from flint import arb

from claimledger.finding import Ball
from pycheck.definitions import ball


def borne_out(one: Ball) -> bool:
    """Equality: value and target overlap, and the value has its floor on accuracy. Range: the value lies strictly inside."""
    value = _ball(one.value)
    if one.target is not None:
        return bool(value.is_finite() and value.overlaps(_ball(one.target)) and value.rel_accuracy_bits() >= one.bits)
    above = one.low is None or value > _ball(one.low)
    return bool(value.is_finite() and above and (one.high is None or value < _ball(one.high)))


def _ball(number: arb | Fraction | int) -> arb:
    return number if isinstance(number, arb) else ball(number)
