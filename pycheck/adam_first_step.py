"""The first step of Adam, in symbols: ηg/(|g| + ε), whatever the averages' rates are.

m_1 = (1 − β_1)g and v_1 = (1 − β_2)g² are divided by 1 − β_1 and 1 − β_2, so that the step is η m̂/(√v̂ + ε) with m̂ = g and
v̂ = g² (Kingma & Ba 2015, algorithm 1). For g > 0 it is less than η and tends to η as g grows; for g < 0 it is the negative
of that for |g|. A plain gradient step is ηg.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

G, ETA, EPSILON = sympy.symbols("g η ε", positive=True)
B1, B2 = sympy.symbols("β_1 β_2", positive=True)
DOMAINS = {G: Domain(low=0), ETA: Domain(low=0), EPSILON: Domain(low=0), B1: Domain(low=0, high=1), B2: Domain(low=0, high=1)}


def first_step_is(form: str) -> Residual:
    """η m̂/(√v̂ + ε) for a positive gradient g; form: normalised, ηg/(g + ε); proportional, ηg."""
    first = (1 - B1) * G
    second = (1 - B2) * G**2
    root = sympy.sqrt(sympy.cancel(second / (1 - B2)))
    step = ETA * (first / (1 - B1)) / (root + EPSILON)
    right = ETA * G / (G + EPSILON) if form == "normalised" else ETA * G
    return Residual((Equation("first step", step, right),), DOMAINS)
