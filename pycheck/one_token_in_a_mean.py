"""One token of n moves a mean by 1/n: what even attention can see of a parity.

A head that attends evenly to n tokens with values 0 and 1 outputs their mean. Flipping one token moves it by 1/n exactly, whereas
the parity of the tokens flips. To read the parity off the mean, what follows has to tell apart outputs that are 1/n apart: a
function of fixed steepness cannot, as n grows (Hahn 2020 shows it for softmax attention with bounded scores).
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted


def flipping_one_token_moves_the_mean_by(power: int, longest: int) -> Exhausted:
    """Every word of up to `longest` bits and every flip: the mean moves by 1/n^power and the parity changes."""
    cases = [(word, i) for n in range(1, longest + 1) for word in product((0, 1), repeat=n) for i in range(n)]

    def holds(case: tuple[tuple[int, ...], int]) -> bool:
        word, place = case
        flipped = tuple(1 - bit if i == place else bit for i, bit in enumerate(word))
        n = len(word)
        moved = abs(Fraction(sum(flipped), n) - Fraction(sum(word), n))
        return moved == Fraction(1, n**power) and sum(flipped) % 2 != sum(word) % 2

    return Exhausted.over(f"words up to {longest} bits, one flip", sum(n * 2**n for n in range(1, longest + 1)), cases, holds)
