"""Addition modulo p as rotation: residues as points of a circle, exactly and in symbols.

The residue a is the point at the angle w a, w = 2πk/p. Turning by w b takes it to w(a + b), and the score cos(w(a + b − c))
is largest where k(a + b − c) is a multiple of p: for p prime and k not a multiple of p, at c = a + b mod p alone. If k and p
have a common factor other c tie with it. cos 2πx/p falls with the distance of x from the nearest multiple of p, so that its
order needs no cosine. (The algorithm that Nanda et al. 2023, arXiv:2301.05217, read out of a trained network.)
"""

from itertools import product

import sympy

from claimledger.finding import Domain, Equation, Exhausted, Residual

W, A, B = sympy.symbols("w a b", real=True)


def point_of_the_sum_is_the_turned_point(sign: int) -> Residual:
    """(cos wa, sin wa) turned by wb is (cos w(a + `sign` b), sin w(a + `sign` b))."""
    ca, sa, cb, sb = sympy.cos(W * A), sympy.sin(W * A), sympy.cos(W * B), sympy.sin(W * B)
    angle = W * A + sign * W * B
    equations = (
        Equation("cosine", ca * cb - sa * sb, sympy.expand_trig(sympy.cos(angle))),
        Equation("sine", sa * cb + ca * sb, sympy.expand_trig(sympy.sin(angle))),
    )
    return Residual(equations, {W: Domain(), A: Domain(), B: Domain()})


def largest_score_is_at_the_sum_alone(sign: int, moduli: list[int]) -> Exhausted:
    """For each p and k = 1, …, p − 1 and all a, b the score is largest at c = a + `sign` b mod p, and nowhere else."""

    def holds(case: tuple[int, int, int, int]) -> bool:
        p, k, a, b = case
        away = [min(x := k * (a + b - c) % p, p - x) for c in range(p)]
        return [c for c in range(p) if away[c] == min(away)] == [(a + sign * b) % p]

    cases = [(p, k, a, b) for p in moduli for k, a, b in product(range(1, p), range(p), range(p))]
    return Exhausted.over(f"p in {moduli}, every k, a, b", sum((p - 1) * p * p for p in moduli), cases, holds)
