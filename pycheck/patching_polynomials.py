"""Patching on drawn functions of three components, against an oracle that reads off what a function depends on.

Every function f of {0, 1}^3 into {0, 1} is one polynomial with coefficients 0 and 1 modulo 2 and no squares (Zhegalkin 1927):
f(x) = Σ_S c_S Π_{i in S} x_i. It depends on x_i just where some S with c_S = 1 holds i. The coefficients are drawn, so what a
function depends on is known before it is ever evaluated; runs and patches then go through the polynomial.

One component of three is patched into the clean run from a corrupted one that differs from it there; what the corrupted run
is elsewhere plays no part.
"""

from itertools import combinations

from hypothesis import strategies as st

from claimledger.finding import Cases

COMPONENTS = 3
MONOMIALS = [frozenset(chosen) for size in range(COMPONENTS + 1) for chosen in combinations(range(COMPONENTS), size)]
Case = tuple[list[frozenset[int]], list[int], int]
"""The monomials, the clean run, and the component in which the corrupted run differs from it."""


def _value(polynomial: list[frozenset[int]], run: list[int]) -> int:
    return sum(all(run[i] for i in monomial) for monomial in polynomial) % 2


def patch_that_changes_the_output_finds_a_dependence(converse: bool, examples: int = 200) -> Cases:
    """A patch of component i changes the output only if i occurs in the polynomial; with `converse`, also if."""

    def holds(case: Case) -> bool:
        polynomial, clean, i = case
        needed = any(i in monomial for monomial in polynomial)
        patched = [1 - x if j == i else x for j, x in enumerate(clean)]
        changed = _value(polynomial, patched) != _value(polynomial, clean)
        return changed == needed if converse else (needed or not changed)

    run = st.lists(st.sampled_from((0, 1)), min_size=COMPONENTS, max_size=COMPONENTS)
    polynomial = st.lists(st.sampled_from(MONOMIALS), unique=True, max_size=len(MONOMIALS))
    return Cases.search(st.tuples(polynomial, run, st.sampled_from(range(COMPONENTS))), holds, examples=examples)
