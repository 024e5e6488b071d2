"""(a + b)² in balls, at named points."""

from flint import arb

from claimledger.finding import Ball, Enclosure


def square_of_a_sum(coefficient: int) -> Enclosure:
    """At a = 1, …, 9 and b = 3."""
    points = [(arb(a), arb(3)) for a in range(1, 10)]
    return Enclosure(tuple(Ball(f"a = {a}", (a + b) ** 2, a**2 + coefficient * a * b + b**2, bits=30) for a, b in points))
