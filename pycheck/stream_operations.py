"""Operations on named coordinates of the stream, in another basis: in symbols.

r′ = P r. An operation T of the stream carries through if T′(P r) = P T(r), with T′ made from T's parts:

    selection  T(r) = r + e_1 e_1ᵀ r:        T′(r′) = r′ + (P e_1)(e_1ᵀ P⁻¹) r′
    mask       T(r) = r + D W f(V r):        T′(r′) = r′ + (P D W) f(V P⁻¹ r′),    D = diag(1, 0)
    map by coordinate  T(r) = r + φ(r):      T′(r′) = r′ + P φ(P⁻¹ r′)

Each is r + W_out f(W_in r) at special weights, and is rebased as any such block. If e_1, D or φ are held to the new coordinates
instead (T′ = T), none carries through for general P. f and φ take each entry h to h(h + 1); width 2.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual


def _matrix(letter: str) -> sympy.Matrix:
    return sympy.Matrix(2, 2, lambda i, j: sympy.Symbol(f"{letter}_{i}{j}", real=True))


def operations_carry_through(changed_along: bool) -> Residual:
    """T′(P r) = P T(r) for the three operations; with T′ rebased (`changed_along`), or the same operation held fixed."""
    p, v, w = _matrix("P"), _matrix("V"), _matrix("W")
    r = sympy.Matrix(2, 1, lambda i, _: sympy.Symbol(f"r_{i}", real=True))
    first, unit = sympy.Matrix([1, 0]), sympy.eye(2)
    before = unit if not changed_along else p
    back = unit if not changed_along else p.adjugate() / p.det()

    def bent(vector: sympy.Matrix) -> sympy.Matrix:
        return vector.applyfunc(lambda entry: entry * (entry + 1))

    def same(vector: sympy.Matrix) -> sympy.Matrix:
        return vector

    blocks = {
        "selection": (first, first.T, same),
        "mask": (sympy.diag(1, 0) * w, v, bent),
        "coordinatewise": (unit, unit, bent),
    }
    equations = []
    for name, (write, read, f) in blocks.items():
        new = p * r
        inside = read * (back * new)
        there = new + before * write * f(inside)
        here = p * (r + write * f(read * r))
        equations += [Equation(f"{name}, coordinate {i}", there[i], here[i]) for i in range(2)]
    return Residual(tuple(equations), {symbol: Domain() for part in (p, v, w, r) for symbol in part})
