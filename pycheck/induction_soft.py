"""The induction rule by soft attention with a preference for recent places, against a search in the text.

Two layers as numbers: weights 2^(−40 (i − 1 − j)²) of the first layer lie on the previous token but for 2⁻⁴⁰; weights of the
second, 2^(60·match + 2j), lie on the matches, three quarters and more of them on the last. The prediction is the token
with the largest total weight, and nothing if the largest match is below one half. The oracle writes the sequence as
a string and looks for the last character from the right (`rfind`).

With `recency` 0 all matches weigh the same, and the prediction is the commonest follower: that differs from the rule.
"""

from hypothesis import strategies as st

from claimledger.finding import Cases


def _predicted(text: str, recency: int) -> str:
    n, letters = len(text), sorted(set(text))
    beside: list[dict[str, float]] = []
    for i in range(n):
        weights = {j: 2.0 ** (-40 * (i - 1 - j) ** 2) for j in range(i + 1)}
        total = sum(weights.values())
        beside.append({a: sum(w for j, w in weights.items() if text[j] == a) / total for a in letters})
    match = [beside[j][text[-1]] if j else 0.0 for j in range(n)]
    if max(match) < 0.5:
        return ""
    powers = [60 * round(m, 6) + recency * (j - n) for j, m in enumerate(match)]
    weight = {a: sum(2.0**p for p, b in zip(powers, text, strict=True) if b == a) for a in letters}
    return max(letters, key=lambda a: weight[a])


def soft_layers_follow_the_rule(recency: int, examples: int = 300) -> Cases:
    """The largest weight lies on the token that followed the last earlier occurrence of the current one."""

    def holds(text: str) -> bool:
        found = text[:-1].rfind(text[-1])
        return _predicted(text, recency) == ("" if found < 0 else text[found + 1])

    texts = st.lists(st.sampled_from("abcde"), min_size=1, max_size=12).map("".join)
    return Cases.search(texts, holds, examples=examples)
