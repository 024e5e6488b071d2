"""What injected text can do to the world outside, by what acts on the model's output: every text of a few tokens.

The model is taken at its worst: it puts out the injected text as it is. Around it stands a program, which shows the output
as plain text, or shows it in a client that fetches the address of an image, or runs the tools that it names. The outside
world is what leaves the program: addresses fetched, with the secret in them, and calls made.
"""

from itertools import product

from claimledger.finding import Exhausted

TOKENS = ("word", "IMAGE(https://a.example/?secret)", "CALL(delete)")


def _outside(text: tuple[str, ...], around: str) -> list[str]:
    """What leaves the program when the model puts out this text."""
    acts: dict[str, tuple[str, ...]] = {"plain": (), "fetching_client": ("IMAGE",), "tools": ("CALL",)}
    return [token for token in text if token.startswith(acts[around])]


def nothing_leaves(around: str, longest: int) -> Exhausted:
    """For every injected text of up to `longest` tokens nothing leaves the program; around: plain, fetching_client or tools."""
    texts = [text for length in range(longest + 1) for text in product(TOKENS, repeat=length)]
    size = sum(len(TOKENS) ** length for length in range(longest + 1))
    return Exhausted.over(f"texts of up to {longest} tokens", size, texts, lambda text: not _outside(text, around))
