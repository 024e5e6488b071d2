"""C_V(1; N) in powers of log N, derived in symbols from the three constants that the log-moments tend to.

At γ = 1 write L = log N and M_k(1, N) = L^(k+1)/(k+1) + g_k. As N grows, g_k tends to the Stieltjes constant γ_k, and g_0
to Euler's γ_E. Put u = L + g_0, a = g_0²/2 + g_1 and b = g_2 + 2 g_0³/3 + 2 g_0 g_1. Dividing by u term by term,

    M_2/M_0 = u²/3 − g_0 u + g_0² + (g_2 − g_0³/3)/u,        M_1/M_0 = u/2 − g_0 + a/u,
    C_V(1; N) = M_2/M_0 − (M_1/M_0)² = u²/12 − a + b/u − a²/u²
              = L²/12 + g_0 L/6 + g_0²/12 − a + b/u − a²/u².

So the second moment gives 1/3, the square of the mean takes 1/4 away, and 1/12 is left; the next term is (γ_E/6) log N.
This is an identity in L, g_0, g_1, g_2 and says nothing about a limit: that needs a bound on g_k − γ_k.
"""

from fractions import Fraction

import sympy

from claimledger.finding import Domain, Equation, Residual

L, G0, G1, G2 = sympy.symbols("L g_0 g_1 g_2", positive=True)
DOMAINS = {symbol: Domain(low=0) for symbol in (L, G0, G1, G2)}


def heat_capacity_at_one_expands_in_log_n(coefficient: Fraction, next_coefficient: Fraction = Fraction(1, 6)) -> Residual:
    """C_V(1; N) = `coefficient` L² + `next_coefficient` g_0 L + g_0²/12 − a + b/u − a²/u², with the rest as above."""
    moments = [L ** (k + 1) / (k + 1) + g for k, g in enumerate((G0, G1, G2))]
    second, mean = moments[2] / moments[0], moments[1] / moments[0]
    u, a, b = L + G0, G0**2 / 2 + G1, G2 + 2 * G0**3 / 3 + 2 * G0 * G1
    leading, following = (sympy.Rational(c.numerator, c.denominator) for c in (coefficient, next_coefficient))
    rest = G0**2 / 12 - a + b / u - a**2 / u**2
    equations = (
        Equation("E[(log d)²]", second, u**2 / 3 - G0 * u + G0**2 + (G2 - G0**3 / 3) / u),
        Equation("E[log d]", mean, u / 2 - G0 + a / u),
        Equation("C_V(1; N)", second - mean**2, leading * L**2 + following * G0 * L + rest),
    )
    return Residual(equations, DOMAINS)
