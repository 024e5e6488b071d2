"""A teacher's probabilities at temperature T, in symbols: the odds of two classes, and the limit of high temperature.

With p_i ∝ e^(z_i/T) the log odds of two classes are (z_i − z_j)/T: they shrink as T grows, wrong classes among them. For u = 1/T
the difference of a student's probabilities p (logits z) and a teacher's q (logits v) has at u = 0 the derivative
((z_i − z̄) − (v_i − v̄))/N, so that matching them at high temperature is matching centred logits (Hinton et al. 2015,
arXiv:1503.02531, §2.1).
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def log_odds_are_the_difference_over(power: int) -> Residual:
    """log(p_i/p_j) = (z_i − z_j)/T^`power`."""
    a, b, rest = sympy.symbols("z_i z_j r", real=True)
    t = sympy.Symbol("T", positive=True)
    total = sympy.exp(a / t) + sympy.exp(b / t) + sympy.exp(rest / t)
    odds = sympy.cancel((sympy.exp(a / t) / total) / (sympy.exp(b / t) / total))
    left = sympy.expand(sympy.expand_log(sympy.log(odds)))
    return Residual((Equation("log odds", left, (a - b) / t**power),), {a: Domain(), b: Domain(), t: Domain(low=0)})


def hot_probabilities_differ_by_centred_logits(centred: bool, most: int) -> Residual:
    """d/du of p_i − q_i at u = 0, for 2 to `most` classes, is the difference of (centred) logits over their number."""
    equations = []
    domains: dict[sympy.Symbol, Domain] = {}
    u = sympy.Symbol("u", real=True)
    for size in range(2, most + 1):
        z = [sympy.Symbol(f"z_{size}_{i}", real=True) for i in range(size)]
        v = [sympy.Symbol(f"v_{size}_{i}", real=True) for i in range(size)]
        domains |= {s: Domain() for s in (*z, *v)}

        def slope(logits: list[sympy.Symbol], i: int) -> sympy.Expr:
            weights = [sympy.exp(u * x) for x in logits]
            return sympy.diff(weights[i] / sum(weights, sympy.Integer(0)), u).subs(u, 0)

        middle = (sum(z, sympy.Integer(0)) - sum(v, sympy.Integer(0))) / size if centred else sympy.Integer(0)
        for i in range(size):
            equations.append(Equation(f"{size} classes, {i}", slope(z, i) - slope(v, i), (z[i] - v[i] - middle) / size))
    return Residual(tuple(equations), domains)
