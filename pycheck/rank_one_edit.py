"""Rewriting one value of a linear memory by a rank-one update: what it does to every other key, in symbols.

A matrix W holds values by their keys, W k. To make the value at k* be v* the least change is

    W' = W + (v* − W k*) k*ᵀ / (k*·k*),

so that W' k* = v*, and at any other key W' k − W k = (v* − W k*) (k·k*)/(k*·k*): nothing changes only where k·k* = 0, or if v*
was there before. (In ROME, Meng et al. 2022, section 3.1, the product k·k* is taken after the inverse covariance of keys.)
With `isolated` the claim is that the other keys keep their values. Symbols for all entries, in the plane and in space.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def other_keys_move_by_their_overlap(isolated: bool, widths: list[int]) -> Residual:
    """W' k* = v*, and W' k − W k is the residual times the overlap (or 0), coordinate by coordinate, for each width."""
    equations, symbols = [], set[sympy.Symbol]()
    for d in widths:
        w = sympy.Matrix(d, d, lambda i, j: sympy.Symbol(f"w_{i}{j}", real=True))
        k, edited, value = (sympy.Matrix(d, 1, lambda i, _, n=name: sympy.Symbol(f"{n}_{i}", real=True)) for name in "ksv")
        edited[0] = sympy.Symbol("s_0", positive=True)
        residual, size = value - w * edited, (edited.T * edited)[0]
        after = w + residual * edited.T / size
        overlap = sympy.Integer(0) if isolated else (k.T * edited)[0] / size
        for i in range(d):
            equations.append(Equation(f"width {d}: new value, coordinate {i}", (after * edited)[i], value[i]))
            equations.append(Equation(f"width {d}: another key, coordinate {i}", (after * k - w * k)[i], residual[i] * overlap))
        symbols |= w.free_symbols | k.free_symbols | edited.free_symbols | value.free_symbols
    domains = {symbol: Domain(low=0) if str(symbol) == "s_0" else Domain() for symbol in symbols}
    return Residual(tuple(equations), domains)
