"""The same steps as a clock that ticks token by token, with the gaps read off a list of times."""

from itertools import pairwise

from hypothesis import strategies as st

from claimledger.finding import Cases

Case = tuple[int, int, int, int, int]
"""Prompt, chunk, running texts, cost of a step, cost of a token."""


def _times(case: Case, whole: bool) -> list[int]:
    """When the running texts have made a token: before the prompt came, and after every step with a part of it."""
    prompt, chunk, running, fixed, each = case
    clock, times, pending, in_step = 0, [0], prompt, 0
    while pending:
        pending -= 1
        in_step += 1
        clock += each
        if not pending or (not whole and in_step == chunk):
            clock += fixed + sum(each for _ in range(running))
            times.append(clock)
            in_step = 0
    return times


def no_gap_exceeds_a_chunk(chunked: bool, examples: int = 200) -> Cases:
    """No gap is longer than a + c(C + k), and the prompt is read; where not `chunked` it goes in whole."""

    def holds(case: Case) -> bool:
        times = _times(case, whole=not chunked)
        _, chunk, running, fixed, each = case
        return all(b - a <= fixed + each * (chunk + running) for a, b in pairwise(times))

    sizes = (range(1, 200), range(1, 40), range(1, 9), range(0, 20), range(1, 5))
    return Cases.search(st.tuples(*(st.sampled_from(size) for size in sizes)), holds, examples=examples)
