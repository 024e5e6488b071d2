"""A chain of h lookups against the h-th power of the table's matrix, on drawn tables.

The loop is run as an agent is: a request, what came back, the next request. The oracle multiplies the 0-1 matrix with a one
at (key, f(key)) h times and reads off the row of the start.
"""

from hypothesis import strategies as st

from claimledger.finding import Cases

Case = tuple[list[int], int, int]
"""The table, the start and the number of hops."""


def _loop(table: list[int], start: int, turns: int) -> int:
    observation = start
    for _ in range(turns):
        request = observation
        observation = table[request]
    return observation


def _by_powers(table: list[int], start: int, hops: int) -> int:
    size = len(table)
    matrix = [[int(table[i] == j) for j in range(size)] for i in range(size)]
    power = [[int(i == j) for j in range(size)] for i in range(size)]
    for _ in range(hops):
        power = [[sum(row[k] * matrix[k][j] for k in range(size)) for j in range(size)] for row in power]
    return power[start].index(1)


def as_many_turns_as_hops_answer(missing_turns: int, examples: int = 100) -> Cases:
    """A loop of h − `missing_turns` turns returns f applied h times to the start."""

    def holds(case: Case) -> bool:
        table, start, hops = case
        return _loop(table, start, hops - missing_turns) == _by_powers(table, start, hops)

    def case(size: int) -> st.SearchStrategy[Case]:
        key = st.sampled_from(range(size))
        return st.tuples(st.lists(key, min_size=size, max_size=size), key, st.sampled_from(range(1, 6)))

    return Cases.search(st.sampled_from(range(1, 9)).flatmap(case), holds, examples=examples)
