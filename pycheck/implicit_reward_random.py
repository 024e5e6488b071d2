"""The implicit reward on drawn answers, in binary64: policy and normaliser are summed out, nothing is cancelled by hand.

Up to 6 answers, rewards in tenths up to 5, β from 1/2 to 4. The log-ratio is r itself only where Z = 1: where, for example,
all rewards are 0.
"""

import math

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import simplex

AGREE = 1e-9


def implicit_reward_is_reward_less_beta_log_z(constant: bool, examples: int = 120) -> Cases:
    """β log(π(y)/ρ(y)) = r(y) − β log Z for every y; r(y) where not `constant`."""

    def holds(case: tuple[simplex.Weights, list[float], int]) -> bool:
        reference, rewards, beta = simplex.normalised(case[0]), case[1], case[2] / 2
        tilted = [p * math.exp(r / beta) for p, r in zip(reference, rewards, strict=True)]
        policy = simplex.normalised(tilted)
        shift = beta * math.log(math.fsum(tilted)) if constant else 0.0
        implicit = [beta * math.log(p / q) for p, q in zip(policy, reference, strict=True)]
        return all(abs(i - (r - shift)) < AGREE for i, r in zip(implicit, rewards, strict=True))

    def case(n: int) -> st.SearchStrategy[tuple[simplex.Weights, list[float], int]]:
        return st.tuples(simplex.weights(n, least=1), simplex.tenths(n, 5), st.integers(1, 8))

    return Cases.search(st.integers(1, 6).flatmap(case), holds, examples=examples)
