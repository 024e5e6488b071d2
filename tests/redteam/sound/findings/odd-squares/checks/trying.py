"""n² ≡ 1 (mod 8) for odd n, on integers drawn by Hypothesis."""

from hypothesis import strategies

from claimledger.finding import Cases


def odd_squares_leave(remainder: int) -> Cases:
    """n² leaves `remainder` when divided by 8, where n is odd."""
    drawn = strategies.integers(-(10**6), 10**6)
    return Cases.search(drawn, lambda n: n * n % 8 == remainder, when=lambda n: n % 2 == 1, examples=40)
