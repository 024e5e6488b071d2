"""A RoPE score is a function of m − n: in symbols, for one plane of any frequency.

In a plane of frequency ω the query (q_0, q_1) at position m is turned by mω and the key (k_0, k_1) at n by nω
(Su et al. 2021). The score of the plane is the scalar product of the two turned pairs; that of a head is the sum over its
planes, so what holds for one holds for any number of them. Two forms of the claim, with s = −1:

    s ∂_m score = ∂_n score,    which is to say that the score does not change along the lines on which m + s n is constant,
    score = (q_0 k_0 + q_1 k_1) cos((m + s n) ω) + (q_0 k_1 − q_1 k_0) sin((m + s n) ω).

The second follows by the addition theorem, which is applied to its right side before SymPy compares polynomials in the
four cosines and sines; the first needs none.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

M, N, OMEGA = sympy.symbols("m n ω", real=True)
Q0, Q1, K0, K1 = sympy.symbols("q_0 q_1 k_0 k_1", real=True)
DOMAINS = {symbol: Domain() for symbol in (M, N, OMEGA, Q0, Q1, K0, K1)}


def _turned(first: sympy.Expr, second: sympy.Expr, angle: sympy.Expr) -> tuple[sympy.Expr, sympy.Expr]:
    cos, sin = sympy.cos(angle), sympy.sin(angle)
    return cos * first - sin * second, sin * first + cos * second


def score_is_a_function_of_m_plus_s_n(s: int) -> Residual:
    """s ∂_m score = ∂_n score, and the score is the closed form at m + `s` n."""
    q, k = _turned(Q0, Q1, M * OMEGA), _turned(K0, K1, N * OMEGA)
    score = q[0] * k[0] + q[1] * k[1]
    cos, sin = (sympy.expand_trig(function(M * OMEGA + s * N * OMEGA)) for function in (sympy.cos, sympy.sin))
    closed = (Q0 * K0 + Q1 * K1) * cos + (Q0 * K1 - Q1 * K0) * sin
    equations = (
        Equation("constant along m + s n", s * sympy.diff(score, M), sympy.diff(score, N)),
        Equation("closed form", score, closed),
    )
    return Residual(equations, DOMAINS)
