"""Activation patching on every function of three components with values 0 and 1.

A clean run gives the components the values a, a corrupted run b; the output is f(a), f(b). A patch carries one component over:
noising puts b_i into the clean run, denoising puts a_i into the corrupted one. f depends on component i if there is a point at
which changing i alone changes f.

A patch that changes the output has found such a point, so f depends on the component. The converse is false: at one pair of
runs a component that f depends on may change nothing, as when two components back each other up. And noising and denoising may
name different components: of AND, run from (1, 1) to (0, 0), noising finds both and denoising none; of OR the other way round.
"""

from collections.abc import Callable, Iterator
from itertools import product
from operator import and_, or_, xor

from flint import arb

from claimledger.finding import Ball, Enclosure, Exhausted

Point = tuple[int, ...]
Function = dict[Point, int]


def functions(components: int) -> Iterator[Function]:
    """All functions from {0, 1}^components to {0, 1}."""
    points = list(product((0, 1), repeat=components))
    return (dict(zip(points, values, strict=True)) for values in product((0, 1), repeat=len(points)))


def carried(into: Point, other: Point, i: int) -> Point:
    """The run `into` with its component i taken from `other`."""
    return (*into[:i], other[i], *into[i + 1 :])


def depends(f: Function, i: int) -> bool:
    """Whether changing component i alone changes f anywhere."""
    return any(f[point] != f[carried(point, tuple(1 - x for x in point), i)] for point in f)


def patch_that_changes_the_output_finds_a_dependence(converse: bool, components: int = 3) -> Exhausted:
    """f(clean with b_i) ≠ f(clean) only if f depends on i; with `converse`, also if."""
    tables = [(number, f, [depends(f, i) for i in range(components)]) for number, f in enumerate(functions(components))]
    runs = list(product((0, 1), repeat=components))

    def holds(case: tuple[int, Point, Point, int]) -> bool:
        number, clean, corrupted, i = case
        _, f, needed = tables[number]
        changed = f[carried(clean, corrupted, i)] != f[clean]
        return changed == needed[i] if converse else (needed[i] or not changed)

    cases = ((n, a, b, i) for n, _, _ in tables for a in runs for b in runs if a != b for i in range(components) if a[i] != b[i])
    size = 2**2**components * components * 2 ** (2 * components - 1)
    domain = f"functions of {components} components, pairs of runs, components in which the runs differ"
    return Exhausted.over(domain, size, cases, holds)


def components_named_by_noising_and_by_denoising(noising: list[int], denoising: list[int], agree: int) -> Enclosure:
    """From (1, 1) to (0, 0): how many components each names for AND, OR, XOR; on how many of all 16 functions they agree."""
    clean, corrupted = (1, 1), (0, 0)

    def named(f: Function) -> tuple[list[bool], list[bool]]:
        noised = [f[carried(clean, corrupted, i)] != f[clean] for i in (0, 1)]
        denoised = [f[carried(corrupted, clean, i)] != f[corrupted] for i in (0, 1)]
        return noised, denoised

    points = list(product((0, 1), repeat=2))
    gates: dict[str, Callable[[int, int], int]] = {"AND": and_, "OR": or_, "XOR": xor}
    balls = []
    for (name, gate), into_clean, into_corrupted in zip(gates.items(), noising, denoising, strict=True):
        noised, denoised = named({point: gate(*point) for point in points})
        balls += [
            Ball(f"{name}: components named by noising", arb(sum(noised)), target=into_clean),
            Ball(f"{name}: components named by denoising", arb(sum(denoised)), target=into_corrupted),
        ]
    same = sum(noised == denoised for noised, denoised in map(named, functions(2)))
    return Enclosure((*balls, Ball("functions on which the two agree, of 16", arb(same), target=agree)))
