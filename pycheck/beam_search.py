"""Greedy and beam search against the likeliest sequence, on every small model of a grid.

A model has two tokens and three steps; at each of its 1 + 2 + 4 prefixes token 0 has probability 1/10, 1/2 or 9/10. Beam
search of width b keeps the b likeliest prefixes after each step; width 1 is greedy; width 4 keeps all prefixes of length 2.
Of ties the first in the order of prefixes is kept. Probabilities are whole numbers over 1000.
"""

from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted

STEPS = 3
Prefix = tuple[int, ...]
PREFIXES: tuple[Prefix, ...] = tuple(p for length in range(STEPS) for p in product((0, 1), repeat=length))
Model = tuple[int, ...]
"""Tenths of token 0 at each prefix, in the order of PREFIXES."""


def _models() -> list[Model]:
    return list(product((1, 5, 9), repeat=len(PREFIXES)))


def _beam(model: Model, width: int) -> int:
    """The probability, over 10^3, of what beam search returns."""
    table = dict(zip(PREFIXES, model, strict=True))
    kept: list[tuple[int, Prefix]] = [(1, ())]
    for _ in range(STEPS):
        longer = [(p * (table[x] if t == 0 else 10 - table[x]), (*x, t)) for p, x in kept for t in (0, 1)]
        kept = sorted(longer, key=lambda item: -item[0])[:width]
    return kept[0][0]


def _likeliest(model: Model) -> int:
    a, b, c, d, e, f, g = model
    under_0 = a * max(b * max(d, 10 - d), (10 - b) * max(e, 10 - e))
    under_1 = (10 - a) * max(c * max(f, 10 - f), (10 - c) * max(g, 10 - g))
    return max(under_0, under_1)


def beam_finds_the_likeliest(width: int) -> Exhausted:
    """On every model of the grid, beam search of this width returns a likeliest sequence."""
    models = _models()
    return Exhausted.over("two tokens, three steps", 3**7, models, lambda m: _beam(m, width) == _likeliest(m))


def models_on_which_a_likeliest_is_missed(greedy: int, width_two: int, width_three: int, wider_is_worse: int) -> Enclosure:
    """How many of the 2,187 models beams of width 1, 2 and 3 miss; and on how many width 2 returns less than width 1."""
    missed, worse = {1: 0, 2: 0, 3: 0}, 0
    for model in _models():
        best, found = _likeliest(model), {width: _beam(model, width) for width in missed}
        for width, value in found.items():
            missed[width] += value < best
        worse += found[2] < found[1]
    balls = [Ball(f"missed by width {w}", missed[w], target=t) for w, t in ((1, greedy), (2, width_two), (3, width_three))]
    return Enclosure((*balls, Ball("width 2 below width 1", worse, target=wider_is_worse)))
