"""Attention with RoPE does not know where the text begins, unless the values are rotated as well: in balls.

Queries and keys are turned by their position, scores depend on m − n (rope-relative), and so do weights and outputs Σ_j a_ij v_j:
put all tokens s positions further and no output changes. If the values are turned by their position too, and not turned back, the
outputs turn with s. Five tokens with a causal mask, one head of two planes at θ = 10⁴, whole entries, several s.
"""

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 192
BITS = 100
TOKENS = 5
Vector = list[arb]


def _turned(vector: Vector, position: int) -> Vector:
    out: Vector = []
    for plane in range(2):
        angle = arb(position) / arb(100) ** plane  # θ^(−2i/d_h) at θ = 10⁴, d_h = 4
        a, b = vector[2 * plane : 2 * plane + 2]
        out += [angle.cos() * a - angle.sin() * b, angle.sin() * a + angle.cos() * b]
    return out


def _vectors(seed: int) -> list[Vector]:
    return [[arb((seed * (i + 2) + 3 * c * c + 5 * i * c) % 7 - 3) for c in range(4)] for i in range(TOKENS)]


def _outputs(start: int, values_turned: bool) -> list[Vector]:
    queries = [_turned(v, start + i) for i, v in enumerate(_vectors(1))]
    keys = [_turned(v, start + i) for i, v in enumerate(_vectors(3))]
    values = [_turned(v, start + i) if values_turned else v for i, v in enumerate(_vectors(5))]
    outputs = []
    for i, query in enumerate(queries):
        weights = [(sum((a * b for a, b in zip(query, key, strict=True)), arb(0)) / 2).exp() for key in keys[: i + 1]]
        total = sum(weights, arb(0))
        outputs.append([sum((w * v[c] for w, v in zip(weights, values, strict=False)), arb(0)) / total for c in range(4)])
    return outputs


def outputs_do_not_depend_on_the_start(values_turned: bool, shifts: list[int]) -> Enclosure:
    """Every coordinate of every output is the same with all positions s further on, for each s of `shifts`."""
    balls = []
    with ctx.workprec(PRECISION):
        at_zero = _outputs(0, values_turned)
        for s in shifts:
            for i, (row, first) in enumerate(zip(_outputs(s, values_turned), at_zero, strict=True)):
                for c in range(4):
                    label = f"s = {s}, token {i}, coordinate {c}"
                    offset = ball(11)  # away from 0, so that relative accuracy is asked of every coordinate
                    balls.append(Ball(label, row[c] + offset, target=first[c] + offset, bits=BITS))
    return Enclosure(tuple(balls))
