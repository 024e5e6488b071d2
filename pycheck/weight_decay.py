"""How many steps of decay alone bring a weight norm down to a tenth: (1 − ηλ)^t in balls.

With no gradient a step of decay multiplies the weights by 1 − ηλ. The number of steps to a given ratio of norms is
log(ratio)/log(1 − ηλ), close to 1/(ηλ) times a constant: ten times less decay takes ten times as long, to within rounding.
"""

from fractions import Fraction

from flint import ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball


def norm_is_a_tenth_after(steps: list[int], decays: list[Fraction]) -> Enclosure:
    """For each ηλ, (1 − ηλ)^t is below 1/10 at t = steps and above it one step sooner."""
    tenth = Fraction(1, 10)
    balls = []
    with ctx.workprec(200):
        for count, decay in zip(steps, decays, strict=True):
            balls.append(Ball(f"ηλ = {decay}, {count} steps", ball(1 - decay) ** count, high=tenth))
            balls.append(Ball(f"ηλ = {decay}, {count - 1} steps", ball(1 - decay) ** (count - 1), low=tenth))
    return Enclosure(tuple(balls))
