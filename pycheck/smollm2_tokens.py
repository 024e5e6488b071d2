"""Text to the tokens of SmolLM2 and back: byte-level BPE with the merges of the GGUF file.

A text is cut by the pattern of GPT-2 after each digit has been made a piece of its own; within a piece the adjacent pair
of lowest rank is merged until none is left. ASCII only, so that Python's own character classes say what the pattern
means. No special token is put in front: the file says `add_bos_token` is false.
"""

import itertools
import re
from functools import cache

from pycheck import smollm2

DIGITS = re.compile(r"([0-9])")
PIECES = re.compile(r"'(?:s|t|re|ve|m|ll|d)| ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+|\s+(?!\S)|\s+")


@cache
def _alphabet() -> dict[int, str]:
    """GPT-2's printable stand-in for each byte."""
    plain = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    rest = [byte for byte in range(256) if byte not in plain]
    return {byte: chr(byte) for byte in plain} | {byte: chr(256 + k) for k, byte in enumerate(rest)}


@cache
def _tables() -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    tokens, merges = smollm2.vocabulary()
    ranks = {(pair[0], pair[1]): rank for rank, pair in enumerate(merge.split(" ") for merge in merges)}
    return {token: number for number, token in enumerate(tokens)}, ranks


@cache
def _merged(piece: str) -> tuple[str, ...]:
    ranks = _tables()[1]
    parts = list(piece)
    while len(parts) > 1:
        rank, at = min((ranks.get((a, b), len(ranks)), k) for k, (a, b) in enumerate(itertools.pairwise(parts)))
        if rank == len(ranks):
            break
        parts[at : at + 2] = [parts[at] + parts[at + 1]]
    return tuple(parts)


def encode(text: str) -> list[int]:
    """The token numbers of an ASCII text."""
    text.encode("ascii")
    numbers, alphabet = _tables()[0], _alphabet()
    pieces = [piece for part in DIGITS.split(text) for piece in PIECES.findall(part)]
    return [numbers[token] for piece in pieces for token in _merged("".join(alphabet[ord(c)] for c in piece))]


def decode(tokens: list[int]) -> str:
    """The text of token numbers, ASCII as above."""
    table, back = smollm2.vocabulary()[0], {stand_in: byte for byte, stand_in in _alphabet().items()}
    return bytes(back[c] for token in tokens for c in table[token]).decode("ascii")
