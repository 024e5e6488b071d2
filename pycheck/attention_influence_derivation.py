"""How an attention output moves with one value vector, in symbols: by the weight times the change.

One coordinate of the output of n tokens is α v + R, with v the coordinate of the value in question, α its weight and R what the
other n − 1 tokens give, which does not hold v. So

    output(v + δ) = output(v) + α δ.

The size of v does not enter the change. With `times_value` the change is multiplied by v: the reading that
a small value moves the output little.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

ALPHA = sympy.Symbol("α", positive=True)
V, DELTA, REST = sympy.symbols("v δ R", real=True)


def output_moves_by_weight_times_change(times_value: bool) -> Residual:
    """The change is αδ, or αδv where `times_value`."""
    factor = V if times_value else sympy.Integer(1)

    def output(v: sympy.Expr) -> sympy.Expr:
        return ALPHA * v + REST

    equation = Equation("changed output", output(V + DELTA), output(V) + ALPHA * DELTA * factor)
    return Residual((equation,), {ALPHA: Domain(low=0), V: Domain(), DELTA: Domain(), REST: Domain()})
