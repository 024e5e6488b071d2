"""How many keys a linear-attention state can tell apart, in symbols.

With features φ of width d a state S = Σ φ(k_j) v_jᵀ is read as φ(q)ᵀS. To give back the j-th value for the j-th of n keys,
with values that are the n unit vectors, the n × n matrix ΦS has to be the identity. ΦS has rank at most d, so its
determinant is 0 for n = d + 1, and that of the identity is 1. The size of S does not grow with the text; a cache of keys does.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def determinant_of_the_reads_is_zero(keys_beyond: int, widths: list[int]) -> Residual:
    """det(ΦS) = 0 for n = d + `keys_beyond` keys and each width d, whatever the entries of Φ (n × d) and S (d × n)."""
    equations, symbols = [], []
    for width in widths:
        size = width + keys_beyond
        features = sympy.Matrix(size, width, lambda i, j: sympy.Symbol(f"f_{i}_{j}", real=True))
        state = sympy.Matrix(width, size, lambda i, j: sympy.Symbol(f"s_{i}_{j}", real=True))
        symbols += [*features.free_symbols, *state.free_symbols]
        determinant = (features * state).det(method="berkowitz")
        equations.append(Equation(f"d = {width}, n = {size}", determinant, sympy.Integer(0)))
    return Residual(tuple(equations), {symbol: Domain() for symbol in symbols})
