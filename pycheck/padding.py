"""What share of a padded batch is padding: 1 − mean/max of its lengths, from nothing to nearly all.

A batch of documents of lengths l_1, …, l_B is padded to the longest, so that B·max positions hold Σ l tokens. Positions are what
projections and feed-forward layers pay for; full attention scores pay for their squares, B·max² against Σ l². The lengths are
planted: which shares occur depends on the documents, and on which of them are put together.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure, Exhausted


def _padded(lengths: list[int]) -> list[list[bool]]:
    """The rectangle, True where there is a token."""
    return [[place < length for place in range(max(lengths))] for length in lengths]


def _share(lengths: list[int]) -> Fraction:
    rectangle = _padded(lengths)
    filled = sum(sum(row) for row in rectangle)
    return 1 - Fraction(filled, len(rectangle) * len(rectangle[0]))


def padding_share_lies_between(batches: list[list[int]], low: list[Fraction], high: list[Fraction]) -> Enclosure:
    """The share of padding in each batch, counted position by position; the ends are left out."""
    rows = zip(batches, low, high, strict=True)
    return Enclosure(tuple(Ball(f"lengths {b[:4]}…", _share(b), low=least, high=most) for b, least, most in rows))


def score_padding_share_lies_between(lengths: list[int], low: Fraction, high: Fraction) -> Enclosure:
    """The share of scores, each position against each, that involve padding."""
    scores = 1 - Fraction(sum(length**2 for length in lengths), len(lengths) * max(lengths) ** 2)
    return Enclosure((Ball(f"scores of {lengths}", scores, low=low, high=high),))


def padding_share_is_one_less_mean_over_max(over: str, longest: int) -> Exhausted:
    """1 − mean/`over` (max or longest allowed) is the counted share, for every batch of three lengths up to `longest`."""
    cases = [[a, b, c] for a in range(1, longest + 1) for b in range(1, longest + 1) for c in range(1, longest + 1)]

    def holds(lengths: list[int]) -> bool:
        top = max(lengths) if over == "max" else longest
        return _share(lengths) == 1 - Fraction(sum(lengths), len(lengths) * top)

    return Exhausted.over(f"three lengths up to {longest}", longest**3, cases, holds)
