"""A cache in blocks: what is wasted, what can be admitted, what texts with a common beginning share.

n tokens take ⌈n/b⌉ blocks of b slots, so fewer than b slots are idle in each text. Any free blocks will do, so a text is admitted
whenever enough are free; a contiguous store needs them side by side. Blocks are shared if they hold the same tokens from the
first one on (Kwon et al. 2023, arXiv:2309.06180).
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted


def _blocks(tokens: int, size: int) -> int:
    """Blocks taken token by token."""
    taken = free = 0
    for _ in range(tokens):
        if not free:
            taken, free = taken + 1, size
        free -= 1
    return taken


def idle_slots_are_fewer_than(slots: int, size: int, longest: int) -> Exhausted:
    """For every text of 1 to `longest` tokens in blocks of `size`, fewer than `slots` are idle."""
    return Exhausted.over(f"texts to {longest}", longest, range(1, longest + 1), lambda n: _blocks(n, size) * size - n < slots)


def waste_is(size: int, longest: int, mean: Fraction, share_of_one: Fraction) -> Enclosure:
    """Mean idle slots over texts of 1 to `longest` tokens, and the idle share of a text of one token."""
    idle = [_blocks(n, size) * size - n for n in range(1, longest + 1)]
    return Enclosure(
        (
            Ball("mean idle slots", Fraction(sum(idle), longest), target=mean),
            Ball("idle share of one token", Fraction(idle[0], size * _blocks(1, size)), target=share_of_one),
        )
    )


def idle_share_stays_below(share: Fraction, size: int, first: int, last: int) -> Exhausted:
    """For every text of `first` to `last` tokens the idle share of its blocks is below `share`."""

    def holds(n: int) -> bool:
        held = _blocks(n, size) * size
        return Fraction(held - n, held) < share

    return Exhausted.over(f"texts of {first} to {last}", last - first + 1, range(first, last + 1), holds)


def _place(owner: list[int], text: int, need: int, contiguous: bool) -> bool:
    """Give `need` free blocks to a text, side by side where `contiguous`; whether there was room."""
    free = [i for i, who in enumerate(owner) if not who]
    if contiguous:
        runs = [i for i in range(len(owner) - need + 1) if not any(owner[i : i + need])]
        free = list(range(runs[0], runs[0] + need)) if runs else []
    if len(free) < need:
        return False
    for i in free[:need]:
        owner[i] = text
    return True


def enough_free_blocks_admit(contiguous: bool, blocks: int, largest: int, events: int) -> Exhausted:
    """After every history of arrivals (of 1 to `largest` blocks) and departures, a text is refused only if too few are free."""

    def holds(history: tuple[int, ...]) -> bool:
        owner, here = [0] * blocks, list[int]()
        for number, event in enumerate(history, 1):
            if event > 0:
                enough = owner.count(0) >= event
                placed = _place(owner, number, event, contiguous)
                if placed != enough:
                    return False
                here += [number] if placed else []
            elif -event <= len(here):
                gone = here.pop(-event - 1)
                owner = [0 if who == gone else who for who in owner]
        return True

    kinds = [*range(1, largest + 1), -1, -2]
    histories = product(kinds, repeat=events)
    return Exhausted.over(f"histories of {events} events", len(kinds) ** events, histories, holds)


def shared_prefix_takes(whole_prefix: bool, size: int, texts: int, prefix: int, tail: int) -> Exhausted:
    """Blocks of k texts with p common tokens and t ≥ 1 of their own: ⌊p/b⌋ + k(⌈(p + t)/b⌉ − ⌊p/b⌋).

    Counted as distinct contents from the first token on. Where `whole_prefix`, the last, unfilled block is shared as well.
    """

    def holds(case: tuple[int, int, int]) -> bool:
        k, p, t = case
        kept = set()
        for text in range(k):
            tokens = [("common", i) for i in range(p)] + [(f"own {text}", i) for i in range(t)]
            kept |= {tuple(tokens[: at + size]) for at in range(0, p + t, size)}
        shared = -(-p // size) if whole_prefix else p // size
        return len(kept) == shared + k * (-(-(p + t) // size) - shared)

    cases = product(range(1, texts + 1), range(prefix + 1), range(1, tail + 1))
    return Exhausted.over("texts, prefixes, tails", texts * (prefix + 1) * tail, cases, holds)


def texts_that_fit(memory: int, weights: int, bytes_per_token: int, tokens: int, texts: Fraction) -> Enclosure:
    """How many texts of so many tokens fit beside the weights, counted by adding one after the other."""
    used, count = weights, 0
    while used + bytes_per_token * tokens <= memory:
        used, count = used + bytes_per_token * tokens, count + 1
    return Enclosure((Ball("texts", Fraction(count), target=texts),))
