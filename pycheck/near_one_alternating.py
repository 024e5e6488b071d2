"""E[log d] and Var(log d) near γ = 1 from the alternating series, which has no pole there.

With η(s) = Σ (−1)^(d−1) d^-s = (1 − 2^(1−s)) ζ(s), y = (γ−1) log 2 and w = e^-y/(1 − e^-y),

    E[log d] = −η′/η + w log 2,        Var(log d) = η″/η − (η′/η)² + w (1 + w) (log 2)²        at s = γ,

where the poles stand in w alone. η and its derivatives are summed as Σ (−1)^k a_k with a_k = (log(k+1))^j (k+1)^-s by the
weights of Cohen, Rodriguez Villegas and Zagier (2000), whose error falls as 5.8^-n for n terms. Everything is computed at
two precisions with two numbers of terms; both the mean and the variance have to agree to 40 digits.

Asked is, at ε = γ − 1 = 10^-e, |ε E − 1| ≤ ε and |ε^k Var − 1| ≤ ε², k = 2. At ε = 1 every power agrees.
"""

import mpmath

from claimledger.finding import Cases

LOWER, HIGHER, AGREE = 100, 130, 40
TERMS_PER_DIGIT = 1.4


def _eta(s: mpmath.mpf, terms: int) -> tuple[mpmath.mpf, mpmath.mpf, mpmath.mpf]:
    """η(s), η′(s), η″(s) by Algorithm 1 of Cohen, Rodriguez Villegas and Zagier."""
    d = (3 + mpmath.sqrt(8)) ** terms
    d = (d + 1 / d) / 2
    b, c = mpmath.mpf(-1), -d
    sums = [mpmath.mpf(0)] * 3
    for k in range(terms):
        c = b - c
        log = mpmath.log(k + 1)
        term = c * mpmath.exp(-s * log)
        sums = [sums[0] + term, sums[1] - term * log, sums[2] + term * log * log]
        b *= mpmath.mpf((k + terms) * (k - terms)) / ((k + mpmath.mpf(1) / 2) * (k + 1))
    return sums[0] / d, sums[1] / d, sums[2] / d


def _mean_and_variance(exponent: int, digits: int) -> tuple[mpmath.mpf, mpmath.mpf]:
    with mpmath.workdps(digits):
        gap = mpmath.mpf(10) ** -exponent
        eta, slope, curve = _eta(1 + gap, int(TERMS_PER_DIGIT * digits))
        two = mpmath.log(2)
        w = mpmath.exp(-gap * two) / -mpmath.expm1(-gap * two)
        ratio = slope / eta
        return -ratio + w * two, curve / eta - ratio**2 + w * (1 + w) * two**2


def mean_and_variance_grow_as_powers_of_one_over_the_gap(power: int, exponents: list[int]) -> Cases:
    """|ε E − 1| ≤ ε and |ε^`power` Var − 1| ≤ ε² at ε = 10^-e for every e, to two precisions that agree."""

    def holds(exponent: int) -> bool:
        lower, higher = (_mean_and_variance(exponent, digits) for digits in (LOWER, HIGHER))
        with mpmath.workdps(HIGHER):
            same = all(abs(a - b) <= mpmath.mpf(10) ** -AGREE * abs(b) for a, b in zip(lower, higher, strict=True))
            gap = mpmath.mpf(10) ** -exponent
            mean, variance = higher
            return bool(same and abs(gap * mean - 1) <= gap and abs(gap**power * variance - 1) <= gap**2)

    return Cases.over(exponents, holds)
