"""The Hopfield step by numerical differentiation, at drawn patterns: 30 and 40 digits agree.

The energy of the state is differentiated by central differences with mpmath, and ξ − ∇E is held against a softmax-weighted
mean computed on its own, up to 5 patterns of up to 3 coordinates. A step never raises the energy, which is tried as well.
"""

import random
from fractions import Fraction

import mpmath

from claimledger.finding import Cases

SEED = 2008
POINTS = 40


def _energy(patterns: list[list[int]], state: list[mpmath.mpf], beta: mpmath.mpf, quadratic: Fraction) -> mpmath.mpf:
    scores = [beta * mpmath.fdot(x, state) for x in patterns]
    return -mpmath.log(mpmath.fsum(map(mpmath.exp, scores))) / beta + mpmath.mpf(quadratic.numerator) / quadratic.denominator * (
        mpmath.fdot(state, state)
    )


def _attended(patterns: list[list[int]], state: list[mpmath.mpf], beta: mpmath.mpf) -> list[mpmath.mpf]:
    top = max(beta * mpmath.fdot(x, state) for x in patterns)
    weights = [mpmath.exp(beta * mpmath.fdot(x, state) - top) for x in patterns]
    return [mpmath.fdot(weights, [x[k] for x in patterns]) / mpmath.fsum(weights) for k in range(len(state))]


def attention_is_a_step_down_the_energy(quadratic: Fraction) -> Cases:
    """ξ − ∇E(ξ) by differences is the softmax-weighted mean to 10 digits at both precisions, and its energy is no larger."""
    source = random.Random(SEED)
    cases = []
    for _ in range(POINTS):
        width = source.randint(1, 3)
        patterns = [[source.randint(-2, 2) for _ in range(width)] for _ in range(source.randint(1, 5))]
        cases.append((patterns, [Fraction(source.randint(-8, 8), 4) for _ in range(width)], source.choice((1, 2, 4))))

    def holds(case: tuple[list[list[int]], list[Fraction], int]) -> bool:
        patterns, start, inverse_beta = case
        for digits in (30, 40):
            with mpmath.workdps(digits):
                beta, step = mpmath.mpf(1) / inverse_beta, mpmath.mpf(10) ** -8
                state = [mpmath.mpf(s.numerator) / s.denominator for s in start]
                new = _attended(patterns, state, beta)
                for k, target in enumerate(new):
                    ends = [[s + sign * step * (j == k) for j, s in enumerate(state)] for sign in (1, -1)]
                    up, down = (_energy(patterns, end, beta, quadratic) for end in ends)
                    if abs(state[k] - (up - down) / (2 * step) - target) > mpmath.mpf(10) ** -10:
                        return False
                if _energy(patterns, new, beta, quadratic) > _energy(patterns, state, beta, quadratic) + mpmath.mpf(10) ** -20:
                    return False
        return True

    return Cases.over(cases, holds)
