"""Whether published mean attention falls with distance, step by step, in the decimals of the files."""

from fractions import Fraction
from itertools import pairwise

from flint import arb

from claimledger.finding import Ball, Enclosure
from pycheck.decay_fits import profiles


def mean_attention_falls_at_every_step(files: int, falling: int, last_step_up: int, shortest: int) -> Enclosure:
    """How many profiles fall from each distance to the next, how many rise at the last step, and where they start."""
    steps = [[a > b for a, b in pairwise(Fraction(mean) for mean in profile.means)] for profile in profiles()]
    counts = {
        "files": (len(steps), files),
        "falling throughout": (sum(map(all, steps)), falling),
        "rising at the last step": (sum(not step[-1] for step in steps), last_step_up),
        "shortest distance": (min(profile.distances[0] for profile in profiles()), shortest),
    }
    return Enclosure(tuple(Ball(name, arb(found), target=said) for name, (found, said) in counts.items()))
