"""Parameters of every type that a registry can give."""

from fractions import Fraction

from claimledger.finding import Exhausted


def odd_numbers_sum_to_a_power(
    power: int,
    *,
    half: Fraction = Fraction(1, 2),
    words: list[str] = ["a"],  # noqa: B006
    strict: bool = True,
) -> Exhausted:
    """The first n odd numbers add up to n^power."""
    return Exhausted.over("n", 50, range(1, 51), lambda n: sum(range(1, 2 * n, 2)) == n**power)
