"""One attention layer without positions cannot follow the induction rule, and one with shifted keys can: all short sequences.

At the last token a layer without positions gives Σ_j w(x_n, x_j) V(x_j) / Σ_j w(x_n, x_j), a function of the last token and the
multiset of all tokens. So does anything computed from it. The sequences A B C A and A C B A have the same last token and the same
multiset, and the rule says B after the one and C after the other.

If the key at a place is made of the token before it ("smeared keys", Olsson et al. 2022, section on architectures), the score can
compare the current token with it, and one layer carries out the rule. Weights here are 2^s for drawn whole s, values drawn.
"""

import random
from fractions import Fraction
from itertools import permutations, product

from claimledger.finding import Exhausted

SEED = 9
ALPHABET = 3


def _output(tokens: tuple[int, ...], scores: list[list[int]], values: list[int], shifted: bool) -> Fraction:
    keys = (ALPHABET, *tokens[:-1]) if shifted else tokens
    weights = [Fraction(2) ** scores[tokens[-1]][key] for key in keys]
    return sum((w * values[t] for w, t in zip(weights, tokens, strict=True)), Fraction(0)) / sum(weights)


def output_ignores_order_of_earlier_tokens(shifted: bool, longest: int, heads: int = 2) -> Exhausted:
    """Putting the earlier tokens in another order leaves the output at the last token as it was, for `heads` drawn heads."""
    source = random.Random(SEED)
    drawn = [
        (
            [[source.randint(-3, 3) for _ in range(ALPHABET + 1)] for _ in range(ALPHABET)],
            source.sample(range(-9, 10), ALPHABET),
        )
        for _ in range(heads)
    ]

    def holds(tokens: tuple[int, ...]) -> bool:
        for scores, values in drawn:
            before = _output(tokens, scores, values, shifted)
            if any(_output((*order, tokens[-1]), scores, values, shifted) != before for order in permutations(tokens[:-1])):
                return False
        return True

    cases = [tokens for n in range(1, longest + 1) for tokens in product(range(ALPHABET), repeat=n)]
    return Exhausted.over("sequences", sum(ALPHABET**n for n in range(1, longest + 1)), cases, holds)


def _one_layer(tokens: tuple[int, ...], shifted: bool) -> int | None:
    keys = (ALPHABET, *tokens[:-1]) if shifted else tokens
    weights = [Fraction(2) ** (100 * int(key == tokens[-1]) + j) for j, key in enumerate(keys)]
    if all(key != tokens[-1] for key in keys):
        return None
    total = [sum((w for w, t in zip(weights, tokens, strict=True) if t == a), Fraction(0)) for a in range(ALPHABET)]
    return total.index(max(total))


def one_layer_follows_the_rule(shifted: bool, longest: int) -> Exhausted:
    """With `shifted` keys, and a preference for late places, one layer predicts the token after the last occurrence."""

    def holds(tokens: tuple[int, ...]) -> bool:
        places = [j for j in range(len(tokens) - 1) if tokens[j] == tokens[-1]]
        return _one_layer(tokens, shifted) == (tokens[places[-1] + 1] if places else None)

    cases = [tokens for n in range(1, longest + 1) for tokens in product(range(ALPHABET), repeat=n)]
    return Exhausted.over("sequences", sum(ALPHABET**n for n in range(1, longest + 1)), cases, holds)


def single_layer_heads_that_follow_the_rule(number: int, longest: int) -> Exhausted:
    """Of the two heads, with usual and with shifted keys, exactly `number` follow the rule on all sequences."""
    followers = [shifted for shifted in (False, True) if one_layer_follows_the_rule(shifted, longest).failed == 0]
    return Exhausted.over("counts", 1, [len(followers)], lambda count: count == number)
