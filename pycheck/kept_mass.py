"""Kept attention mass and what happens to the output: neither is enough for the other, in rational arithmetic.

A head puts weight 1 − m on the tokens that are dropped and m on those that are kept, and its output is the weighted mean of
the values. For every n from 2 on:

    kept 1 − 1/n, values 0 and n²: the output falls from n to 0 when the rest is dropped, however much mass was kept;
    kept 1/n, all values 1:        after the weights are normalised anew the output is 1, as before;
    kept 1/n, dropped values 0:    without normalising anew the output is what it was, and the dropped token had most of the mass.
"""

from fractions import Fraction

from claimledger.finding import Exhausted


def _output(weights: list[Fraction], values: list[Fraction], *, normalise: bool) -> Fraction:
    total = sum(weights, Fraction(0)) if normalise else Fraction(1)
    return sum((w * v for w, v in zip(weights, values, strict=True)), Fraction(0)) / total


def _error(kept: Fraction, kept_value: Fraction, dropped_value: Fraction, *, normalise: bool) -> Fraction:
    """How far the output moves when the dropped token, of weight 1 − kept, is left out."""
    before = _output([kept, 1 - kept], [kept_value, dropped_value], normalise=normalise)
    return abs(before - _output([kept], [kept_value], normalise=normalise))


def kept_mass_and_fidelity_are_apart(last: int, sufficient: bool, necessary: bool) -> Exhausted:
    """For n = 2, …, `last`: an error of n at kept mass 1 − 1/n, and none at kept mass 1/n.

    `sufficient` says instead that at 1 − 1/n the error is at most 1, `necessary` that at 1/n there is one.
    """

    def holds(n: int) -> bool:
        most, least = 1 - Fraction(1, n), Fraction(1, n)
        loud = _error(most, Fraction(0), Fraction(n * n), normalise=True)
        alike = _error(least, Fraction(1), Fraction(1), normalise=True)
        silent = _error(least, Fraction(1), Fraction(0), normalise=False)
        first = loud <= 1 if sufficient else loud == n
        second = alike > 0 and silent > 0 if necessary else alike == 0 and silent == 0
        return first and second

    return Exhausted.over(f"n from 2 to {last}", last - 1, range(2, last + 1), holds)
