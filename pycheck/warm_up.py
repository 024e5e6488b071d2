"""Gradient descent with and without warm-up on two functions of one variable, in rational arithmetic.

On f = λx²/2 a step multiplies x by 1 − ηλ. If the full rate has ηλ > 2, x grows without end once the ramp is over, whatever
happened before, unless a step with ηλ = 1 hit the minimum on the dot: warm-up cannot help. On f = x⁴/4 a step multiplies x
by 1 − ηx²; from |x| > √(2/η) the full rate diverges, and a ramp that brings x below √(2/η) first saves the run. So a ramp
helps where the curvature on the way is larger than at the end, and not otherwise.

Iterates are rounded to 200 binary places after each step, to keep fractions short.
"""

from fractions import Fraction

from claimledger.finding import Exhausted

STEPS, FAR, NEAR = 400, 10**6, 1
PLACES = 2**200


def _run(power: int, start: Fraction, rate: Fraction, ramp: int) -> str:
    """Where gradient descent on x^power/power ends: diverged or near 0, with the rate at t being `rate`·min(1, t/ramp)."""
    x = start
    for t in range(1, STEPS + 1):
        eta = rate * min(Fraction(1), Fraction(t, ramp)) if ramp else rate
        x -= eta * x ** (power - 1)
        x = Fraction(round(x * PLACES), PLACES)
        if abs(x) > FAR:
            return "diverged"
    return "near" if abs(x) < NEAR else "wandering"


def ramp_saves_the_run(power: int, rates: list[Fraction], starts: list[Fraction], ramp: int) -> Exhausted:
    """At every rate and start the full rate from step 1 diverges and the ramp over `ramp` steps ends near 0."""

    def holds(case: tuple[Fraction, Fraction]) -> bool:
        rate, start = case
        return _run(power, start, rate, 0) == "diverged" and _run(power, start, rate, ramp) == "near"

    cases = [(rate, start) for rate in rates for start in starts]
    return Exhausted.over(f"x^{power}/{power}, {len(rates)} rates, {len(starts)} starts", len(rates) * len(starts), cases, holds)


def full_rate_diverges_however_it_is_reached(power: int, rates: list[Fraction], ramps: list[int]) -> Exhausted:
    """From x = 1 and for each ramp, 0 being none, the run diverges."""
    cases = [(rate, ramp) for rate in rates for ramp in ramps]
    size = len(rates) * len(ramps)
    return Exhausted.over(
        f"x^{power}/{power}", size, cases, lambda case: _run(power, Fraction(1), case[0], case[1]) == "diverged"
    )
