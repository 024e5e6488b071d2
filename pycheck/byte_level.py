"""A byte-level tokenizer has a piece for every text: every list of two merges over a small alphabet, and every code point.

The base vocabulary is the 256 byte values; merges only add pieces. Encoding turns text into its UTF-8 bytes and applies the
merges in order, decoding joins the bytes of the pieces. So encode is defined everywhere and decode(encode(x)) = x, whatever the
merges. A list of words that is closed under nothing has no number for a word that is not on it.

Bytes: all lists of up to two merges of pieces over the bytes of "aé" (three byte values), on all byte strings up to a length, cut
inside é among them. Code points: all 1,112,064 that UTF-8 encodes, in runs of 256, with the merges of one such list.
"""

from collections.abc import Iterator
from itertools import product

from claimledger.finding import Exhausted

BASE = [bytes([b]) for b in "aé".encode()]
Merge = tuple[bytes, bytes]
SURROGATES = range(0xD800, 0xE000)


def encoded(data: bytes, merges: tuple[Merge, ...], base: set[bytes] | None = None) -> list[bytes] | None:
    """The pieces of some bytes; None if a byte is not in the base vocabulary."""
    pieces = [bytes([b]) for b in data]
    if base is not None and not set(pieces) <= base:
        return None
    for first, second in merges:
        out: list[bytes] = []
        for piece in pieces:
            if out and out[-1] == first and piece == second:
                out[-1] = first + second
            else:
                out.append(piece)
        pieces = out
    return pieces


def _merge_lists() -> Iterator[tuple[Merge, ...]]:
    yield ()
    for a, b in product(BASE, repeat=2):
        yield ((a, b),)
        for c, d in product([*BASE, a + b], repeat=2):
            yield ((a, b), (c, d))


def every_string_is_encoded_and_decoded(base_size: int, longest: int) -> Exhausted:
    """For all lists of up to 2 merges and all byte strings up to `longest`, with the first `base_size` of 3 bytes as the base."""
    base = set(BASE[:base_size])

    def holds(case: tuple[tuple[Merge, ...], bytes]) -> bool:
        pieces = encoded(case[1], case[0], base)
        return pieces is not None and b"".join(pieces) == case[1]

    strings = [b"".join(letters) for n in range(longest + 1) for letters in product(BASE, repeat=n)]
    cases = [(merges, string) for merges in _merge_lists() for string in strings]
    size = (1 + 9 + 9 * 16) * sum(3**n for n in range(longest + 1))
    return Exhausted.over(f"merges and strings up to {longest}", size, cases, holds)


def every_code_point_comes_back(base: str) -> Exhausted:
    """All code points but surrogates, 256 at a time, through pieces out of a base of `bytes`, or of `ascii` only, and back."""
    vocabulary = {bytes([b]) for b in range(128 if base == "ascii" else 256)}

    def holds(start: int) -> bool:
        text = "".join(map(chr, range(start, start + 256)))
        pieces = encoded(text.encode(), ((b"\xc3", b"\xa9"), (b"a", b"b")), vocabulary)
        return pieces is not None and b"".join(pieces).decode() == text

    starts = [start for start in range(0, 0x110000, 256) if start not in SURROGATES]
    return Exhausted.over("runs of 256 code points", (0x110000 - len(SURROGATES)) // 256, starts, holds)
