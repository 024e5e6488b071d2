"""A loss spike and its remedy over every deterministic training of three states and two kinds of batch.

Training is a map F(state, batch); state 2 is the spike. Every map with a spike after the fourth of the batches 1, 1, 1, 0 from
state 0, and none before, is tried: 3⁶ maps in all. Going back two steps and training on the same batches is compared with
going back two steps and leaving the third and fourth batch out for the two that follow, 0 and 1; and the fourth batch is
tried from the other state.
"""

from itertools import product

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

SPIKE = 2
BATCHES = (1, 1, 1, 0)
AFTER = (0, 1)
Map = dict[tuple[int, int], int]


def _states(step: Map, start: int, batches: tuple[int, ...]) -> list[int]:
    states = [start]
    for batch in batches:
        states.append(step[states[-1], batch])
    return states


def spikes_cured(found: int, by_rewinding: int, by_skipping: int, harmless_elsewhere: int) -> Enclosure:
    """Maps with the spike; without it after rewinding alone; after skipping too; whose last batch is harmless elsewhere."""
    points = list(product((0, 1, SPIKE), (0, 1)))
    spiking, rewound, skipped, harmless = 0, 0, 0, 0
    for values in product((0, 1, SPIKE), repeat=len(points)):
        step = dict(zip(points, values, strict=True))
        states = _states(step, 0, BATCHES)
        if states[-1] != SPIKE or SPIKE in states[:-1]:
            continue
        spiking += 1
        rewound += SPIKE not in _states(step, states[2], BATCHES[2:])
        skipped += SPIKE not in _states(step, states[2], AFTER)
        harmless += step[1 - states[3], BATCHES[3]] != SPIKE
    return Enclosure(
        (
            Ball("spikes", ball(spiking), target=found),
            Ball("gone after rewinding", ball(rewound), target=by_rewinding),
            Ball("gone after skipping", ball(skipped), target=by_skipping),
            Ball("harmless from the other state", ball(harmless), target=harmless_elsewhere),
        )
    )
