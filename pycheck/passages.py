"""The twelve named passages on which the model is measured, and the token sequences made of them.

Six chapters of Jane Austen, one of each novel, and six of Moby-Dick: English prose of the nineteenth century, at least
1,026 tokens each, from the first token on and with nothing put in front. A shuffled passage holds the same tokens in an
order drawn with a seed; a random sequence holds tokens drawn evenly from the vocabulary, control tokens left out.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from pycheck import passages_austen_1811, passages_austen_1815, passages_melville, smollm2_tokens

Tokens = NDArray[np.int64]

WRAPPED = passages_austen_1811.PASSAGES | passages_austen_1815.PASSAGES | passages_melville.PASSAGES
NAMES = tuple(WRAPPED)
CONTROL_TOKENS = 17
"""The first tokens of the vocabulary are marks of the format and no text."""
VOCABULARY = 49_152
KINDS = ("prose", "shuffled", "random")


def text(name: str) -> str:
    """A passage as running text: one line per paragraph, a blank line between two."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in WRAPPED[name].split("\n\n"))


@cache
def _encoded(name: str) -> tuple[int, ...]:
    return tuple(smollm2_tokens.encode(text(name)))


def tokens(name: str, length: int, kind: str = "prose") -> Tokens:
    """`length` tokens made of a passage: its first ones, the same shuffled, or as many random ones."""
    prose = np.array(_encoded(name)[:length], dtype=np.int64)
    if len(prose) != length:
        raise ValueError(f"{name} has {len(prose)} tokens of the {length} asked for")
    draw = np.random.default_rng(NAMES.index(name))
    if kind == "shuffled":
        return draw.permutation(prose)
    if kind == "random":
        return draw.integers(CONTROL_TOKENS, VOCABULARY, length)
    if kind != "prose":
        raise ValueError(f"{kind!r} is none of {KINDS}")
    return prose


def spelling(name: str, at: int) -> str:
    """The text of one token of a passage."""
    return smollm2_tokens.decode([_encoded(name)[at]])
