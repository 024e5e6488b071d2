"""The share of heads once more."""

from claimledger.finding import Estimate


def heads_lie_between(low: str, high: str) -> Estimate:
    """The interval of the share of heads lies between `low` and `high`."""
    return Estimate(value="0.5", interval=("0.49", "0.51"), claimed=(low, high), null=("0.59", "0.61"), samples=10_000)
