"""Least squares on few and on all of 150 Gaussian features, run: which has the smaller error at new points.

Seeded runs draw 200 examples with 150 standard normal features and noise of variance 1; 10 features carry 1 each, the other
140 share b² between them. Fitted are the 10, or all, by least squares from the normal equations; the error at a new point is
known exactly from the fitted coefficients, for the features are independent: 1 + |b − b_fitted|².
"""

from fractions import Fraction

import numpy as np

from claimledger.finding import Cases

FEW, ALL, EXAMPLES = 10, 150, 200


def _error(run: int, missed: float, fitted: int) -> float:
    source = np.random.default_rng(run)
    truth = np.concatenate([np.ones(FEW), np.full(ALL - FEW, np.sqrt(missed / (ALL - FEW)))])
    features = source.standard_normal((EXAMPLES, ALL))
    answers = features @ truth + source.standard_normal(EXAMPLES)
    found = np.zeros(ALL)
    chosen = features[:, :fitted]
    found[:fitted] = np.linalg.solve(chosen.T @ chosen, chosen.T @ answers)
    return 1 + float(np.sum((truth - found) ** 2))


def mean_error_of_few_features_is_the_smaller(missed: list[str], wins: list[bool], runs: int) -> Cases:
    """Over so many runs, the mean error of the 10 features is below that of all 150 exactly where `wins` says so."""

    def holds(case: tuple[str, bool]) -> bool:
        few, every = (np.mean([_error(run, float(Fraction(case[0])), fitted) for run in range(runs)]) for fitted in (FEW, ALL))
        return bool(few < every) == case[1]

    return Cases.over(list(zip(missed, wins, strict=True)), holds)
