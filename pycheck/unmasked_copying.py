"""A head that looks one place ahead: perfect where the answer is in its input, at chance where it is not. All short sequences.

Next-token prediction asks, at each place, for the token that comes after. Without a mask the whole sequence is the input, and one
head whose weight lies on the following place reads the answer off: no loss, and nothing learned about the language. In generation
the last place is the end of what there is; the head has nothing to look at and repeats its own token. Over all sequences each
token follows each prefix equally often, so whatever a predictor does with the prefix it is right in one sequence out of
`alphabet`; the head is one such predictor.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure


def _looks_ahead(visible: tuple[int, ...], place: int, mask: bool) -> int:
    """The token at the following place if it may be seen and is there; its own token if not."""
    ahead = place + 1
    return visible[ahead] if ahead < len(visible) and not mask else visible[place]


def head_is_right_in(alphabet: int, length: int, mask: bool, inside: Fraction, at_the_end: Fraction) -> Enclosure:
    """The shares of right answers with the next token in the input, and with the text ending at the place asked about."""
    right = {"inside": 0, "end": 0}
    sequences = list(product(range(alphabet), repeat=length))
    for tokens in sequences:
        for place in range(length - 1):
            right["inside"] += _looks_ahead(tokens, place, mask) == tokens[place + 1]
            right["end"] += _looks_ahead(tokens[: place + 1], place, mask) == tokens[place + 1]
    asked = len(sequences) * (length - 1)
    return Enclosure(
        (
            Ball("next token in the input", Fraction(right["inside"], asked), target=inside),
            Ball("text ends here", Fraction(right["end"], asked), target=at_the_end),
        )
    )
