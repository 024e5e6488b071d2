"""The variance of a scalar product by enumerating every outcome: small laws of the entries, small widths, and signs at 4096.

Laws of mean 0 and variance 1: signs; −1/2 with 4/5 and 2 with 1/5; −2, 0, 2 with 1/8, 3/4, 1/8. All outcomes of q and k of width
up to 3, each with its probability, q of one law and k of another. For signs the product of two entries is a sign, so the scalar
product of width d is a sum of d signs, 2 B − d with B binomial: every value with its number of outcomes, at any d.

Not independent, k = q: then q·q has mean d, and the claim does not apply.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted

Law = dict[Fraction, Fraction]


def _law(*rows: tuple[str, str]) -> Law:
    return {Fraction(value): Fraction(chance) for value, chance in rows}


LAWS = {
    "signs": _law(("-1", "1/2"), ("1", "1/2")),
    "skew": _law(("-1/2", "4/5"), ("2", "1/5")),
    "heavy": _law(("-2", "1/8"), ("0", "3/4"), ("2", "1/8")),
    "not centred": _law(("0", "1/2"), ("2", "1/2")),
}


def _variance(law: Law) -> Fraction:
    mean = sum((value * chance for value, chance in law.items()), Fraction(0))
    return sum((value**2 * chance for value, chance in law.items()), Fraction(0)) - mean**2


def _scalar_product(queries: Law, keys: Law, width: int) -> Law:
    found: dict[Fraction, Fraction] = {}
    for q in product(queries.items(), repeat=width):
        for k in product(keys.items(), repeat=width):
            chance = Fraction(1)
            for _, p in (*q, *k):
                chance *= p
            value = sum((a * b for (a, _), (b, _) in zip(q, k, strict=True)), Fraction(0))
            found[value] = found.get(value, Fraction(0)) + chance
    return found


def variance_is_d_to_the(power: int, keys: list[str], widest: int) -> Exhausted:
    """Var(q·k) = d^`power` at d = 1..`widest`, q of each centred law, k of each law named in `keys`."""
    cases = [(q, k, d) for q in ("signs", "skew", "heavy") for k in keys for d in range(1, widest + 1)]

    def holds(case: tuple[str, str, int]) -> bool:
        q, k, d = case
        return _variance(_scalar_product(LAWS[q], LAWS[k], d)) == Fraction(d) ** power

    return Exhausted.over("laws and widths", 3 * len(keys) * widest, cases, holds)


def deviations_of_sign_vectors_are(widths: list[int], deviations: list[int], divided: bool) -> Enclosure:
    """The standard deviation of q·k for vectors of signs, divided by √d or not: its square, by all values of q·k."""
    balls = []
    for d, deviation in zip(widths, deviations, strict=True):
        outcomes, total = 1, 0
        for up in range(d + 1):
            total += outcomes * (2 * up - d) ** 2
            outcomes = outcomes * (d - up) // (up + 1)
        spread = Fraction(total, 2**d)
        balls.append(Ball(f"variance at d = {d}", spread / d if divided else spread, target=deviation**2))
    return Enclosure(tuple(balls))
