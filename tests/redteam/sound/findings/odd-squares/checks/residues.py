"""n² ≡ 1 (mod 8) for odd n, which four residues settle."""

from claimledger.finding import Exhausted


def odd_squares_leave(remainder: int) -> Exhausted:
    """n² leaves `remainder` when divided by 8, for n = 1, 3, 5, 7."""
    return Exhausted.over("odd residues modulo 8", 4, (1, 3, 5, 7), lambda n: n * n % 8 == remainder)
