"""Cycles are found where there are any, and only there; what a claim depends on comes before it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimledger.registry.graph import find_cycle, topological

NODES = "abcdef"
GRAPHS = st.dictionaries(st.sampled_from(NODES), st.lists(st.sampled_from(NODES + "z"), max_size=4), max_size=6)


def reachable(edges: dict[str, list[str]]) -> dict[str, set[str]]:
    """By brute force: what can be reached in one step or more, within the graph."""
    reach = {node: {n for n in following if n in edges} for node, following in edges.items()}
    for _ in edges:
        reach = {node: to | {far for near in to for far in reach[near]} for node, to in reach.items()}
    return reach


@given(GRAPHS)
def test_a_cycle_is_found_exactly_where_a_node_reaches_itself(edges: dict[str, list[str]]) -> None:
    cycle = find_cycle(edges)
    assert bool(cycle) == any(node in to for node, to in reachable(edges).items())
    if cycle:
        assert cycle[0] == cycle[-1]
        assert len(set(cycle)) == len(cycle) - 1
        assert all(following in edges[node] for node, following in pairwise(cycle))


@given(GRAPHS)
def test_the_order_puts_every_node_once_after_all_that_it_depends_on(edges: dict[str, list[str]]) -> None:
    if find_cycle(edges):
        return
    order = topological(edges)
    assert sorted(order) == sorted(edges)
    for node, before in reachable(edges).items():
        assert all(order.index(other) < order.index(node) for other in before)


def test_a_chain_of_many_thousands_needs_no_recursion() -> None:
    size = 20_000
    edges = {str(n): [str(n + 1)] for n in range(size)}
    assert topological(edges) == [str(n) for n in reversed(range(size))]
    assert find_cycle({**edges, str(size): ["0"]})[:2] == ["0", "1"]


def test_many_ways_to_the_same_node_are_not_tried_one_by_one() -> None:
    edges = {f"{n}{side}": [f"{n + 1}l", f"{n + 1}r"] for n in range(200) for side in "lr"}
    assert len(topological(edges)) == 400
