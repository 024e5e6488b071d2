"""The optimum of the parametric loss under C = 6ND, in logarithms, where everything is linear.

With n = log N, d = log D the loss E + A e^(−αn) + B e^(−βd) on n + d = log(C/6) is smallest where the two marginal losses
are equal, αA e^(−αn) = βB e^(−βd), that is

    log(αA) − αn = log(βB) − βd,        n + d = log C − log 6.

Each term is convex in n, so this one stationary point is the minimum. Its solution has d log N/d log C = β/(α+β) and
d log(D/N)/d log C = (α − β)/(α + β): the ratio of tokens to parameters is constant in C just where α = β.
(Hoffmann et al. 2022, equation 4.)
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

A, B, ALPHA, BETA, C = SYMBOLS = sympy.symbols("A B α β C", positive=True)
DOMAINS = {symbol: Domain(low=0) for symbol in SYMBOLS}


def optimal_split_is(ratio: str) -> Residual:
    """The marginal losses balance at log N = (β log(C/6) + log(αA) − log(βB))/(α+β), and D/N goes as `ratio`.

    ratio: power, C^((α−β)/(α+β)); constant, C^0.
    """
    budget = sympy.log(C) - sympy.log(6)
    gain = sympy.log(ALPHA) + sympy.log(A) - sympy.log(BETA) - sympy.log(B)
    n = (BETA * budget + gain) / (ALPHA + BETA)
    d = budget - n
    exponent = (ALPHA - BETA) / (ALPHA + BETA) if ratio == "power" else sympy.Integer(0)
    at_one = (d - n).subs(C, 1)
    left = sympy.log(ALPHA) + sympy.log(A) - ALPHA * n
    right = sympy.log(BETA) + sympy.log(B) - BETA * d
    equations = (
        Equation("marginal losses", left, right),
        Equation("log of D/N", d - n, at_one + exponent * sympy.log(C)),
    )
    return Residual(equations, DOMAINS)
