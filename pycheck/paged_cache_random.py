"""Paged and contiguous stores on drawn histories, with blocks as bits of one integer: the oracle for who is admitted.

A set of free blocks is an integer. A paged store can take k blocks if at least k bits are set; a contiguous one if the integer,
ANDed with itself shifted by 1 to k − 1, is not 0.
"""

from hypothesis import strategies as st

from claimledger.finding import Cases


def _runs(free: int, need: int) -> int:
    """Bits at which `need` free blocks begin side by side."""
    at = free
    for shift in range(1, need):
        at &= free >> shift
    return at


def enough_free_blocks_admit(contiguous: bool, examples: int = 200) -> Cases:
    """On drawn histories of a store of 16 blocks, an arrival is refused only where too few blocks are free."""

    def holds(history: list[tuple[bool, int]]) -> bool:
        free, held = 2**16 - 1, list[int]()
        for arrives, number in history:
            if not arrives:
                if held:
                    free |= held.pop(number % len(held))
                continue
            enough = free.bit_count() >= number
            starts = _runs(free, number)
            block = (2**number - 1) << max((starts & -starts).bit_length() - 1, 0) if starts else 0
            taken = block if contiguous else _lowest(free, number)
            if enough != (taken.bit_count() == number):
                return False
            if enough:
                free &= ~taken
                held.append(taken)
        return True

    events = st.lists(st.tuples(st.booleans(), st.sampled_from(range(1, 7))), min_size=1, max_size=30)
    return Cases.search(events, holds, examples=examples)


def _lowest(free: int, need: int) -> int:
    """The lowest `need` bits that are set, or as many as there are, one after the other."""
    taken = 0
    for _ in range(need):
        bit = free & -free
        taken, free = taken | bit, free ^ bit
    return taken
