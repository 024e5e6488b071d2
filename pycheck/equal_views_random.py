"""A batch of drawn sentence vectors with both views equal: the contrastive loss by its definition, in 30 digits.

Vectors of 2 to 5 whole entries, 1 to 5 sentences, τ from 1/20 to 1. The loss with the encoder's second view equal to the
first is held against log(1 + Σ_j e^((c_j − 1)/τ)), and against its value after all of a sentence's own vector is doubled,
which moves no cosine. With a second view whose first entry is masked it is another number, unless that entry is 0.
"""

from hypothesis import strategies as st
from mpmath import mp, mpf

from claimledger.finding import Cases

Vector = list[int]


def _cosine(p: Vector, q: Vector) -> mpf:
    dot = mpf(sum(a * b for a, b in zip(p, q, strict=True)))
    return dot / mp.sqrt(sum(a * a for a in p)) / mp.sqrt(sum(b * b for b in q))


def equal_views_leave_only_the_negatives(same: bool, examples: int = 120) -> Cases:
    """−log(e^(cos(h,h')/τ)/Σ) = log(1 + Σ_j e^((c_j − 1)/τ)); the second view is h, or h with its first entry masked."""

    def holds(case: tuple[list[Vector], int]) -> bool:
        mp.dps = 30
        (sentence, *others), tenths = case
        temperature = mpf(tenths) / 20
        view = sentence if same else [0, *sentence[1:]]
        weights = [mp.exp(_cosine(sentence, other) / temperature) for other in (view, *others)]
        loss = -mp.log(weights[0] / mp.fsum(weights))
        only = mp.log(1 + mp.fsum(mp.exp((_cosine([2 * x for x in sentence], other) - 1) / temperature) for other in others))
        return bool(abs(loss - only) < mpf("1e-25"))

    def batch(size: tuple[int, int]) -> st.SearchStrategy[list[Vector]]:
        entries = st.lists(st.integers(-4, 4), min_size=size[0], max_size=size[0]).filter(lambda v: any(v[1:]))
        return st.lists(entries, min_size=size[1], max_size=size[1])

    batches = st.tuples(st.integers(2, 5), st.integers(2, 5)).flatmap(batch)
    return Cases.search(st.tuples(batches, st.integers(1, 20)), holds, examples=examples)
