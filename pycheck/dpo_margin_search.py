"""The margin of the log-ratios at an optimum that is found by search, with no formula for it.

J(π) = Σ π r − β D(π‖ρ) is concave. Starting from the uniform policy, probability is moved between two answers at a time:
the best amount t is where the slope of J along the move changes sign,

    r_i − β log((π_i + t)/ρ_i)  −  [r_j − β log((π_j − t)/ρ_j)],

which falls in t and is bracketed by −π_i and π_j; it is found by bisection. Sweeps over all pairs go on until nothing moves
by more than 10⁻¹³. At what they find the margin s β (log(π_i/ρ_i) − log(π_j/ρ_j)) has to be r_i − r_j to 10⁻⁶, s = 1.

The slope uses the derivative of J only; that its zeros give the margin is the content of the claim, and that the search
ends at the maximum is checked by J there being no smaller than at 20 drawn policies. Equal rewards agree with either sign.
"""

import math
from itertools import combinations

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import simplex

MOST_ANSWERS = 4
AGREE = 1e-6
STILL = 1e-13
SWEEPS = 400
HALVINGS = 60
Case = tuple[list[float], float, simplex.Weights, list[simplex.Weights]]


def _best_move(first: tuple[float, float, float], second: tuple[float, float, float], beta: float) -> float:
    """How much probability the first answer takes from the second; each is (π, r, ρ)."""
    (p, r, rho), (q, t, sigma) = first, second
    low, high = -p, q
    for _ in range(HALVINGS):
        move = (low + high) / 2
        slope = r - t - beta * (math.log((p + move) / rho) - math.log((q - move) / sigma))
        low, high = (move, high) if slope > 0 else (low, move)
    return (low + high) / 2


def _optimum(rewards: list[float], beta: float, reference: list[float]) -> list[float]:
    policy = [1 / len(rewards)] * len(rewards)
    for _ in range(SWEEPS):
        largest = 0.0
        for i, j in combinations(range(len(policy)), 2):
            move = _best_move((policy[i], rewards[i], reference[i]), (policy[j], rewards[j], reference[j]), beta)
            policy[i], policy[j] = policy[i] + move, policy[j] - move
            largest = max(largest, abs(move))
        if largest < STILL:
            break
    return policy


def margin_at_the_optimum_is_the_difference_of_rewards(sign: int, examples: int = 100) -> Cases:
    """`sign`·β (log(π_i/ρ_i) − log(π_j/ρ_j)) = r_i − r_j to 10⁻⁶ at the policy that the search finds, for every i and j."""

    def holds(case: Case) -> bool:
        rewards, beta, weights, others = case
        reference = simplex.normalised(weights)
        policy = _optimum(rewards, beta, reference)

        def objective(p: list[float]) -> float:
            return simplex.mean(p, rewards) - beta * simplex.divergence(p, reference)

        ratios = [math.log(x / y) for x, y in zip(policy, reference, strict=True)]
        margins = [
            sign * beta * (ratios[i] - ratios[j]) - (rewards[i] - rewards[j]) for i, j in combinations(range(len(ratios)), 2)
        ]
        best = all(objective(policy) >= objective(simplex.normalised(other)) - AGREE for other in others)
        return best and all(abs(margin) <= AGREE for margin in margins)

    def case(n: int) -> st.SearchStrategy[Case]:
        others = st.lists(simplex.weights(n), min_size=20, max_size=20)
        return st.tuples(simplex.tenths(n, 2), st.sampled_from([0.5, 1.0, 2.0]), simplex.weights(n, least=1), others)

    return Cases.search(st.integers(2, MOST_ANSWERS).flatmap(case), holds, examples=examples)
