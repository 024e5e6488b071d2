"""Two-stage retrieval run on drawn scores, with the second stage's calls counted.

Up to 30 documents with drawn scores of both stages; the first stage keeps k by a heap. The final answer is held against
recall at k, which is read off a sort; the second stage may be called k times and no more. A pipeline that reranks everything
calls it n times.
"""

import heapq

from hypothesis import strategies as st

from claimledger.finding import Cases


def relevant_is_found_only_if_kept(cut: bool, examples: int = 200) -> Cases:
    """With a right second stage, found iff among the first k, at k calls; all n are reranked where not `cut`."""

    def holds(case: tuple[list[int], int]) -> bool:
        scores, kept = case
        relevant, calls = 0, 0

        def second(document: int) -> int:
            nonlocal calls
            calls += 1
            return int(document == relevant)

        order = [(-score, document) for document, score in enumerate(scores)]
        candidates = [d for _, d in heapq.nsmallest(kept if cut else len(scores), order)]
        final = max(candidates, key=second)
        recalled = relevant in [d for _, d in sorted(order)][:kept]
        return (final == relevant) == (recalled or candidates == [relevant]) and calls == min(kept, len(scores))

    case = st.tuples(st.lists(st.integers(0, 9), min_size=2, max_size=30), st.integers(1, 12))
    return Cases.search(case, holds, examples=examples)
