"""A RoPE score in a plane, in symbols: where its peak can be put, and how large it can be.

At distance r = m − n a plane of frequency ω gives q · R(−rω)k, with R a turn. If q is k turned back by r_0 ω the score is
|k|² cos((r − r_0)ω): its peak is at r_0. For any q and k the score and the product across, q × R(−rω)k, are the two legs of
a right triangle: their squares sum to |q|²|k|², as cos² + sin² = 1. So a score is never above Σ|q_i||k_i| at any distance.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

R, R0, OMEGA = sympy.symbols("r r_0 ω", real=True)
Q0, Q1, K0, K1 = sympy.symbols("q_0 q_1 k_0 k_1", real=True)
DOMAINS = {symbol: Domain() for symbol in (R, R0, OMEGA, Q0, Q1, K0, K1)}


def _turned_back(first: sympy.Expr, second: sympy.Expr, angle: sympy.Expr) -> tuple[sympy.Expr, sympy.Expr]:
    cos, sin = sympy.cos(angle), sympy.sin(angle)
    return cos * first + sin * second, cos * second - sin * first


def score_has_its_peak_at_r_0_times(sign: int) -> Residual:
    """With q = k turned back by r_0 ω the score at r is |k|² cos((r − `sign` r_0)ω)."""
    query = _turned_back(K0, K1, R0 * OMEGA)
    key = _turned_back(K0, K1, R * OMEGA)
    score = query[0] * key[0] + query[1] * key[1]
    right = (K0**2 + K1**2) * sympy.expand_trig(sympy.cos(R * OMEGA - sign * R0 * OMEGA))
    return Residual((Equation("score", score, right),), DOMAINS)


def squares_of_both_products_sum_to(growth: int) -> Residual:
    """score² + cross² = (cos² + sin²)·|q|²|k|²·r^`growth`."""
    key = _turned_back(K0, K1, R * OMEGA)
    score = Q0 * key[0] + Q1 * key[1]
    cross = Q0 * key[1] - Q1 * key[0]
    circle = sympy.cos(R * OMEGA) ** 2 + sympy.sin(R * OMEGA) ** 2
    right = circle * (Q0**2 + Q1**2) * (K0**2 + K1**2) * R**growth
    return Residual((Equation("right triangle", score**2 + cross**2, right),), DOMAINS)
