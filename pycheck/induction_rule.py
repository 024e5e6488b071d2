"""Two attention layers that carry out the induction rule, on every sequence of a few tokens.

The rule: find the last earlier place of the current token and predict the token that came after it; if there is none, predict
nothing. The layers, in whole numbers (Elhage et al. 2021; Olsson et al. 2022): a head of the first puts the previous token beside
each token, by position alone; a head of the second scores each place 1 if it has the current token beside it, and of equal
scores the latest place wins. It copies the token at the winning place. Attention is hard here: all weight on one place.

With `first_match` the earliest place wins; with `shifts` false the first layer is left out, and a token only finds itself.
"""

from itertools import product

from claimledger.finding import Exhausted

NOTHING = -1


def rule(tokens: tuple[int, ...]) -> int:
    """The token after the last earlier occurrence of the current one, found by walking backwards."""
    for place in range(len(tokens) - 2, -1, -1):
        if tokens[place] == tokens[-1]:
            return tokens[place + 1]
    return NOTHING


def _hard_attention(scores: list[int], latest: bool) -> int | None:
    best = max(scores)
    if best <= 0:
        return None
    places = [place for place, score in enumerate(scores) if score == best]
    return places[-1] if latest else places[0]


def two_layers(tokens: tuple[int, ...], first_match: bool, shifts: bool, alphabet: int) -> int:
    """The prediction of the two layers for the last token of a sequence."""
    hot = [[int(t == token) for t in range(alphabet)] for token in tokens]
    beside = [[0] * alphabet for _ in tokens]
    for i in range(len(tokens)) if shifts else ():
        place = _hard_attention([int(j == i - 1) for j in range(i + 1)], latest=True)
        if place is not None:
            beside[i] = hot[place]
    keys = beside if shifts else hot
    scores = [sum(q * k for q, k in zip(hot[-1], key, strict=True)) for key in keys]
    found = _hard_attention(scores, latest=not first_match)
    return NOTHING if found is None else tokens[found]


def two_layers_follow_the_rule(first_match: bool, shifts: bool, alphabet: int, longest: int) -> Exhausted:
    """On all sequences of up to `longest` tokens out of `alphabet`, the layers predict what the rule does."""
    cases = [tokens for n in range(1, longest + 1) for tokens in product(range(alphabet), repeat=n)]
    return Exhausted.over(
        f"sequences up to {longest}",
        sum(alphabet**n for n in range(1, longest + 1)),
        cases,
        lambda tokens: two_layers(tokens, first_match, shifts, alphabet) == rule(tokens),
    )


def example_predicts(words: list[str], prediction: str, shifts: bool = True) -> Exhausted:
    """After `words` the rule, and the layers, predict `prediction`."""
    names = sorted({*words, prediction})
    tokens = tuple(map(names.index, words))
    answers = [("rule", rule(tokens)), ("layers", two_layers(tokens, False, shifts, len(names)))]
    return Exhausted.over("rule and layers", 2, answers, lambda answer: answer[1] == names.index(prediction))
