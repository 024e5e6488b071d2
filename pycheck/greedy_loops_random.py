"""Greedy decoding from drawn conditional distributions: the period is found by two runners (Floyd), not by keeping states.

Vocabularies of 2 to 5 and windows of 1 to 3; each context has drawn weights, of which the first largest is taken. A second
runner goes twice as fast; where they meet there is a loop. Its length λ and the step μ at which it begins have to satisfy μ
+ λ ≤ V^k, and the text from there on has to be periodic. That the text were periodic from its first token on, as a loop is
often pictured, fails.
"""

from collections.abc import Callable

from hypothesis import strategies as st

from claimledger.finding import Cases

State = tuple[int, ...]


def _floyd(step: Callable[[State], State], start: State) -> tuple[int, int]:
    slow, fast = step(start), step(step(start))
    while slow != fast:
        slow, fast = step(slow), step(step(fast))
    before, slow = 0, start
    while slow != fast:
        slow, fast, before = step(slow), step(fast), before + 1
    length, fast = 1, step(slow)
    while slow != fast:
        fast, length = step(fast), length + 1
    return before, length


def greedy_text_is_periodic_in_the_end(at_once: bool, examples: int = 150) -> Cases:
    """μ + λ ≤ V^k for drawn models, and the tokens repeat from μ on; from the start on where `at_once`."""

    def holds(case: tuple[int, int, list[list[int]], list[int]]) -> bool:
        tokens, window, tables, start = case

        def step(state: State) -> State:
            index = sum(token * tokens**i for i, token in enumerate(state))
            weights = tables[index % len(tables)][:tokens]
            return (*state[1:], weights.index(max(weights)))

        state = tuple(token % tokens for token in start[:window])
        before, length = _floyd(step, state)
        text = [state[-1]]
        for _ in range(before + 3 * length):
            state = step(state)
            text.append(state[-1])
        begin = 0 if at_once else before
        repeats = all(text[i] == text[i + length] for i in range(begin, len(text) - length))
        return repeats and before + length <= tokens**window

    table = st.lists(st.integers(0, 9), min_size=5, max_size=5)
    tables = st.lists(table, min_size=7, max_size=125)
    case = st.tuples(st.integers(2, 5), st.integers(1, 3), tables, st.lists(st.integers(0, 4), min_size=3, max_size=3))
    return Cases.search(case, holds, examples=examples)
