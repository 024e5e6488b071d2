"""How ten steps of nine tenths go together: three laws with the same marginals, and what a longer chain or a retry asks for.

Each step fails with probability 1 − r. Independent steps all succeed with probability r^n. A law that lets all of them fail
together has r, and one in which never two of them fail has 1 − n(1 − r) where that is not negative; these are the ends of
what the marginals allow (Fréchet). A step with a second try after a failure that is noticed, independent of the first,
succeeds with 1 − (1 − r)².
"""

from fractions import Fraction
from itertools import product

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 128
Law = dict[tuple[bool, ...], Fraction]


def _law(kind: str, steps: int, each: Fraction) -> Law:
    """The probability of every pattern of successes that has one."""
    everything = (True,) * steps
    if kind == "fail_together":
        return {everything: each, (False,) * steps: 1 - each}
    if kind == "never_two_fail":
        alone = {tuple(i != j for i in range(steps)): 1 - each for j in range(steps)}
        return {everything: 1 - steps * (1 - each)} | alone
    law: Law = {}
    for pattern in product((True, False), repeat=steps):
        right = sum(pattern)
        law[pattern] = each**right * (1 - each) ** (steps - right)
    return law


def all_steps_succeed_with(steps: int, each: Fraction, kinds: list[str], together: list[Fraction]) -> Enclosure:
    """Each law of `kinds` sums to 1, gives every step `each`, and gives all steps at once the number in `together`."""
    balls = []
    for kind, joint in zip(kinds, together, strict=True):
        law = _law(kind, steps, each)
        balls.append(Ball(f"{kind}: total", sum(law.values(), Fraction(0)), target=1))
        balls += [
            Ball(f"{kind}: step {i}", sum((w for x, w in law.items() if x[i]), Fraction(0)), target=each) for i in range(steps)
        ]
        balls.append(Ball(f"{kind}: all", law.get((True,) * steps, Fraction(0)), target=joint))
    return Enclosure(tuple(balls))


def step_needed_for(overall: list[Fraction], steps: int, each: list[Fraction], unit: Fraction) -> Enclosure:
    """The n-th root of each number in `overall` is the one in `each` to half a `unit`."""
    with ctx.workprec(PRECISION):
        balls = [
            Ball(f"{whole}^(1/{steps})", ball(whole) ** (arb(1) / steps), low=value - unit / 2, high=value + unit / 2)
            for whole, value in zip(overall, each, strict=True)
        ]
    return Enclosure(tuple(balls))


def chain_with_tries(each: Fraction, tries: int, steps: int, value: Fraction, unit: Fraction) -> Enclosure:
    """(1 − (1 − r)^tries)^n is `value` to half a `unit`."""
    whole = (1 - (1 - each) ** tries) ** steps
    return Enclosure((Ball(f"{tries} tries, {steps} steps", whole, low=value - unit / 2, high=value + unit / 2),))
