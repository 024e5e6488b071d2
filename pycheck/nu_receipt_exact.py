"""(−1/(2p))·(2p) = −1 for every fraction of a grid: in rational arithmetic, where π never occurs.

No rational is π (Lambert 1761), so if the equation singled π out it would fail at each of them. It fails at none.
"""

from fractions import Fraction

from claimledger.finding import Exhausted


def equation_holds_exactly_on(solutions: str, most: int) -> Exhausted:
    """The equation holds at p = ±a/b, a and b from 1 to `most`, just where p is in `solutions` (nonzero or only_pi)."""
    fractions = {Fraction(sign * a, b) for a in range(1, most + 1) for b in range(1, most + 1) for sign in (1, -1)}

    def holds(p: Fraction) -> bool:
        solved = Fraction(-1) / (2 * p) * (2 * p) == -1
        return solved == (solutions == "nonzero")

    coprime = sum(_totient(n) for n in range(1, most + 1)) * 2 - 1
    return Exhausted.over(f"p = ±a/b, 1 ≤ a, b ≤ {most}", 2 * coprime, sorted(fractions), holds)


def _totient(n: int) -> int:
    """How many of 1, …, n have no factor in common with n, by Euler's product."""
    count, rest, prime = n, n, 2
    while rest > 1:
        if rest % prime == 0:
            count -= count // prime
            while rest % prime == 0:
                rest //= prime
        prime += 1
    return count
