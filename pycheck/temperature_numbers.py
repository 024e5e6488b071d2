"""Softmax at two scales: who gains, what the entropy does, and the temperature that gives the same weights.

For drawn logits in tenths and two scales b < c, to 40 digits: softmax(b z) by its definition is softmax(z/τ) at τ = 1/b, computed
as the powers (e^z)^(1/τ); from b to c the ratio of any two weights moves in favour of the larger logit; the entropy falls, unless
all logits are equal. With `hotter` the last two are asked the other way round.
"""

import mpmath
from hypothesis import strategies as st

from claimledger.finding import Cases

DIGITS = 40


def _softmax(logits: list[mpmath.mpf], scale: mpmath.mpf) -> list[mpmath.mpf]:
    weights = [mpmath.exp(scale * z) for z in logits]
    return [w / mpmath.fsum(weights) for w in weights]


def _at_temperature(logits: list[mpmath.mpf], tau: mpmath.mpf) -> list[mpmath.mpf]:
    powers = [mpmath.exp(z) ** (1 / tau) for z in logits]
    return [w / mpmath.fsum(powers) for w in powers]


def _entropy(p: list[mpmath.mpf]) -> mpmath.mpf:
    return -mpmath.fsum(x * mpmath.log(x) for x in p)


def larger_scale_is_colder(hotter: bool, examples: int = 200) -> Cases:
    """From the scale b to c > b the weights sharpen and the entropy falls; softmax(bz) is softmax at temperature 1/b."""

    def holds(case: tuple[list[int], int, int]) -> bool:
        tenths, first, more = case
        with mpmath.workdps(DIGITS):
            logits = [mpmath.mpf(t) / 10 for t in tenths]
            b, c = mpmath.mpf(first) / 10, mpmath.mpf(first + more) / 10
            low, high = (c, b) if hotter else (b, c)
            before, after = _softmax(logits, low), _softmax(logits, high)
            same = _at_temperature(logits, 1 / b)
            close = all(abs(x - y) < mpmath.mpf(10) ** -30 for x, y in zip(_softmax(logits, b), same, strict=True))
            moved = all(
                after[i] / after[j] > before[i] / before[j]
                for i in range(len(tenths))
                for j in range(len(tenths))
                if tenths[i] > tenths[j]
            )
            return bool(close and moved and _entropy(after) < _entropy(before))

    logits = st.lists(st.sampled_from(range(-30, 31)), min_size=2, max_size=6)
    cases = st.tuples(logits, st.sampled_from(range(1, 30)), st.sampled_from(range(1, 30)))
    return Cases.search(cases, holds, when=lambda case: len(set(case[0])) > 1, examples=examples)
