"""Static and continuous batching as schedules, step by step: every queue of a few requests.

A machine has B slots; in one step every request in a slot makes one token, and a step takes the same time however many slots are
in use. Static batching admits B requests and waits for the longest; continuous batching fills a slot as soon as it is free (Yu et
al. 2022, Orca, OSDI). Requests are admitted in order. With all of m requests waiting at the start, B dividing m,

    1 ≤ static/continuous ≤ min(B, longest/mean):

static takes Σ over batches of the longest, which is at most m/B times the longest of all and at most the sum of all lengths;
continuous needs at least the sum over B; and by induction every request starts no later than its batch would.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted

Lengths = tuple[int, ...]


def finish_times(lengths: Lengths, arrivals: Lengths, slots: int, continuous: bool) -> list[int]:
    """When each request is done, step by step; without `continuous` slots are filled only when all are empty."""
    waiting = list(range(len(lengths)))
    left: dict[int, int] = {}
    done = [0] * len(lengths)
    now = 0
    while waiting or left:
        if continuous or not left:
            while waiting and arrivals[waiting[0]] <= now and len(left) < slots:
                request = waiting.pop(0)
                left[request] = lengths[request]
        now += 1
        for request in list(left):
            left[request] -= 1
            if not left[request]:
                done[request] = now
                del left[request]
    return done


def _both(lengths: Lengths, slots: int) -> tuple[int, int]:
    at_once = (0,) * len(lengths)
    return max(finish_times(lengths, at_once, slots, False)), max(finish_times(lengths, at_once, slots, True))


def _queues(slots: int, batches: int, longest: int) -> Iterator[Lengths]:
    for count in range(1, batches + 1):
        yield from product(range(1, longest + 1), repeat=slots * count)


def factor_is_at_most(bound: str, slots: int, batches: int, longest: int) -> Exhausted:
    """1 ≤ static/continuous ≤ `bound` (the_least: min(B, longest/mean), half_of_it, or one), for all full queues."""

    def holds(lengths: Lengths) -> bool:
        static, continuous = _both(lengths, slots)
        least = min(Fraction(slots), Fraction(max(lengths) * len(lengths), sum(lengths)))
        limit = {"the_least": least, "half_of_it": least / 2, "one": Fraction(1)}[bound]
        return continuous <= static <= limit * continuous

    size = sum(longest ** (slots * count) for count in range(1, batches + 1))
    return Exhausted.over(
        f"queues of up to {batches} batches, lengths to {longest}", size, _queues(slots, batches, longest), holds
    )


def equal_lengths_give(same: bool, slots: int, batches: int, longest: int) -> Exhausted:
    """Static and continuous end together where all lengths are the same; where not to be `same`, they alternate by one."""

    def holds(case: tuple[int, int, int]) -> bool:
        count, width, length = case
        lengths = [length if same else length - (place + place // width) % 2 for place in range(width * count)]
        static, continuous = _both(tuple(lengths), width)
        return static == continuous

    cases = product(range(2, batches + 1), range(2, slots + 1), range(2, longest + 1))
    return Exhausted.over("batches, slots, lengths", (batches - 1) * (slots - 1) * (longest - 1), cases, holds)


def planted_factor_lies_between(low: Fraction, high: Fraction, slots: int, batches: int, long: int, short: int) -> Enclosure:
    """One request of length `long` and the others `short` in every batch of `slots`: static over continuous."""
    lengths = ((long, *([short] * (slots - 1))) * batches)[: slots * batches]
    static, continuous = _both(lengths, slots)
    return Enclosure((Ball("static over continuous", Fraction(static, continuous), low=low, high=high),))


def arrivals_apart(spacing: int, slots: int, requests: int, length: int, static: Fraction, continuous: Fraction) -> Enclosure:
    """Mean steps from arrival to end of equal requests that arrive `spacing` steps apart, static and continuous."""
    lengths, arrivals = (length,) * requests, tuple(spacing * i for i in range(requests))
    balls = []
    for name, value, which in (("static", static, False), ("continuous", continuous, True)):
        done = finish_times(lengths, arrivals, slots, which)
        mean = Fraction(sum(end - start for end, start in zip(done, arrivals, strict=True)), requests)
        balls.append(Ball(f"{name}: mean steps in the system", mean, target=value))
    return Enclosure(tuple(balls))


def part_of_the_factor(total: Fraction, batching: Fraction, rest: Fraction) -> Enclosure:
    """`total` is `batching` times `rest`."""
    return Enclosure((Ball("what batching leaves", total / batching, target=rest),))
