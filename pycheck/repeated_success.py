"""pass^k: the mean over tasks of the probability that all of k tries succeed, and what a fall from pass^1 to pass^k says.

With p the success rate of a task, pass^k = E[p^k] over tasks. The drop is E[p − p^k], and x − x^k is 0 at 0 and 1 and largest
between them at x = k^(−1/(k−1)), where it is (1 − 1/k) k^(−1/(k−1)). So at least drop/((1 − 1/k) k^(−1/(k−1))) of the tasks
have a rate that is neither 0 nor 1, and a mixture of that rate and of tasks that always succeed has just the drop and the
share. If all tasks had the same rate, pass^k would be (pass^1)^k; if every task had rate 0 or 1 it would be pass^1.
"""

from fractions import Fraction
from itertools import combinations_with_replacement

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure, Exhausted
from pycheck.definitions import ball

PRECISION = 128


def _largest_drop(tries: int) -> arb:
    """max of x − x^k on [0, 1]."""
    return (1 - arb(1) / tries) * arb(tries) ** (arb(-1) / (tries - 1))


def share_of_mixed_tasks_exceeds(share: Fraction, once: Fraction, every: Fraction, tries: int) -> Enclosure:
    """(pass^1 − pass^k) over the largest drop of one task is more than `share`."""
    with ctx.workprec(PRECISION):
        bound = ball(once - every) / _largest_drop(tries)
        return Enclosure((Ball("share of tasks neither always nor never solved", bound, low=share, high=1),))


def mixture_attains(once: Fraction, every: Fraction, tries: int, rate: Fraction, share: Fraction) -> Enclosure:
    """Some share below `share` of tasks at `rate`, some that always succeed and some that never do have both means."""
    mixed = (once - every) / (rate - rate**tries)
    always = once - mixed * rate
    balls = (
        Ball("mixed", mixed, low=0, high=share),
        Ball("always", always, low=0, high=1 - mixed),
        Ball("pass^1", mixed * rate + always, target=once),
        Ball("pass^k", mixed * rate**tries + always, target=every),
    )
    return Enclosure(balls)


def equal_tasks_give(once: Fraction, tries: int, every: Fraction, unit: Fraction) -> Enclosure:
    """(pass^1)^k is `every` to half a `unit`: all tasks alike and the tries independent."""
    return Enclosure((Ball("pass^k of equal tasks", once**tries, low=every - unit / 2, high=every + unit / 2),))


def drop_is_at_most_the_share_times(largest: Fraction, tasks: int, parts: int, tries: int) -> Exhausted:
    """pass^1 − pass^k ≤ (share of tasks with 0 < p < 1) · `largest`, for all rates of `tasks` tasks in 1/`parts`."""

    def holds(rates: tuple[Fraction, ...]) -> bool:
        drop = sum((p - p**tries for p in rates), Fraction(0)) / tasks
        return drop <= largest * Fraction(sum(0 < p < 1 for p in rates), tasks)

    cases = list(combinations_with_replacement([Fraction(k, parts) for k in range(parts + 1)], tasks))
    return Exhausted.over(f"{tasks} tasks, rates in 1/{parts}", len(cases), cases, holds)


def mean_of_domains(rates: list[Fraction], mean: Fraction) -> Enclosure:
    """The plain mean of the rates of several domains."""
    return Enclosure((Ball("mean over domains", sum(rates, Fraction(0)) / len(rates), target=mean),))
