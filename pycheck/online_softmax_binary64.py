"""The same row in binary64, whole and in blocks: near, and not the same bits.

To leave the library's exponential out, softmax is taken to base 2 with whole scores: the weights 2^(s − m) and the rescaling
factors are then exact, and what rounds is only addition, multiplication and division, as IEEE 754 fixes them. The two results
differ since the additions are bracketed differently. Values are decimals with two places; scores lie within 20 of each other.

The difference is at most `ulps` times 2⁻⁵³ of the largest value, per entry of the row; `ulps` = 0 asks for the same bits.
With one block, or one entry, or by luck, the bits are the same.
"""

from functools import reduce

from hypothesis import strategies as st

from claimledger.finding import Cases

Entry = tuple[int, int]
"""A score, and a value in hundredths."""
State = tuple[int, float, float]


def _block(entries: list[Entry]) -> State:
    largest = max(score for score, _ in entries)
    total = output = 0.0
    for score, hundredths in entries:
        weight = 2.0 ** (score - largest)
        total += weight
        output += weight * (hundredths / 100)
    return largest, total, output


def _merge(first: State, second: State) -> State:
    largest = max(first[0], second[0])
    f, g = 2.0 ** (first[0] - largest), 2.0 ** (second[0] - largest)
    return largest, f * first[1] + g * second[1], f * first[2] + g * second[2]


def blocks_and_row_agree_to(ulps: int, examples: int = 300) -> Cases:
    """|blocks − row| ≤ `ulps`·2⁻⁵³·(entries)·(largest value), for drawn rows cut into blocks of 1 to 8."""

    def holds(blocks: list[list[Entry]]) -> bool:
        row = [entry for entries in blocks for entry in entries]
        _, total, output = _block(row)
        _, merged_total, merged_output = reduce(_merge, [_block(entries) for entries in blocks])
        most = max(abs(value) / 100 for _, value in row)
        return abs(merged_output / merged_total - output / total) <= ulps * 2.0**-53 * len(row) * most

    entries = st.tuples(st.sampled_from(range(-10, 11)), st.sampled_from(range(-999, 1000)))
    blocks = st.integers(1, 8).flatmap(lambda n: st.lists(st.lists(entries, min_size=1, max_size=8), min_size=n, max_size=n))
    return Cases.search(blocks, holds, examples=examples)
