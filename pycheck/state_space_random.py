"""State-space scans with whole-number matrices, against the matrix read off column by column.

With the gates of a text frozen the map from x to y is linear, so its columns are the answers to unit inputs. Drawn are full
(not diagonal) transitions of up to 3 numbers and texts of up to 6 tokens.
"""

from hypothesis import strategies as st

from claimledger.finding import Cases

Gates = tuple[list[list[int]], list[int], list[int]]


def _scan(gates: list[Gates], inputs: list[int]) -> list[int]:
    width = len(gates[0][1])
    state, outputs = [0] * width, []
    for (a, b, c), x in zip(gates, inputs, strict=True):
        state = [sum(a[i][k] * state[k] for k in range(width)) + b[i] * x for i in range(width)]
        outputs.append(sum(c[i] * state[i] for i in range(width)))
    return outputs


def scan_is_a_causal_matrix(between_tokens: bool, examples: int = 200) -> Cases:
    """y = Mx with M lower triangular; without `between_tokens` M is said to be diagonal."""

    def holds(case: tuple[list[Gates], list[int]]) -> bool:
        gates, inputs = case
        size = len(inputs)
        columns = [_scan(gates, [int(i == j) for i in range(size)]) for j in range(size)]
        matrix = [[columns[j][i] if between_tokens or i == j else 0 for j in range(size)] for i in range(size)]
        causal = all(matrix[i][j] == 0 for i in range(size) for j in range(i + 1, size))
        return causal and _scan(gates, inputs) == [sum(m * x for m, x in zip(row, inputs, strict=True)) for row in matrix]

    number = st.sampled_from(range(-3, 4))

    def texts(shape: tuple[int, int]) -> st.SearchStrategy[tuple[list[Gates], list[int]]]:
        width, size = shape
        vector = st.lists(number, min_size=width, max_size=width)
        gates = st.tuples(st.lists(vector, min_size=width, max_size=width), vector, vector)
        return st.tuples(st.lists(gates, min_size=size, max_size=size), st.lists(number, min_size=size, max_size=size))

    return Cases.search(st.tuples(st.integers(1, 3), st.integers(2, 6)).flatmap(texts), holds, examples=examples)
