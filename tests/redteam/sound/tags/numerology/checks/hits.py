"""A number, its interval, and a formula proposed for it."""

from claimledger.numerology import Coincidence


def hits_as_chance_would(formula: str, value: str, low: str, high: str, most: int = 500_000) -> Coincidence:
    """The formula hits the interval no better than formulas of its size hit any."""
    return Coincidence(formula, value, low, high, trials=1000, most=most)
