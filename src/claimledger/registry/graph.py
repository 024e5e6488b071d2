"""Which claims rest on which: the order in which tags are worked out, and the cycles that must not be."""

from collections.abc import Mapping, Sequence


def find_cycle(edges: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids along one cycle, its first repeated at the end; empty where there is none."""
    return _walk(edges)[1]


def topological(edges: Mapping[str, Sequence[str]]) -> list[str]:
    """Every id after the ids that it depends on. Unknown ids are passed over; a cycle is cut."""
    return _walk(edges)[0]


def _walk(edges: Mapping[str, Sequence[str]]) -> tuple[list[str], list[str]]:
    """Depth first without recursion: ids in the order in which they are finished, and a cycle if one was met."""
    done: dict[str, bool] = {}
    order: list[str] = []
    for start in edges:
        path: list[str] = []
        pending = [(start, iter(edges[start]))] if start not in done else []
        while pending:
            node, rest = pending[-1]
            if node not in done:
                done[node] = False
                path.append(node)
            following = next((n for n in rest if n in edges and not done.get(n, False)), None)
            if following is None:
                done[node] = True
                order.append(path.pop())
                pending.pop()
            elif following in done:
                return order, [*path[path.index(following) :], following]
            else:
                pending.append((following, iter(edges[following])))
    return order, []
