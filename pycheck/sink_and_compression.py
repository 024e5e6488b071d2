"""Massive activations, compression and attention sinks: what follows from what, in exact arithmetic.

Tokens are the rows x_0, x_1, x_2 of X. The share of the first singular direction is p_1 = σ_1²/Σ|x_i|². For any row r ≠ 0,

    σ_1² ≥ Σ_i ⟨x_i, r⟩²/|r|² ≥ |r|²,

the first because σ_1² is the largest value of |Xu|² over unit vectors u (Rayleigh). So a row that holds nearly all the squared
norm forces nearly all of it onto one direction: massive activation implies compression. The theorem of Queipo-de-Llano et al.
(arXiv:2510.06477) is of this kind, and goes one way. For width 2, 2σ_1² = t + √(t² − 4D), t and D being trace and determinant
of XᵀX, so that a rational B has σ_1² ≥ B just where 2B ≤ t or (2B − t)² ≤ t² − 4D.

Whether a token draws attention depends on its key and on the query, not on its norm. In the family of heads below the first
token is massive if |x_0|² ≥ 99(|x_1|² + |x_2|²), the state is compressed if p_1 ≥ 99/100, and the first token is a sink if its
weight 2^(s_0)/Σ 2^(s_j) exceeds 9/10 (base 2: rational), s_j = k · x_j.
"""

from itertools import product

from claimledger.finding import Exhausted

Row = tuple[int, int]
Tokens = tuple[Row, Row, Row]


def _dot(a: Row, b: Row) -> int:
    return a[0] * b[0] + a[1] * b[1]


def _gram(x: Tokens) -> tuple[int, int]:
    """Trace and determinant of XᵀX."""
    first, second = (sum(row[c] ** 2 for row in x) for c in (0, 1))
    return first + second, first * second - sum(row[0] * row[1] for row in x) ** 2


def leading_is_at_least(x: Tokens, numerator: int, denominator: int) -> bool:
    """σ_1² ≥ `numerator`/`denominator`, decided in whole numbers."""
    trace, determinant = _gram(x)
    excess = 2 * numerator - denominator * trace
    return excess <= 0 or excess**2 <= denominator**2 * (trace**2 - 4 * determinant)


def a_dominant_row_forces_compression(identity: bool = False, converse: bool = False, most: int = 2) -> Exhausted:
    """σ_1² ≥ Σ⟨x_i, r⟩²/|r|² ≥ |r|²; or σ_1² = |r|² (`identity`); or p_1 ≥ 9/10 only with a row of share 8/10 (`converse`)."""
    rows = list(product(range(-most, most + 1), repeat=2))

    def holds(case: tuple[Tokens, int]) -> bool:
        x, i = case
        trace, determinant = _gram(x)
        norm = _dot(x[i], x[i])
        if identity:
            return norm * 2 >= trace and (2 * norm - trace) ** 2 == trace**2 - 4 * determinant
        if converse:
            return not leading_is_at_least(x, 9 * trace, 10) or max(10 * _dot(r, r) for r in x) >= 8 * trace
        along = sum(_dot(row, x[i]) ** 2 for row in x)
        return along >= norm**2 and leading_is_at_least(x, along, norm)

    cases = ((x, i) for x in product(rows, repeat=3) for i in range(3) if x[i] != (0, 0))
    size = 3 * (len(rows) - 1) * len(rows) ** 2
    return Exhausted.over(f"three tokens of width 2 with entries of at most {most}, and a row", size, cases, holds)


def _family() -> tuple[list[Tokens], list[Row]]:
    rows: list[Row] = [(a, b) for a in (0, 1, 10, 100) for b in (0, 1, 10, 100)]
    keys: list[Row] = [(a, b) for a in (-8, 0, 8) for b in (-8, 0, 8)]
    return [x for x in product(rows, rows, rows) if any(map(any, x))], keys


def _state(x: Tokens) -> tuple[bool, bool]:
    """Whether the first token is massive and the state compressed."""
    norms = [_dot(row, row) for row in x]
    return norms[0] >= 99 * (norms[1] + norms[2]), leading_is_at_least(x, 99 * sum(norms), 100)


def _sink(x: Tokens, key: Row) -> bool:
    """Whether the first token draws more than 9/10: 9 (2^-a + 2^-b) < 1, its score leading the others by a and b."""
    a, b = (_dot(key, x[0]) - _dot(key, row) for row in x[1:])
    # a lead of more than 64 counts as one of 64: less than 2^-64 either way, and no sum comes so close to 1/9
    return min(a, b) > 0 and 9 * (2 ** (64 - min(a, 64)) + 2 ** (64 - min(b, 64))) < 2**64


def combinations_that_occur_are(heads: int, occur: list[str]) -> Exhausted:
    """Of the eight combinations of massive, compressed and sink (as 0 and 1), those in `occur` occur in the family of `heads`."""
    tokens, keys = _family()
    found = {tuple(map(int, (*_state(x), drawn))) for x in tokens for drawn in {_sink(x, key) for key in keys}}
    stated = {tuple(map(int, traits)) for traits in occur}
    domain = f"combinations of massive, compressed, sink in {heads} heads"

    def holds(traits: tuple[int, ...]) -> bool:
        return len(tokens) * len(keys) == heads and (traits in found) == (traits in stated)

    return Exhausted.over(domain, 8, product((0, 1), repeat=3), holds)
