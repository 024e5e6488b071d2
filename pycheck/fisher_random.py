"""Fisher's information and the heat capacity by finite differences, on generated N and γ.

No derivative is taken by rule here. The score of each d is the central difference of log p in γ, and the heat capacity
is the central difference of U = E[log d] in the temperature τ = 1/γ:

    (log p(d; γ+h) − log p(d; γ−h)) / 2h,        (U(τ(1+h)) − U(τ(1−h))) / 2τh.

With h = 10⁻²⁰ at 70 digits the differences are off by the order of h² = 10⁻⁴⁰ and by rounding of 10⁻⁵⁰, so agreement to
30 digits is asked of them. γ = 0 has no temperature and is left out. A false power agrees where N = 1 or γ = 1.

Cases are drawn evenly: Hypothesis's ranges of integers favour their ends, and N = 1 tells nothing from nothing.
"""

import mpmath
from hypothesis import strategies as st

from claimledger.finding import Cases

DIGITS = 70
AGREE = 30
STEP = 20


def _weights(gamma: mpmath.mpf, size: int) -> list[mpmath.mpf]:
    return [mpmath.exp(-gamma * mpmath.log(d)) for d in range(1, size + 1)]


def _log_probabilities(gamma: mpmath.mpf, size: int) -> list[mpmath.mpf]:
    log_z = mpmath.log(mpmath.fsum(_weights(gamma, size)))
    return [-gamma * mpmath.log(d) - log_z for d in range(1, size + 1)]


def _energy(temperature: mpmath.mpf, size: int) -> mpmath.mpf:
    weights = _weights(1 / temperature, size)
    return mpmath.fsum(w * mpmath.log(d) for d, w in enumerate(weights, 1)) / mpmath.fsum(weights)


def _fisher_information(gamma: mpmath.mpf, size: int, step: mpmath.mpf) -> mpmath.mpf:
    above, here, below = (_log_probabilities(gamma + move, size) for move in (step, 0, -step))
    scores = [(a - b) / (2 * step) for a, b in zip(above, below, strict=True)]
    return mpmath.fsum(mpmath.exp(log_p) * score**2 for log_p, score in zip(here, scores, strict=True))


def fisher_times_power_is_heat_capacity(power: int, largest: int = 40, examples: int = 200) -> Cases:
    """I(γ) γ^k = dU/dτ to 30 digits, for generated 1 ≤ N ≤ `largest` and γ ≠ 0 in hundredths in [−4, 4]."""

    def holds(case: tuple[int, int]) -> bool:
        size, hundredths = case
        with mpmath.workdps(DIGITS):
            step = mpmath.mpf(10) ** -STEP
            gamma = mpmath.mpf(hundredths) / 100
            tau = 1 / gamma
            left = _fisher_information(gamma, size, step) * gamma**power
            right = (_energy(tau * (1 + step), size) - _energy(tau * (1 - step), size)) / (2 * tau * step)
            return bool(abs(left - right) <= mpmath.mpf(10) ** -AGREE * abs(right))

    pairs = st.tuples(st.sampled_from(range(1, largest + 1)), st.sampled_from(range(-400, 401)))
    return Cases.search(pairs, holds, when=lambda case: case[1] != 0, examples=examples)
