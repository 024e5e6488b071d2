"""(√2)² in a ball."""

from flint import arb

from claimledger.finding import Ball, Enclosure


def root_squared(square: int) -> Enclosure:
    """(√2)² = `square`, to forty bits."""
    return Enclosure((Ball("(√2)²", arb(2).sqrt() * arb(2).sqrt(), target=square, bits=40),))
