"""Softmax rows with and without a sink, in balls; and what rows that sum to 1 do and do not force.

A row of drawn-by-hand scores and values gets one more token with value 0; its output is compared with that of the row
alone. Of rows that sum to 1 on n tokens: the largest weight is at least 1/n (n·max ≥ Σ = 1), and no named token has to
have any.
"""

from fractions import Fraction
from itertools import combinations_with_replacement
from math import comb

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure, Exhausted
from pycheck.definitions import ball

PRECISION, BITS = 160, 100
ROWS = (((0, 1), (1, 3)), ((2, -1), (0, 5), (-1, 2)), ((1, 1), (1, 2), (3, -7), (0, 4)))
"""Scores and values of the tokens that are no sink."""


def _output(entries: list[tuple[int, int]]) -> tuple[arb, list[arb]]:
    weights = [arb(score).exp() for score, _ in entries]
    total = sum(weights, arb(0))
    output = sum((w * value for w, (_, value) in zip(weights, entries, strict=True)), arb(0)) / total
    return output, [w / total for w in weights]


def dropping_the_sink_multiplies_the_output_by(factor: str, scores: list[int]) -> Enclosure:
    """The output without a sink of each score is factor times that with it; factor: one_over_rest or one."""
    balls = []
    with ctx.workprec(PRECISION):
        for row in ROWS:
            for score in scores:
                alone, _ = _output(list(row))
                with_sink, weights = _output([(score, 0), *row])
                grown = 1 / (1 - weights[0]) if factor == "one_over_rest" else arb(1)
                balls.append(Ball(f"{len(row)} tokens, sink at {score}", alone, target=grown * with_sink, bits=BITS))
    return Enclosure(tuple(balls))


def factor_at_share_rounds_to(factor: Fraction, share: Fraction) -> Enclosure:
    """1/(1 − share) lies within half a hundredth of `factor`."""
    half = Fraction(1, 200)
    return Enclosure((Ball("factor", ball(1 / (1 - share)), low=factor - half, high=factor + half),))


def weight_of_some_token_is_at_least(share: Fraction, of: str, tokens: int, parts: int) -> Exhausted:
    """In every row on `tokens` tokens in parts of `parts`, the largest weight, or the first, is at least `share`."""

    def holds(row: tuple[Fraction, ...]) -> bool:
        return (max(row) if of == "largest" else row[0]) >= share

    drawn = combinations_with_replacement(range(tokens), parts)
    rows = [tuple(Fraction(d.count(x), parts) for x in range(tokens)) for d in drawn]
    return Exhausted.over(f"rows on {tokens} tokens in parts of {parts}", comb(tokens + parts - 1, parts), rows, holds)
