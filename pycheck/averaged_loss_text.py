"""The perplexity of drawn texts, token by token, before and after some of the tokens fail, to 40 digits.

Losses are drawn for 2 to 12 tokens; a drawn set of them loses a drawn Δ more. The perplexity is the n-th root of the product
of inverse probabilities, without taking a mean of logarithms.
"""

import mpmath
from hypothesis import strategies as st

from claimledger.finding import Cases


def ratio_of_perplexities_is_exp_of_f_delta_to(power: int, examples: int = 150) -> Cases:
    """PPL′/PPL = exp(f^`power` Δ), f being the share of the failing tokens."""

    def holds(case: tuple[list[tuple[int, bool]], int]) -> bool:
        tokens, tenths = case
        with mpmath.workdps(60):
            size, failing = len(tokens), sum(fails for _, fails in tokens)
            before = after = mpmath.mpf(1)
            for loss, fails in tokens:
                p = mpmath.exp(-mpmath.mpf(loss) / 10)
                before /= p
                after /= p * mpmath.exp(-mpmath.mpf(tenths) / 10) if fails else p
            ratio = mpmath.root(after, size) / mpmath.root(before, size)
            right = mpmath.exp((mpmath.mpf(failing) / size) ** power * mpmath.mpf(tenths) / 10)
            return bool(abs(ratio - right) <= mpmath.mpf(10) ** -40 * right)

    tokens = st.lists(st.tuples(st.sampled_from(range(0, 100)), st.booleans()), min_size=2, max_size=12)
    return Cases.search(st.tuples(tokens, st.sampled_from(range(1, 100))), holds, examples=examples)
