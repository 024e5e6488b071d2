"""Three rows of three."""

from claimledger.finding import Exhausted


def square_of_three(n: int) -> Exhausted:
    """The dots of three rows of three are `n`."""
    return Exhausted.over("the number of dots", 1, [9], lambda dots: dots == n)
