"""(a + b)² = a² + c·ab + b² on integers drawn by Hypothesis."""

from hypothesis import strategies

from claimledger.finding import Cases


def square_of_a_sum(coefficient: int) -> Cases:
    """c = 2 is claimed."""
    pairs = strategies.tuples(strategies.integers(), strategies.integers())
    return Cases.search(pairs, lambda p: sum(p) ** 2 == p[0] ** 2 + coefficient * p[0] * p[1] + p[1] ** 2, examples=40)
