"""The same costs as sums over rows, columns and channels, in symbols.

Σ_(i ≤ n) Σ_(j ≤ n) Σ_(c ≤ d) 1 counts the products of the scores. The products of scores and values per stored score are 2d; the
projections outweigh them up to n = 2d, where both are 8d³. For the other bracketing with features of width D the products are
Σ_(i ≤ n) Σ_(a ≤ D) Σ_(c ≤ d) 2, which is linear in n.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

N, D, F, S = (sympy.Symbol(name, positive=True, integer=True) for name in ("n", "d", "D", "s"))


def _count(*ends: sympy.Expr) -> sympy.Expr:
    """Σ 1 over indices from 1 to each end."""
    total = sympy.Integer(1)
    for place, end in enumerate(ends):
        index = sympy.Symbol(f"i{place}", integer=True)
        total = sympy.summation(total, (index, 1, end))
    return total


def costs_are(score_width: int) -> Residual:
    """Products of scores and values are 2d times the n² d^`score_width` stored scores, and n/2d times the projections."""
    products = _count(N, N, D) + _count(N, D, N)
    stored = _count(N, N) * D**score_width
    projections = 4 * _count(N, D, D)
    equations = (
        Equation("products", products, 2 * N**2 * D),
        Equation("products per stored score", products, 2 * D * stored),
        Equation("products against projections", products * 2 * D, projections * N),
    )
    return Residual(equations, {N: Domain(low=0, integer=True), D: Domain(low=0, integer=True)})


def other_bracketing_grows_as(power: int) -> Residual:
    """s times the tokens take s^`power` times the products, and they are 2Dd/(n(D + d)) of the first bracketing's."""

    def products(n: sympy.Expr) -> sympy.Expr:
        return _count(F, D, n) + _count(n, D, F)

    first = _count(N, N, F) + _count(N, N, D)
    equations = (
        Equation("growth", products(S * N), S**power * products(N)),
        Equation("against the first", products(N) * N * (F + D) * S, first * 2 * F * D * S),
    )
    return Residual(equations, {symbol: Domain(low=0, integer=True) for symbol in (N, D, F, S)})
