"""The final logits as a sum over what was written to the stream, with the final norm at its own scale: in symbols.

The last stream is x = Σ_l c_l: the embedding and what each layer wrote. With the readout U, gains g and RMSNorm's factor
s(x) = 1/√(mean x² + ε),

    logits = U (g ⊙ x) s(x) = Σ_l U (g ⊙ c_l) s(x):

each component has its share once s is taken from the whole stream. Without a norm s = 1. A component normalised by its own
size, s(c_l), has another share, and these do not add up. The parts of the sum are linear, the factor is not.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

COMPONENTS, WIDTH, TOKENS = 3, 2, 2
EPSILON = sympy.Symbol("ε", positive=True)


def _factor(vector: sympy.Matrix) -> sympy.Expr:
    return 1 / sympy.sqrt(sympy.expand(sympy.Add(*(entry**2 for entry in vector))) / WIDTH + EPSILON)


def logits_are_the_sum_of_the_shares(scale: str) -> Residual:
    """Each logit is the sum of the shares, without a norm and with it; `scale` is the stream's (whole) or each's (own)."""
    u = sympy.Matrix(TOKENS, WIDTH, lambda i, j: sympy.Symbol(f"U_{i}{j}", real=True))
    g = sympy.Matrix(WIDTH, 1, lambda i, _: sympy.Symbol(f"g_{i}", real=True))
    parts = [sympy.Matrix(WIDTH, 1, lambda i, _, n=n: sympy.Symbol(f"c_{n}{i}", real=True)) for n in range(COMPONENTS)]
    stream = sum(parts, sympy.zeros(WIDTH, 1))
    plain = [u * part for part in parts]
    shares = [u * g.multiply_elementwise(part) * _factor(stream if scale == "whole" else part) for part in parts]
    whole = u * g.multiply_elementwise(stream) * _factor(stream)
    equations = []
    for t in range(TOKENS):
        equations += [
            Equation(f"token {t}, no norm", (u * stream)[t], sympy.Add(*(share[t] for share in plain))),
            Equation(f"token {t}, RMSNorm", whole[t], sympy.Add(*(share[t] for share in shares))),
        ]
    domains = {symbol: Domain() for matrix in (u, g, *parts) for symbol in matrix}
    return Residual(tuple(equations), domains | {EPSILON: Domain(low=0)})
