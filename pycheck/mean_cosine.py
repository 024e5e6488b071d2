"""The mean cosine of a set of unit vectors is fixed by the length of their mean, and a common part keeps the order: symbols.

The square of a sum is the sum of all products of two of its terms. For n unit vectors v_i with mean μ this is

    Σ_{i≠j} v_i·v_j = n²|μ|² − n,        mean over pairs of cos = (n|μ|² − 1)/(n − 1),

which is near |μ|² for many vectors: a narrow cone and a high mean cosine are one thing. If unit vectors v, w with v·w = ρ
get the same further component c, orthogonal to both, their cosine becomes

    (ρ + c²)/(1 + c²),        a rising function of ρ,

so that every cosine rises and none overtakes another. (Ethayarajh 2019 measures the mean cosine of contextual vectors.)
"""

from itertools import combinations

import sympy

from claimledger.finding import Domain, Equation, Residual

SIZES = (2, 3, 4, 5)
WIDTH = 3


def mean_cosine_is_fixed_by_the_mean(diagonal_taken_off: bool) -> Residual:
    """n(n − 1) times the mean cosine is n²|μ|² − Σ|v_i|², for vectors written out; without the last term where told."""
    equations = []
    domains: dict[sympy.Symbol, Domain] = {}
    for size in SIZES:
        vectors = [sympy.symbols(f"v_{i}_1:{WIDTH + 1}", real=True) for i in range(size)]
        domains |= {entry: Domain() for vector in vectors for entry in vector}
        pairs = sympy.Add(*(2 * a * b for v, w in combinations(vectors, 2) for a, b in zip(v, w, strict=True)))
        total = sympy.Add(*(sympy.Add(*column) ** 2 for column in zip(*vectors, strict=True)))
        lengths = sympy.Add(*(a**2 for v in vectors for a in v))
        right = sympy.expand(total) - (lengths if diagonal_taken_off else 0)
        equations.append(Equation(f"n = {size}", pairs, right))
    return Residual(tuple(equations), domains)


def common_part_takes_cosine_to(weight: int) -> Residual:
    """The cosine after adding c e is (ρ + `weight`·c²)/(1 + c²) and its slope in ρ is 1/(1 + c²)."""
    rho, c, width = sympy.Symbol("ρ", real=True), sympy.Symbol("c", real=True), sympy.Symbol("w_2", real=True)
    first, second = (sympy.Integer(1), sympy.Integer(0), c), (rho, width, c)
    rest = 1 - rho**2
    dot = sympy.Add(*(a * b for a, b in zip(first, second, strict=True)))
    lengths = [sympy.expand(sympy.Add(*(a**2 for a in v))).subs(width**2, rest) for v in (first, second)]
    after = dot / (1 + c**2)
    domains = {rho: Domain(low=-1, high=1), c: Domain()}
    equations = (
        Equation("both lengths squared", lengths[0] * lengths[1], (1 + c**2) ** 2),
        Equation("cosine", after, (rho + weight * c**2) / (1 + c**2)),
        Equation("slope in ρ", sympy.diff(after, rho), 1 / (1 + c**2)),
    )
    return Residual(equations, domains)
