"""The reweighted reference against drawn policies: mean reward less β times divergence is the larger there.

J(π) = Σ π r − β D(π‖ρ), and π* ∝ ρ e^(r/(s β)) with s = 1. On 1 to 8 answers, rewards in tenths up to 5, β from 1/5 to 10,
references without zeros. Each drawn policy π, zeros among its entries, is tried as it is, and a tenth and a thousandth of
the way from π* to it. Where an entry differs by more than 1/1000 the objective has to be smaller by more than rounding, for
J(π*) − J(π) = β D(π‖π*) is then at least 2·10⁻⁶ β. Binary64. Where all rewards are equal π* is the reference for either
sign, and so it is on one answer: there a false sign agrees.
"""

import math

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import simplex

MOST_ANSWERS = 8
ROUNDING = 1e-9
DIFFERENT = 1e-3
Case = tuple[list[float], float, simplex.Weights, simplex.Weights]


def _reweighted(reference: list[float], rewards: list[float], beta: float) -> list[float]:
    exponents = [r / beta for r in rewards]
    most = max(exponents)
    return simplex.normalised([y * math.exp(x - most) for x, y in zip(exponents, reference, strict=True)])


def reweighted_reference_is_the_optimum(sign: int, examples: int = 300) -> Cases:
    """J(π) ≤ J(π*) with π* ∝ ρ e^(r/(`sign`·β)), for drawn r, β, ρ and π; no tie where they differ."""

    def holds(case: Case) -> bool:
        rewards, beta, reference_weights, weights = case
        reference, far = simplex.normalised(reference_weights), simplex.normalised(weights)
        best = _reweighted(reference, rewards, sign * beta)
        near = [simplex.between(best, far, share) for share in (0.1, 0.001)]

        def objective(policy: list[float]) -> float:
            return simplex.mean(policy, rewards) - beta * simplex.divergence(policy, reference)

        losses = [(objective(best) - objective(policy), simplex.distance(best, policy)) for policy in (far, *near)]
        return all(loss > (ROUNDING if distance > DIFFERENT else -ROUNDING) for loss, distance in losses)

    def case(n: int) -> st.SearchStrategy[Case]:
        betas = st.sampled_from([0.2, 0.5, 1.0, 2.0, 10.0])
        return st.tuples(simplex.tenths(n, 5), betas, simplex.weights(n, least=1), simplex.weights(n))

    return Cases.search(st.integers(1, MOST_ANSWERS).flatmap(case), holds, examples=examples)
