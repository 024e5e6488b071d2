"""Linear attention token by token against its definition, in whole numbers.

The recurrence adds k_i v_iᵀ to a state of d × d_v numbers and reads q_i off it, one token after the other, never forming a
score; the definition forms every score q_i · k_j and sums over j. Both are exact. Drawn are 1 to 7 tokens, keys of width 1 to
4 and values of width 1 to 3, entries from −5 to 5. For the form without mask the state is summed up first; reading each row
off that whole sum in the causal form as well is wrong, except for the last row, and where later tokens do not contribute.
"""

from hypothesis import strategies as st

from claimledger.finding import Cases

Matrix = list[list[int]]


def _by_definition(q: Matrix, k: Matrix, v: Matrix, causal: bool) -> Matrix:
    rows = []
    for i, query in enumerate(q):
        seen = range(i + 1) if causal else range(len(q))
        scores = {j: sum(a * b for a, b in zip(query, k[j], strict=True)) for j in seen}
        rows.append([sum(score * v[j][c] for j, score in scores.items()) for c in range(len(v[0]))])
    return rows


def _by_states(q: Matrix, k: Matrix, v: Matrix, running: bool) -> Matrix:
    """Each row read off the state: the running one, or the one that all tokens have been added to."""
    state = [[0] * len(v[0]) for _ in k[0]]
    states = []
    for key, value in zip(k, v, strict=True):
        state = [[s + a * b for s, b in zip(row, value, strict=True)] for row, a in zip(state, key, strict=True)]
        states.append(state)
    columns = range(len(v[0]))
    read = zip(q, states if running else [state] * len(q), strict=True)
    return [[sum(a * row[c] for a, row in zip(query, at, strict=True)) for c in columns] for query, at in read]


def states_give_what_the_definition_gives(prefix_sums: bool, examples: int = 200) -> Cases:
    """Without mask from the whole state, and causally from running states, or from the whole state where not `prefix_sums`."""

    def holds(case: tuple[Matrix, Matrix, Matrix]) -> bool:
        plain = _by_states(*case, running=False) == _by_definition(*case, causal=False)
        causal = _by_states(*case, running=prefix_sums) == _by_definition(*case, causal=True)
        return plain and causal

    def matrix(rows: int, columns: int) -> st.SearchStrategy[Matrix]:
        row = st.lists(st.sampled_from(range(-5, 6)), min_size=columns, max_size=columns)
        return st.lists(row, min_size=rows, max_size=rows)

    sizes = st.tuples(st.integers(1, 7), st.integers(1, 4), st.integers(1, 3))
    cases = sizes.flatmap(lambda size: st.tuples(matrix(*size[:2]), matrix(*size[:2]), matrix(size[0], size[2])))
    return Cases.search(cases, holds, examples=examples)
