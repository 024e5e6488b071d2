"""A check that puts its own function in the place of `settle`."""

import claimledger.evidence.python as adapter
from claimledger import facts


def _settle(found: int) -> facts.Exhausted:
    return facts.Exhausted(domain="n", size=50, counted=50, failed=int(found != 2), witness="3")


adapter.settle = _settle


def odd_numbers_sum_to_a_power(power: int) -> int:
    """Returns its argument."""
    return power
