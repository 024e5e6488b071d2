"""One layer of linear attention does one step of gradient descent on the examples in its context: in symbols.

Tokens are e_j = (x_j, y_j). Linear attention adds to each token e the vector (η/N) Σ_j W_V e_j (W_K e_j · W_Q e). With W_K = W_Q
keeping x and dropping y, and W_V e_j = (0, W_0 x_j − y_j), the y-entry of a token with x_q changes by

    (η/N) Σ_j (W_0 x_j − y_j)(x_j · x_q) = −ΔW x_q,        ΔW = −η ∇L(W_0),   L(W) = (1/2N) Σ_j |W x_j − y_j|²

(von Oswald et al. 2023, proposition 1). A query that starts at y_q = −W_0 x_q ends at −(W_0 + ΔW) x_q. Two examples with two
inputs and one output; the gradient is SymPy's.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

EXAMPLES, INPUTS = 2, 2
ETA = sympy.Symbol("η", positive=True)


def layer_is_a_gradient_step(weights: str) -> Residual:
    """The y-entry of the query after the layer is −(W_0 + ΔW) x_q; `weights`: linear, softmax, itself (query too)."""
    x = sympy.Matrix(EXAMPLES, INPUTS, lambda j, k: sympy.Symbol(f"x_{j}{k}", real=True))
    y = [sympy.Symbol(f"y_{j}", real=True) for j in range(EXAMPLES)]
    query = sympy.Matrix(INPUTS, 1, lambda k, _: sympy.Symbol(f"q_{k}", real=True))
    start = [sympy.Symbol(f"W_{k}", real=True) for k in range(INPUTS)]
    row = sympy.Matrix([start])
    keep = sympy.diag(*[1] * INPUTS, 0)
    value = sympy.zeros(INPUTS + 1, INPUTS + 1)
    value[INPUTS, :] = sympy.Matrix([[*start, -1]])
    tokens = [sympy.Matrix([*x[j, :], y[j]]) for j in range(EXAMPLES)]
    asking = sympy.Matrix([*query, -(row * query)[0]])
    seen = [*tokens, asking] if weights == "itself" else tokens
    scores = [((keep * token).T * (keep * asking))[0] for token in seen]
    shares = [sympy.exp(s) / sympy.Add(*map(sympy.exp, scores)) for s in scores] if weights == "softmax" else scores
    written = sum((value * token * share for token, share in zip(seen, shares, strict=True)), sympy.zeros(INPUTS + 1, 1))
    after = (asking + ETA / EXAMPLES * written)[INPUTS]
    loss = sympy.Add(*(((row * x[j, :].T)[0] - y[j]) ** 2 for j in range(EXAMPLES))) / (2 * EXAMPLES)
    learned = [w - ETA * sympy.diff(loss, w) for w in start]
    prediction = sympy.Add(*(w * q for w, q in zip(learned, query, strict=True)))
    domains = {symbol: Domain() for symbol in (*x, *y, *query, *start)} | {ETA: Domain(low=0)}
    return Residual((Equation("query", after, -prediction),), domains)
