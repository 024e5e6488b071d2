"""Numbers moved between slow and fast memory by attention in tiles, counted transfer by transfer.

The loop is that of FlashAttention's algorithm 1 (Dao et al. 2022, arXiv:2205.14135): for each block of c keys and values, which
is loaded once, each block of r queries is loaded with its unfinished output and its running maximum and sum, and output, maximum
and sum are written back. With n/c blocks of keys this moves 2nd + (n/c)(3nd + 4n) numbers; c is set by the size of the fast
memory. Products are counted too.
"""

from itertools import product

from claimledger.finding import Exhausted


def _run(n: int, d: int, columns: int, rows: int) -> tuple[int, int]:
    """Numbers moved and products made."""
    moved = products = 0
    for _ in range(0, n, columns):
        moved += 2 * columns * d
        for _ in range(0, n, rows):
            moved += rows * d + rows * d + 2 * rows  # queries, output, maximum and sum in
            products += rows * columns * d + rows * columns * d
            moved += rows * d + 2 * rows  # output, maximum and sum out
    return moved, products


def tiles_move(blocks: bool, longest: int, widest: int) -> Exhausted:
    """Moved are 2nd + (n/c)(3nd + 4n), or 2nd + 3nd + 4n where there are not to be `blocks`; products stay 2n²d.

    For all block sizes that divide n.
    """

    def holds(case: tuple[int, int, int, int]) -> bool:
        n, d, columns, rows = case
        rounds = n // columns if blocks else 1
        return _run(n, d, columns, rows) == (2 * n * d + rounds * (3 * n * d + 4 * n), 2 * n * n * d)

    cases = [
        (n, d, c, r)
        for n, d in product(range(1, longest + 1), range(1, widest + 1))
        for c, r in product(range(1, n + 1), repeat=2)
        if n % c == 0 and n % r == 0
    ]
    return Exhausted.over(f"n to {longest}, d to {widest}, blocks that divide n", len(cases), cases, holds)


def doubling_the_text_multiplies_the_traffic_by(low: int, high: int, start: int, d: int, block: int) -> Exhausted:
    """From n to 2n with the same blocks, numbers moved grow by a factor between `low` and `high`, n from `start` on, 5 times."""

    def holds(n: int) -> bool:
        before, after = _run(n, d, block, block)[0], _run(2 * n, d, block, block)[0]
        return low * before <= after <= high * before

    return Exhausted.over(f"five doublings from {start}", 5, [start * 2**k for k in range(5)], holds)
