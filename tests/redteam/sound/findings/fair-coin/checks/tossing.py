"""The share of heads, with an interval of two standard errors; the null is a coin that falls three times in five."""

from claimledger.finding import Estimate


def heads_lie_between(low: str, high: str) -> Estimate:
    """The interval of the share of heads lies between `low` and `high`."""
    return Estimate(value="0.499", interval=("0.489", "0.509"), claimed=(low, high), null=("0.59", "0.61"), samples=10_000)
