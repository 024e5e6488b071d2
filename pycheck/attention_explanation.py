"""Whether the most attended token moves the output most: every case of a small model, patched at every position.

Three tokens, each of one of three types. The last token attends to all three with the weights

    w_j = 2^(s_j) / Σ_k 2^(s_k),    s_j = 0, 1 or 3 for a token of type 0, 1 or 2

(softmax with the base 2, so that everything is rational). The head writes Σ_j w_j v_j, where each type has a value, and the
output is

    o = own · v(last token) + read · Σ_j w_j v_j,

the residual stream's path and the head's, each of which is read (1) or not (0). A position is patched by putting each other
type there, which changes its score and its value; what a position does to the output is the largest |Δo| over its patches.
All 3³ value tables with entries −1, 0, 1, all four readouts, all 3³ inputs; those in which one position is attended most.

The map of attention does not see `own`, `read` or the values. The belief is about every model; two models are enough against
it: with read = 0 no patch of an attended token but the last moves anything, with own = 0 the most attended can move most.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import product

from flint import arb

from claimledger.finding import Ball, Enclosure, Exhausted

TYPES = range(3)
SCORES = (0, 1, 3)
Model = tuple[tuple[int, ...], int, int]
"""The values of the three types, whether the last token's own value is read, whether the head's sum is."""
Tokens = tuple[int, ...]


@cache
def weights(tokens: Tokens) -> tuple[Fraction, ...]:
    """The attention of the last token to every position."""
    powers = [2 ** SCORES[token] for token in tokens]
    return tuple(Fraction(power, sum(powers)) for power in powers)


def output(model: Model, tokens: Tokens) -> Fraction:
    """What is read out at the last position."""
    values, own, read = model
    mean = sum((w * values[token] for w, token in zip(weights(tokens), tokens, strict=True)), Fraction(0))
    return own * Fraction(values[tokens[-1]]) + read * mean


def effects(model: Model, tokens: Tokens) -> tuple[Fraction, ...]:
    """For every position the largest change of the output that another type at that position makes."""
    before = output(model, tokens)

    def patched(position: int) -> Fraction:
        others = ((*tokens[:position], kind, *tokens[position + 1 :]) for kind in TYPES)
        return max(abs(output(model, other) - before) for other in others)

    return tuple(patched(position) for position in range(len(tokens)))


def _cases() -> Iterator[tuple[Model, Tokens, int]]:
    for values, own, read, tokens in product(product((-1, 0, 1), repeat=3), (0, 1), (0, 1), product(TYPES, repeat=3)):
        share = weights(tokens)
        if share.count(max(share)) == 1:
            yield (values, own, read), tokens, share.index(max(share))


def patching_the_most_attended_token(cases: int, moves_most: int, moves_nothing: int, another_moves: int) -> Enclosure:
    """Of `cases`, how often it moves the output more than any other, or not at all, and how often another does instead."""
    counted = most = nothing = instead = 0
    for model, tokens, top in _cases():
        effect = effects(model, tokens)
        counted += 1
        most += all(effect[top] > size for position, size in enumerate(effect) if position != top)
        nothing += effect[top] == 0
        instead += effect[top] == 0 and max(effect) > 0
    balls = (
        Ball("cases in which one position is attended most", arb(counted), target=cases),
        Ball("its patches move the output more than any other's", arb(most), target=moves_most),
        Ball("none of its patches moves the output", arb(nothing), target=moves_nothing),
        Ball("none of its patches moves the output, and some other's does", arb(instead), target=another_moves),
    )
    return Enclosure(balls)


def two_models_with_one_map(read: list[int], own: list[int], weight: list[Fraction], effect: list[Fraction]) -> Exhausted:
    """On the tokens 2, 0, 1 with the values −1, 0, 1: the first token's weight, and the effect of its patches, by model."""
    tokens, values = (2, 0, 1), (-1, 0, 1)

    def holds(case: tuple[str, int]) -> bool:
        what, model = case
        if what == "weight of the first token":
            return weights(tokens)[0] == weight[model]
        return effects((values, own[model], read[model]), tokens)[0] == effect[model]

    cases = list(product(("weight of the first token", "largest change by a patch of it"), range(len(read))))
    return Exhausted.over("what is said of the two models", len(cases), cases, holds)
