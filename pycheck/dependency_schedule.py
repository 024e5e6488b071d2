"""The same layers as bare graphs of what waits for what, run by a scheduler with as many workers as it likes.

In each round every operation whose inputs are done is done. How many rounds a graph takes is the least time on any number of
workers, and it is found here with no notion of a longest chain. Graphs: the recurrence, whose operation t waits for t − 1;
attention for one query, with a sum as one operation or as a tree of additions; the scan of an affine recurrence.
"""

from hypothesis import strategies as st

from claimledger.finding import Cases

Graph = list[list[int]]
"""For each operation, the operations that it waits for."""


def _tree(graph: Graph, leaves: list[int]) -> int:
    """Adds the additions of a balanced tree and returns the last."""
    while len(leaves) > 1:
        above = []
        for i in range(0, len(leaves), 2):
            if i + 1 == len(leaves):
                above.append(leaves[i])
            else:
                graph.append([leaves[i], leaves[i + 1]])
                above.append(len(graph) - 1)
        leaves = above
    return leaves[0]


def _graph(layer: str, n: int) -> Graph:
    if layer == "recurrence":
        return [[t - 1] if t else [] for t in range(n)]
    graph: Graph = []
    if layer == "scan":
        last: list[int | None] = [None] * n
        reach = 1
        while reach < n:
            before = list(last)
            for t in range(reach, n):
                graph.append([node for node in (before[t], before[t - reach]) if node is not None])
                last[t] = len(graph) - 1
            reach *= 2
        return graph
    for j in range(n):
        graph += [[], [3 * j], [3 * j + 1]]  # score, power, product with the value
    powers, products = [3 * j + 1 for j in range(n)], [3 * j + 2 for j in range(n)]
    if layer == "attention":
        graph += [powers, products]
        graph.append([len(graph) - 1, len(graph) - 2])
    else:
        ends = [_tree(graph, powers), _tree(graph, products)]
        graph.append(ends)
    return graph


def _rounds(graph: Graph) -> int:
    waiting, done, rounds = set(range(len(graph))), set[int](), 0
    while waiting:
        ready = {node for node in waiting if all(before in done for before in graph[node])}
        done |= ready
        waiting -= ready
        rounds += 1
    return rounds


def rounds_grow_as(recurrence: str, attention: str, attention_by_pairs: str, scan: str, examples: int = 120) -> Cases:
    """The rounds grow with n as `n`, `log` or `constant`: by n − 1, ⌈log₂ n⌉ or 0 above those of one token."""
    claimed = {"recurrence": recurrence, "attention": attention, "pairs": attention_by_pairs, "scan": scan}

    def holds(case: tuple[str, int]) -> bool:
        layer, n = case
        smallest = next(power for power in range(8) if 2**power >= n)
        growth = {"n": n - 1, "log": smallest, "constant": 0}
        return _rounds(_graph(layer, n)) - _rounds(_graph(layer, 1)) == growth[claimed[layer]]

    return Cases.search(st.tuples(st.sampled_from(sorted(claimed)), st.integers(1, 64)), holds, examples=examples)
