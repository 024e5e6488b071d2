"""What throughput, goodput and the time to the first token measure, in small exact models.

A step with B texts takes a + bB and makes B tokens: B/(a + bB) tokens a second, growing with B, and a time of a + bB between two
tokens of a text. A limit on that time is met up to B = (limit − a)/b and by nobody above. Texts that queue for prefill wait for
those before them: the k-th of texts that come at once has k times the prefill's time to its first token.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure, Exhausted


def _tokens_per_second(batch: int, fixed: Fraction, each: Fraction) -> Fraction:
    return 1000 * batch / (fixed + each * batch)


def goodput_ends_where_throughput_grows(
    follows_throughput: bool, fixed: Fraction, each: Fraction, limit: Fraction, most: int, last_good: int
) -> Exhausted:
    """For B to `most`: throughput grows; all texts meet the limit up to `last_good`, and none above.

    Where goodput `follows_throughput`, the tokens within the limit are to grow with B throughout.
    """

    def within(batch: int) -> Fraction:
        return _tokens_per_second(batch, fixed, each) if fixed + each * batch <= limit else Fraction(0)

    def holds(batch: int) -> bool:
        grows = _tokens_per_second(batch, fixed, each) > _tokens_per_second(batch - 1, fixed, each)
        if follows_throughput:
            return grows and within(batch) > within(batch - 1)
        return grows and (within(batch) > 0) == (batch <= last_good)

    return Exhausted.over(f"batches to {most}", most, range(1, most + 1), holds)


def rates_round_to(batches: list[int], fixed: Fraction, each: Fraction, rates: list[int]) -> Enclosure:
    """Tokens a second at each batch, to the nearest whole number."""
    half = Fraction(1, 2)
    balls = [
        Ball(f"B = {batch}", _tokens_per_second(batch, fixed, each), low=rate - half, high=rate + half)
        for batch, rate in zip(batches, rates, strict=True)
    ]
    return Enclosure(tuple(balls))


def _waits(texts: int) -> list[Fraction]:
    """When each of texts that come at once has been read, one after the other, a prompt taking one unit."""
    clock, done = Fraction(0), []
    for _ in range(texts):
        clock += 1
        done.append(clock)
    return done


def first_token_is_mostly(prefill: bool, texts: int, share: Fraction) -> Exhausted:
    """Of `texts` that come at once: from the third on reading the own prompt is less than `share` of the wait.

    Where `prefill` is to be most of it, it is at least `share` for all of them.
    """

    def holds(case: tuple[int, Fraction]) -> bool:
        place, wait = case
        return 1 / wait >= share if prefill or place < 3 else 1 / wait < share

    return Exhausted.over(f"{texts} texts", texts, enumerate(_waits(texts), 1), holds)


def own_share_of_the_last(texts: int, share: Fraction) -> Enclosure:
    """The own prompt's part of the last text's wait."""
    return Enclosure((Ball("share", 1 / _waits(texts)[-1], target=share),))
