"""What RoPE alone leaves open: E[log d] under softmax attention at one base, head and length, for several queries and keys.

With all entries of the query 1 and all keys c times that, equal at every position, pair i contributes 2c cos(ω_i d) to the
score at distance d (Su et al. 2021), so that the attention is the softmax over d = 1..N of

    s(d) = c · (2/√d_h) Σ_i cos(ω_i d),    ω_i = θ^(−2i/d_h),

and E[log d] = Σ p(d) log d. The content enters through c alone: c = 0 is uniform attention, whatever θ is.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 128


def _mean_logs(theta: int, width: int, size: int, contents: list[Fraction]) -> list[arb]:
    frequencies = [arb(theta) ** (-arb(2 * i) / width) for i in range(width // 2)]
    shape = [2 / arb(width).sqrt() * sum((w * d).cos() for w in frequencies) for d in range(1, size + 1)]
    means = []
    for content in contents:
        weights = [(ball(content) * s).exp() for s in shape]
        total = sum(weights, arb(0))
        means.append(sum((w * arb(d).log() for d, w in enumerate(weights, 1)), arb(0)) / total)
    return means


def mean_log_distance_is(theta: int, width: int, size: int, contents: list[Fraction], means: list[Fraction]) -> Enclosure:
    """E[log d] is one of `means` to two decimals for each of `contents`, at the same θ, d_h and N."""
    half = Fraction(1, 200)
    with ctx.workprec(PRECISION):
        found = _mean_logs(theta, width, size, contents)
    cases = zip(contents, found, means, strict=True)
    return Enclosure(tuple(Ball(f"c = {c}", value, low=m - half, high=m + half) for c, value, m in cases))
