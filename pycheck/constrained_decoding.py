"""Constrained decoding over every small language: what the mask has to know, and what it does to probabilities.

Texts are strings over {a, b} of length at most 2, a language is a set of them. Before each token the mask says which of a, b
and end are allowed, the model's probabilities are renormalised over these, and one is drawn. Two masks: `completable` allows
a token if some string of the language begins that way (Willard & Louf 2023; Geng et al. 2023); `well_formed` allows a and b
as long as the length permits, and end only where the string is in the language: it never ends wrongly, and may come to a
point where nothing is allowed.

All outcomes are followed with rational probabilities. Decoding that is stopped after a budget of tokens puts out what it
has.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted

LONGEST = 2
STRINGS = tuple("".join(s) for length in range(LONGEST + 1) for s in product("ab", repeat=length))
Language = frozenset[str]
WEIGHTS = {"a": 5, "b": 3, "end": 2}
"""What the model gives to each token, at every prefix."""


def _allowed(prefix: str, language: Language, mask: str) -> list[str]:
    if mask == "completable":
        longer = [t for t in "ab" if any(s.startswith(prefix + t) for s in language)]
    else:
        longer = [t for t in "ab" if len(prefix) < LONGEST]
    return longer + ["end"] * (prefix in language)


def _outcomes(language: Language, mask: str, budget: int) -> dict[str, Fraction]:
    """The law of what comes out; a dead end puts out its prefix and a mark."""
    found: dict[str, Fraction] = {}
    open_: list[tuple[str, Fraction]] = [("", Fraction(1))]
    while open_:
        prefix, chance = open_.pop()
        allowed = _allowed(prefix, language, mask)
        total = sum(WEIGHTS[t] for t in allowed)
        if not allowed or len(prefix) == budget:
            key = prefix if allowed else prefix + "?"
            found[key] = found.get(key, Fraction(0)) + chance
            continue
        for token in allowed:
            share = chance * Fraction(WEIGHTS[token], total)
            if token == "end":
                found[prefix] = found.get(prefix, Fraction(0)) + share
            else:
                open_.append((prefix + token, share))
    return found


def _languages() -> Iterator[Language]:
    for chosen in product((False, True), repeat=len(STRINGS)):
        if any(chosen):
            yield frozenset(s for s, inside in zip(STRINGS, chosen, strict=True) if inside)


def every_output_is_in_the_language(mask: str, budget: int) -> Exhausted:
    """For each non-empty language the outputs are in it, each string of it comes out, and the probabilities sum to 1."""

    def holds(language: Language) -> bool:
        law = _outcomes(language, mask, budget)
        return set(law) == set(language) and sum(law.values()) == 1

    ordered = sorted(_languages(), key=sorted)
    return Exhausted.over(
        "languages of strings of length at most 2", 2 ** len(STRINGS) - 1, ordered, lambda x: holds(frozenset(x))
    )


def probability_of_the_risky_branch(completes: Fraction, masked: Fraction, conditional: Fraction) -> Enclosure:
    """Two branches of probability 1/2; a valid text follows the first with probability `completes`, the second surely.

    `masked` is the probability of the first under masking at each step, `conditional` that of the model given a valid text.
    """
    half = Fraction(1, 2)
    tree = {"first": [completes, 1 - completes], "second": [Fraction(1), Fraction(0)]}
    renormalised = {name: half * leaves[0] / leaves[0] for name, leaves in tree.items()}
    valid = {name: half * leaves[0] for name, leaves in tree.items()}
    balls = (
        Ball("sum", sum(renormalised.values(), Fraction(0)), target=1),
        Ball("masked", renormalised["first"], target=masked),
        Ball("given that it is valid", valid["first"] / sum(valid.values(), Fraction(0)), target=conditional),
    )
    return Enclosure(balls)
