"""Tilted distributions on drawn numbers, every derivative taken as a difference, to 30 digits.

    ∂ log share_k / ∂(1/τ) = s_k − Σ share_j s_j     (InfoNCE: the shares are read off differences of the loss itself)
    ∂ E_π[f] / ∂(1/β) = Cov_π(f, r),   π ∝ ρ e^(r/β)
    ∂ log P_s(y) / ∂s = δ(y) − E_s[δ],   P_s ∝ e^(u + s(c − u)),  δ = c − u

No formula for a derivative stands here. Where all similarities, rewards or differences are equal nothing moves, and a false
sign agrees.
"""

from collections.abc import Callable

from hypothesis import strategies as st
from mpmath import mp, mpf

from claimledger.finding import Cases
from pycheck import simplex

DIGITS = 40
STEP = "1e-12"
AGREE = "1e-12"
Numbers = list[float]


def _exact(numbers: Numbers) -> list[mpf]:
    return [mpf(round(10 * x)) / 10 for x in numbers]


def _slope(function: Callable[[mpf], mpf], at: mpf) -> mpf:
    return (function(at + mpf(STEP)) - function(at - mpf(STEP))) / (2 * mpf(STEP))


def _softmax(logits: list[mpf]) -> list[mpf]:
    weights = [mp.exp(x) for x in logits]
    return [w / mp.fsum(weights) for w in weights]


def _mean(p: list[mpf], values: list[mpf]) -> mpf:
    return mp.fsum(x * y for x, y in zip(p, values, strict=True))


def _near(left: mpf, right: mpf) -> bool:
    return bool(abs(left - right) < mpf(AGREE))


def _shares(positive: mpf, negatives: list[mpf], cold: mpf) -> list[mpf]:
    """The parts of the negatives in the loss's gradient, each gradient taken as a difference of the loss."""

    def loss(moved: int, to: mpf) -> mpf:
        logits = [positive, *(to if j == moved else s for j, s in enumerate(negatives))]
        return -mp.log(_softmax([cold * x for x in logits])[0])

    gradients = [_slope(lambda to, k=k: loss(k, to), s) for k, s in enumerate(negatives)]  # type: ignore[misc]
    return [g / mp.fsum(gradients) for g in gradients]


def shares_of_negatives_move_with_their_lead(sign: int, examples: int = 40) -> Cases:
    """∂ log share_k/∂(1/τ) = `sign`·(s_k − mean), and the shares are those of the gradient."""

    def holds(case: tuple[float, Numbers, int]) -> bool:
        mp.dps = DIGITS
        positive, negatives, cold = mpf(round(10 * case[0])) / 10, _exact(case[1]), mpf(case[2])
        shares = _softmax([cold * s for s in negatives])
        read_off = _shares(positive, negatives, cold)
        same = all(abs(a - b) < mpf("1e-8") for a, b in zip(shares, read_off, strict=True))
        mean = _mean(shares, negatives)
        moves = [_slope(lambda b, k=k: mp.log(_softmax([b * s for s in negatives])[k]), cold) for k in range(len(negatives))]  # type: ignore[misc]
        return same and all(_near(move, sign * (s - mean)) for move, s in zip(moves, negatives, strict=True))

    similarities = st.integers(2, 5).flatmap(lambda n: simplex.tenths(n, 1))
    return Cases.search(
        st.tuples(simplex.tenths(1, 1).map(lambda x: x[0]), similarities, st.integers(1, 5)), holds, examples=examples
    )


def mean_along_the_optimum_moves_with_the_covariance(sign: int, examples: int = 100) -> Cases:
    """∂ E_π[f]/∂(1/β) = `sign`·Cov_π(f, r), for drawn ρ, r, f and 1/β."""

    def holds(case: tuple[simplex.Weights, Numbers, Numbers, int]) -> bool:
        mp.dps = DIGITS
        weights, rewards, values = case[0], _exact(case[1]), _exact(case[2])

        def policy(inverse: mpf) -> list[mpf]:
            return _softmax([mp.log(w) + inverse * r for w, r in zip(weights, rewards, strict=True)])

        at = mpf(case[3]) / 2
        products = [f * r for f, r in zip(values, rewards, strict=True)]
        covariance = _mean(policy(at), products) - _mean(policy(at), values) * _mean(policy(at), rewards)
        return _near(_slope(lambda x: _mean(policy(x), values), at), sign * covariance)

    def case(n: int) -> st.SearchStrategy[tuple[simplex.Weights, Numbers, Numbers, int]]:
        return st.tuples(simplex.weights(n, least=1), simplex.tenths(n, 2), simplex.tenths(n, 2), st.integers(1, 8))

    return Cases.search(st.integers(1, 6).flatmap(case), holds, examples=examples)


def guided_log_probabilities_move_with_the_lead(mean_taken_off: bool, examples: int = 100) -> Cases:
    """∂ log P_s(y)/∂s = δ(y) − E_s[δ] for every y; without the mean where not `mean_taken_off`."""

    def holds(case: tuple[Numbers, Numbers, int]) -> bool:
        mp.dps = DIGITS
        without, with_, s = _exact(case[0]), _exact(case[1]), mpf(case[2]) / 2

        def guided(strength: mpf) -> list[mpf]:
            return _softmax([u + strength * (c - u) for u, c in zip(without, with_, strict=True)])

        leads = [c - u for u, c in zip(without, with_, strict=True)]
        mean = _mean(guided(s), leads) if mean_taken_off else mpf(0)
        moves = [_slope(lambda x, y=y: mp.log(guided(x)[y]), s) for y in range(len(leads))]  # type: ignore[misc]
        return all(_near(move, lead - mean) for move, lead in zip(moves, leads, strict=True))

    def case(n: int) -> st.SearchStrategy[tuple[Numbers, Numbers, int]]:
        return st.tuples(simplex.tenths(n, 3), simplex.tenths(n, 3), st.integers(-2, 8))

    return Cases.search(st.integers(2, 6).flatmap(case), holds, examples=examples)
