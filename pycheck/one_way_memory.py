"""A matrix that gives back B for A need not give back A for B.

Pairs of unit vectors (a_i, b_i) of 2n coordinates are stored as M = Σ_i b_i a_iᵀ. M a_i = b_i for every pair, and M b_i = 0,
for the b are at right angles to the a; the transpose of M answers the other way. Whether the reverse is there is a matter of
what is written: M + Mᵀ answers both.
"""

from claimledger.finding import Exhausted


def stored_pairs_are_given_back(pairs: int, reverse: bool, both_written: bool) -> Exhausted:
    """M gives back the partner of every stored vector: of the first of each pair, or with `reverse` of the second as well."""
    size = 2 * pairs
    memory = [[0] * size for _ in range(size)]
    for i in range(pairs):
        memory[pairs + i][i] = 1
        if both_written:
            memory[i][pairs + i] = 1

    def holds(asked: int) -> bool:
        partner = asked + pairs if asked < pairs else asked - pairs
        return [row[asked] for row in memory] == [int(k == partner) for k in range(size)]

    asked = range(size if reverse else pairs)
    return Exhausted.over(f"{pairs} pairs", len(asked), asked, holds)
