"""How many minimal circuits a behaviour has, over every function of three components.

A model of three components shows a behaviour (1) with all of them and not (0) with none; in between it is any function of which
components are left on. A set of components is faithful if it shows the behaviour alone, and minimal if no proper subset does.
It is complete (Wang et al. 2023) if taking any part of it away has the same effect on it alone as on the whole model. Of the
256 functions 64 have the behaviour with all and not with none.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure

FULL = 7


def _minimal(shown: tuple[int, ...]) -> list[int]:
    faithful = [s for s in range(8) if shown[s]]
    return [s for s in faithful if not any(t != s and t & s == t for t in faithful)]


def _complete(shown: tuple[int, ...], circuit: int) -> bool:
    parts = [k for k in range(8) if k & circuit == k]
    return all(shown[circuit & ~k] == shown[FULL & ~k] for k in parts)


def minimal_circuits_number(behaviours: int, one: int, several: int, complete: int) -> Enclosure:
    """Behaviours, those with one minimal faithful circuit, with several, and with a minimal one that is complete."""
    functions = [shown for shown in product((0, 1), repeat=8) if shown[FULL] and not shown[0]]
    sets = [_minimal(shown) for shown in functions]
    lone = sum(len(minimal) == 1 for minimal in sets)
    whole = sum(any(_complete(f, s) for s in minimal) for f, minimal in zip(functions, sets, strict=True))
    return Enclosure(
        (
            Ball("behaviours", Fraction(len(functions)), target=behaviours),
            Ball("one minimal circuit", Fraction(lone), target=one),
            Ball("several", len(functions) - Fraction(lone), target=several),
            Ball("a minimal one is complete", Fraction(whole), target=complete),
        )
    )


def either_of_two_is(minimal: list[int], complete: list[int]) -> Enclosure:
    """The behaviour that needs component 1 or component 2: its minimal circuits and the complete sets, as binary numbers."""
    shown = tuple(int(bool(s & 3)) for s in range(8))
    found = [_minimal(shown), [s for s in range(1, 8) if _complete(shown, s)]]
    balls = []
    for name, got, said in zip(("minimal", "complete"), found, (minimal, complete), strict=True):
        balls.append(Ball(f"number of {name}", Fraction(len(got)), target=len(said)))
        balls += [Ball(f"{name} {i}", Fraction(a), target=b) for i, (a, b) in enumerate(zip(got, said, strict=False))]
    return Enclosure(tuple(balls))
