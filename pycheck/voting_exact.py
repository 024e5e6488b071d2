"""Accuracy of votes over several answers, by going through all counts, in rational arithmetic.

n independent draws from a law over answers, of which the first is right. The answer with the most votes wins; of t tied
answers each wins with probability 1/t. The accuracy is the sum over all vectors of counts of the multinomial probability,
times the right answer's share (Wang et al. 2022 use the vote on chains of thought). Where a share c of questions has all n
votes copied from one draw, the accuracy is c·p + (1 − c)·P_n. Over questions of several kinds it is the mean over kinds.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise
from math import factorial

from claimledger.finding import Ball, Enclosure, Exhausted


def _counts(votes: int, answers: int) -> Iterator[tuple[int, ...]]:
    for bars in combinations(range(votes + answers - 1), answers - 1):
        edges = (-1, *bars, votes + answers - 1)
        yield tuple(b - a - 1 for a, b in pairwise(edges))


def _accuracy(law: list[Fraction], votes: int) -> Fraction:
    denominator = 1
    for share in law:
        denominator = denominator * share.denominator
    parts = [int(share * denominator) for share in law]
    total = Fraction(0)
    for counts in _counts(votes, len(law)):
        most = max(counts)
        if counts[0] < most:
            continue
        ways = factorial(votes)
        for part, count in zip(parts, counts, strict=True):
            ways = ways // factorial(count) * part**count
        total += Fraction(ways, counts.count(most))
    return total / int(denominator**votes)


def _rounded(label: str, value: Fraction, printed: str) -> Ball:
    half = Fraction(1, 2 * 10 ** len(printed.split(".")[1]))
    return Ball(label, value, low=Fraction(printed) - half, high=Fraction(printed) + half)


def majority_beats_one_vote_iff_above(turning: Fraction, parts: int, votes: list[int]) -> Exhausted:
    """For p in multiples of 1/`parts` strictly between 0 and 1: P_n > p iff p > `turning`."""
    cases = [(k, n) for k in range(1, parts) for n in votes]

    def holds(case: tuple[int, int]) -> bool:
        p = Fraction(case[0], parts)
        return (_accuracy([p, 1 - p], case[1]) > p) == (p > turning)

    return Exhausted.over(f"p in parts of {parts}, n in {votes}", (parts - 1) * len(votes), cases, holds)


def accuracy_by_votes(law: list[str], votes: list[int], accuracy: list[str]) -> Enclosure:
    """The accuracy of a vote among answers of this law, right answer first, to the decimals printed."""
    shares = [Fraction(x) for x in law]
    pairs = zip(votes, accuracy, strict=True)
    return Enclosure(tuple(_rounded(f"{n} votes", _accuracy(shares, n), text) for n, text in pairs))


def accuracy_over_kinds(kinds: list[str], votes: list[int], accuracy: list[str]) -> Enclosure:
    """Two answers; as many questions of each kind, on which a draw is right with the probability of `kinds`."""
    shares = [Fraction(x) for x in kinds]
    balls = []
    for n, text in zip(votes, accuracy, strict=True):
        mean = sum((_accuracy([p, 1 - p], n) for p in shares), Fraction(0)) / len(shares)
        balls.append(_rounded(f"{n} votes", mean, text))
    return Enclosure(tuple(balls))


def accuracy_with_copied_votes(p: Fraction, votes: int, copied: list[str], accuracy: list[str]) -> Enclosure:
    """Two answers; on a share of questions, for each of `copied`, all votes are copies of one draw.

    Followed through: with probability c one draw decides, else the majority of `votes` independent ones does.
    """
    balls = []
    for text, printed in zip(copied, accuracy, strict=True):
        share = Fraction(text)
        value = share * _accuracy([p, 1 - p], 1) + (1 - share) * _accuracy([p, 1 - p], votes)
        balls.append(_rounded(f"copied {text}", value, printed))
    return Enclosure(tuple(balls))
