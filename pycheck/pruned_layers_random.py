"""Removing hidden units in NumPy on drawn nets: slices of the matrices against masks on the hidden layer."""

import numpy as np
from hypothesis import strategies as st

from claimledger.finding import Cases

Case = tuple[int, int, int, int]
"""Inputs, hidden units, outputs, and a seed."""


def slices_act_as_masks(first_too: bool, examples: int = 200) -> Cases:
    """W_2[:, keep] σ(W_1[keep] x) is W_2 (mask · σ(W_1 x)); where not `first_too`, other rows of W_1 are kept."""

    def holds(case: Case) -> bool:
        inputs, hidden, outputs, seed = case
        draw = np.random.default_rng(seed)
        first, second = draw.integers(-4, 5, (hidden, inputs)), draw.integers(-4, 5, (outputs, hidden))
        x, keep = draw.integers(-4, 5, inputs), draw.integers(0, 2, hidden).astype(bool)
        masked = second @ (np.maximum(first @ x, 0) * keep)
        rows = first[keep] if first_too else first[: int(keep.sum())]
        return bool(np.array_equal(second[:, keep] @ np.maximum(rows @ x, 0), masked))

    sizes = st.sampled_from(range(1, 7))
    return Cases.search(st.tuples(sizes, sizes, sizes, st.sampled_from(range(10_000))), holds, examples=examples)
