"""A long prompt among running decodes, as steps with a cost: how long the others wait between tokens.

A step costs a + c·(tokens in it). It holds one token of each of k running texts and some of the prompt's: all of it at once, or
at most C (a chunk) until it is done. The gap between two tokens of a running text is the cost of the step between them. With
chunks the largest gap is a + c(min(C, n) + k), and the prompt takes ⌈n/C⌉ steps, each with its a.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted


def gaps_and_first_token(prompt: int, running: int, chunk: int, fixed: int, each: int) -> tuple[list[int], int]:
    """The gaps of a running text while the prompt is read, and when the prompt is done."""
    gaps = []
    left = prompt
    while left:
        part = min(chunk, left)
        left -= part
        gaps.append(fixed + each * (part + running))
    return gaps, sum(gaps)


def largest_gap_is(chunked: bool, prompts: int, chunks: int, texts: int, fixed: int, each: int) -> Exhausted:
    """With the prompt in chunks of C the largest gap is a + c(min(C, n) + k), and it is done after n·c + ⌈n/C⌉(a + c·k).

    Where not `chunked` the prompt goes in whole.
    """

    def holds(case: tuple[int, int, int]) -> bool:
        n, chunk, k = case
        gaps, done = gaps_and_first_token(n, k, chunk if chunked else n, fixed, each)
        steps = -(-n // chunk)
        return max(gaps) == fixed + each * (min(chunk, n) + k) and done == each * n + steps * (fixed + each * k)

    cases = product(range(1, prompts + 1), range(1, chunks + 1), range(1, texts + 1))
    return Exhausted.over("prompts, chunks, texts", prompts * chunks * texts, cases, holds)


def gaps_in_numbers(
    prompt: int, running: int, chunk: int, fixed: Fraction, each: Fraction, gap: Fraction, whole: Fraction, later: Fraction
) -> Enclosure:
    """Largest gap with chunks and with the whole prompt, and how much later the prompt is done with chunks, in milliseconds."""
    scale = 10**6
    a, c = int(fixed * scale), int(each * scale)
    chunked, done = gaps_and_first_token(prompt, running, chunk, a, c)
    at_once, soon = gaps_and_first_token(prompt, running, prompt, a, c)
    values = (("with chunks", max(chunked), gap), ("whole", max(at_once), whole), ("later", done - soon, later))
    return Enclosure(tuple(Ball(name, Fraction(value, scale), target=target) for name, value, target in values))


def handing_over_takes(tokens: int, bytes_per_token: int, bytes_per_second: Fraction, milliseconds: Fraction) -> Enclosure:
    """Moving the cache of a prompt to another machine."""
    moved = sum(bytes_per_token for _ in range(tokens))
    low, high = milliseconds - Fraction(1, 2), milliseconds + Fraction(1, 2)
    return Enclosure((Ball("milliseconds", 1000 * moved / bytes_per_second, low=low, high=high),))
