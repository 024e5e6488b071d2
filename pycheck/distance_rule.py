"""What a rule for reading decay off attention returns where the answer is known: its null, and its scale.

The rule of the public tool (`measure_attn_distance` of cli/diagnose_model.py, github.com/karlesmarin/tafagent at e0d8cb6)
takes, for each distance d, a sequence of d + 50 tokens, reads the attention that the last token pays to the token d
before it, and fits a line to log A against log d. The number of keys grows with d, so attention that is uniform over
its d + 50 keys has A(d) = 1/(d + 50): the rule sees a decay where there is none. If attention falls as a power of the
distance, w(k) = max(k, 1)^-g over distances k = 0 … d + 49, then A(d) = d^-g / Σ_k w(k), whose reading tends to g only where
the sum has converged. The other rule (the recipe R4 of the guide) averages A over all pairs at distance d of one causal
window of n tokens; there uniform attention has A(d) = (H_n − H_d)/(n − d), H being the harmonic numbers.
"""

from fractions import Fraction

from flint import arb

from claimledger.finding import Ball, Enclosure
from pycheck.log_log_line import reading


def uniform_attention_reads(distances: list[int], spare_tokens: int, gamma: Fraction, r2: Fraction, decimals: int) -> Enclosure:
    """Uniform attention over d + `spare_tokens` keys is read as `gamma` with `r2`, both to half a unit of that decimal."""
    found = reading(distances, [Fraction(1, d + spare_tokens) for d in distances])
    return Enclosure(tuple(_rounds(n, v, t, decimals) for n, v, t in zip(("γ", "R²"), found, (gamma, r2), strict=True)))


def power_laws_read(
    distances: list[int], spare_tokens: int, true: list[Fraction], read: list[Fraction], decimals: int
) -> Enclosure:
    """Attention that falls as k^-g over the keys of the sequence is read as given, for each true exponent g in turn."""
    return Enclosure(
        tuple(
            _rounds(f"reading of a true {g}", reading_of(g, distances, spare_tokens), r, decimals)
            for g, r in zip(true, read, strict=True)
        )
    )


def a_reading_comes_from(distances: list[int], spare_tokens: int, seen: Fraction, low: Fraction, high: Fraction) -> Enclosure:
    """The readings of the true exponents `low` and `high` lie on either side of the reading `seen`."""
    below, above = (reading_of(g, distances, spare_tokens) for g in (low, high))
    return Enclosure((Ball(f"reading of {low}", below, high=seen), Ball(f"reading of {high}", above, low=seen)))


def uniform_causal_window_reads(tokens: int, gamma: Fraction, r2: Fraction, decimals: int) -> Enclosure:
    """Uniform causal attention over `tokens` tokens, averaged over all pairs at each distance, is read as `gamma` with `r2`."""
    weights, tail = [], arb(0)
    for distance in range(tokens - 1, 0, -1):  # queries at positions i ≥ d see i + 1 keys each
        tail += arb(1) / (distance + 1)
        weights.append(tail / (tokens - distance))
    found = reading(range(tokens - 1, 0, -1), weights)
    return Enclosure(tuple(_rounds(n, v, t, decimals) for n, v, t in zip(("γ", "R²"), found, (gamma, r2), strict=True)))


def reading_of(exponent: Fraction, distances: list[int], spare_tokens: int) -> arb:
    """What the rule reads off attention that falls as a power of the distance, over a window that grows with it."""
    g = arb(exponent.numerator) / exponent.denominator
    wanted, weight, total = set(distances), {}, arb(1)
    normaliser = {}
    for k in range(1, max(distances) + spare_tokens):
        power = arb(k) ** -g
        total += power
        if k in wanted:
            weight[k] = power
        if k + 1 - spare_tokens in wanted:
            normaliser[k + 1 - spare_tokens] = total
    return reading(distances, [weight[d] / normaliser[d] for d in distances])[0]


def _rounds(label: str, value: arb, to: Fraction, decimals: int) -> Ball:
    half = Fraction(1, 2 * 10**decimals)
    return Ball(label, value, low=to - half, high=to + half)
