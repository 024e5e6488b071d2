"""How long a chain of dependent steps a layer needs: every number of tokens of a range, by carrying the depth with the value.

Each number knows the length of the longest chain of operations that leads to it; a token has length 0. Three layers:

    recurrence  h_t = h_{t-1}² + x_t mod p,      one step a token, and h_t waits for h_{t-1}: n steps for n tokens;
    attention   Σ_j 2^(s_ij) v_j / Σ_j 2^(s_ij), score, power, product, sum, quotient, for the last of n tokens, which sees all;
    scan        the affine recurrence h_t = a_t h_{t-1} + b_t, steps compose: (a′, b′)∘(a, b) = (a′a, a′b + b′).

A sum of n terms is one step if it is counted so (`wide`), and ⌈log₂ n⌉ if additions take two numbers. The scan composes at
distances 1, 2, 4, … (Hillis and Steele 1986) and has to give the states of the recurrence. Depths are counted above n = 1.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction

from claimledger.finding import Exhausted

MODULUS = 101
Node = tuple[Fraction, int]
"""A value, and the length of the longest chain that leads to it."""


def _step(function: Callable[..., Fraction], *inputs: Node) -> Node:
    return function(*(value for value, _ in inputs)), 1 + max(depth for _, depth in inputs)


def _sum(terms: Sequence[Node], wide: bool) -> Node:
    if wide:
        return _step(lambda *values: sum(values, Fraction(0)), *terms)
    while len(terms) > 1:
        pairs = [_step(lambda a, b: a + b, *terms[i : i + 2]) for i in range(0, len(terms) - 1, 2)]
        terms = pairs + list(terms[len(terms) - len(terms) % 2 :])
    return terms[0]


def _tokens(n: int) -> list[Node]:
    return [(Fraction(7 * t * t % 5 - 2), 0) for t in range(n)]


def _recurrence(n: int) -> int:
    state: Node = (Fraction(1), 0)
    for token in _tokens(n):
        state = _step(lambda h, x: (h * h + x) % MODULUS, state, token)
    return state[1]


def _attention(n: int, wide: bool) -> int:
    tokens = _tokens(n)
    scores = [_step(lambda q, k: q * k, tokens[-1], key) for key in tokens]
    weights = [_step(lambda s: Fraction(2) ** int(s), score) for score in scores]
    mixed = _sum([_step(lambda w, v: w * v, w, v) for w, v in zip(weights, tokens, strict=True)], wide)
    output = _step(lambda a, b: a / b, mixed, _sum(weights, wide))
    plain = [Fraction(2) ** int(tokens[-1][0] * key) for key, _ in tokens]
    if output[0] != sum((w * v for w, (v, _) in zip(plain, tokens, strict=True)), Fraction(0)) / sum(plain):
        raise ArithmeticError("the traced attention is not the attention")
    return output[1]


def _scan(n: int) -> int:
    maps = [((Fraction(t % 3 - 1), x), 0) for t, (x, _) in enumerate(_tokens(n))]
    states, h = [], Fraction(1)
    for (a, b), _ in maps:
        h = a * h + b
        states.append(h)
    reach = 1
    while reach < n:
        joined = maps[:reach]
        for (early, before), (late, after) in zip(maps, maps[reach:], strict=False):
            joined.append(((late[0] * early[0], late[0] * early[1] + late[1]), 1 + max(before, after)))
        maps, reach = joined, 2 * reach
    if [a + b for (a, b), _ in maps] != states:
        raise ArithmeticError("the scan does not give the states of the recurrence")
    return max(depth for _, depth in maps)


def chains_grow_as(recurrence: str, attention: str, attention_by_pairs: str, scan: str, last: int) -> Exhausted:
    """The chain grows with n as `n`, `log` or `constant`: by n − 1, ⌈log₂ n⌉ or 0 above that of one token, for n = 1..`last`."""
    growth: dict[str, Callable[[int], int]] = {
        "n": lambda n: n - 1,
        "log": lambda n: (n - 1).bit_length(),
        "constant": lambda n: 0,
    }
    layers: dict[str, tuple[Callable[[int], int], str]] = {
        "recurrence": (_recurrence, recurrence),
        "attention": (lambda n: _attention(n, wide=True), attention),
        "attention, sums of two": (lambda n: _attention(n, wide=False), attention_by_pairs),
        "scan": (_scan, scan),
    }

    def holds(case: tuple[str, int]) -> bool:
        chain, claimed = layers[case[0]]
        return chain(case[1]) - chain(1) == growth[claimed](case[1])

    cases = [(name, n) for name in layers for n in range(1, last + 1)]
    return Exhausted.over(f"four layers at n = 1..{last}", len(layers) * last, cases, holds)
