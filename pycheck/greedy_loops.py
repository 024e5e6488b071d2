"""Greedy decoding with a bounded window ends in a loop: every table of small size, from every start.

A decoder that picks its next token from the last k tokens by a fixed rule has V^k states. Some state returns within V^k
steps, and from there on the tokens repeat: with preperiod μ and period λ, s_t = s_(t+λ) for t ≥ μ, and μ + λ ≤ V^k. The
bound is met, by rules that run through all states. Nothing is said of probabilities; any argmax is such a rule.
"""

from collections.abc import Iterator
from itertools import product

from claimledger.finding import Exhausted

Rule = tuple[int, ...]
Case = tuple[int, int, Rule, tuple[int, ...]]


def _decoded(case: Case, steps: int) -> list[int]:
    tokens, window, rule, start = case
    text = list(start)
    for _ in range(steps):
        state = 0
        for token in text[-window:]:
            state = state * tokens + token
        text.append(rule[state])
    return text


def _cases(sizes: list[list[int]]) -> Iterator[Case]:
    for tokens, window in sizes:
        for rule in product(range(tokens), repeat=tokens**window):
            for start in product(range(tokens), repeat=window):
                yield tokens, window, rule, start


def loop_is_entered_and_closed_within(slack: int, sizes: list[list[int]], cases: int) -> Exhausted:
    """μ + λ ≤ V^k + `slack` for every rule and start of the (V, k) in `sizes`, read off the windows as they come."""

    def holds(case: Case) -> bool:
        tokens, window, _, _ = case
        states = tokens**window
        text = _decoded(case, 3 * states)
        windows = [tuple(text[i : i + window]) for i in range(len(text) - window + 1)]
        first_return = next(j for j in range(len(windows)) if windows[j] in windows[:j])
        period = first_return - windows.index(windows[first_return])
        loops = all(text[i] == text[i + period] for i in range(first_return - period, len(text) - period))
        return loops and first_return <= states + slack

    return Exhausted.over(f"rules and starts of sizes {sizes}", cases, _cases(sizes), holds)
