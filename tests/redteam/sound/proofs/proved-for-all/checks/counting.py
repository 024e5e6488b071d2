"""n + n on integers drawn by Hypothesis."""

from hypothesis import strategies

from claimledger.finding import Cases


def doubled(k: int) -> Cases:
    """n + n = k·n."""
    return Cases.search(strategies.integers(0, 10**6), lambda n: n + n == k * n, examples=40)
