"""The margin with the least Bradley-Terry loss, found by search, from counts of judgements.

Of m judgements on one pair, k prefer the first answer. The loss Σ −log σ(±Δ) is evaluated by its definition on a bracket and
narrowed by golden sections; no derivative is used. Where some judgements go each way the least loss is inside the bracket,
at log(k/(m − k)); where all agree, it is at the bracket's end, wherever that is put.
"""

import math

from hypothesis import strategies as st

from claimledger.finding import Cases

GOLDEN = (math.sqrt(5) - 1) / 2
AGREE = 1e-5


def _loss(margin: float, first: int, second: int) -> float:
    return first * math.log1p(math.exp(-margin)) + second * math.log1p(math.exp(margin))


def _least(first: int, second: int, end: float) -> float:
    low, high = -end, end
    while high - low > AGREE / 100:
        left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
        if _loss(left, first, second) < _loss(right, first, second):
            high = right
        else:
            low = left
    return (low + high) / 2


def best_margin_is_finite_where_judgements_differ(finite: bool, examples: int = 200) -> Cases:
    """The best margin is log(k/(m − k)) where 0 < k < m, else the end of the bracket; at the end always where not `finite`."""

    def holds(case: tuple[int, int, int]) -> bool:
        first, second, end = case
        found = _least(first, second, float(end))
        if not (finite and second):
            return abs(found - end) < AGREE
        return abs(found - math.log(first / second)) < AGREE

    return Cases.search(st.tuples(st.integers(1, 30), st.integers(0, 30), st.integers(5, 12)), holds, examples=examples)


def dpo_loss_falls_past_the_optimum_of_the_objective(sure: bool, examples: int = 200) -> Cases:
    """Where one answer is always preferred, DPO's loss at twice the margin Δr/β of log-ratios is below that at the margin.

    The loss is −log σ(β m) with m the difference of log-ratios, the objective's optimum has β m = Δr. Where not `sure`, the
    preference is σ(Δr), and twice the margin is worse: the mirror image is expected of the false variant.
    """

    def holds(case: tuple[int, int]) -> bool:
        gap, beta = case[0] / 10, case[1] / 10
        margin = gap / beta
        preference = 1.0 if sure else 1 / (1 + math.exp(-gap))

        def loss(m: float) -> float:
            return _loss(beta * m, 1, 0) * preference + _loss(beta * m, 0, 1) * (1 - preference)

        return loss(2 * margin) < loss(margin)

    return Cases.search(st.tuples(st.integers(1, 40), st.integers(1, 20)), holds, examples=examples)
