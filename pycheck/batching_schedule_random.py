"""The same two schedules by events instead of steps, on drawn queues: sums of maxima, and a heap of slots that come free."""

import heapq

from hypothesis import strategies as st

from claimledger.finding import Cases


def _static(lengths: list[int], slots: int) -> int:
    return sum(max(lengths[at : at + slots]) for at in range(0, len(lengths), slots))


def _continuous(lengths: list[int], slots: int) -> int:
    free = [0] * slots
    ends = []
    for length in lengths:
        end = heapq.heappop(free) + length
        heapq.heappush(free, end)
        ends.append(end)
    return max(ends)


def drawn_factor_is_at_most(slots_too: bool, spread_too: bool, examples: int = 120) -> Cases:
    """continuous ≤ static, and static ≤ B·continuous and ≤ longest/mean times it; the false variants ask for equality.

    `slots_too` and `spread_too` say which of the bounds hold; where false, static ≤ continuous is asked for instead.
    """

    def holds(case: tuple[int, list[int]]) -> bool:
        slots, lengths = case
        static, continuous = _static(lengths, slots), _continuous(lengths, slots)
        by_slots = static <= slots * continuous if slots_too else static <= continuous
        by_spread = static * sum(lengths) <= continuous * max(lengths) * len(lengths) if spread_too else static <= continuous
        return continuous <= static and by_slots and by_spread

    def case(shape: tuple[int, int, int]) -> st.SearchStrategy[tuple[int, list[int]]]:
        slots, batches, longest = shape
        lengths = st.lists(st.sampled_from(range(1, longest + 1)), min_size=slots * batches, max_size=slots * batches)
        return st.tuples(st.just(slots), lengths)

    shapes = st.tuples(st.sampled_from((1, 2, 3, 4, 8)), st.sampled_from((1, 2, 3, 5)), st.sampled_from((1, 2, 10, 100)))
    return Cases.search(shapes.flatmap(case), holds, examples=examples)
