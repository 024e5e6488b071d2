"""Entropy of a softmax against its temperature, in balls; and the order of its probabilities, exactly.

p_i(τ) = e^(z_i/τ)/Σ e^(z_j/τ). With M_k = Σ z^k e^(z/τ), S = log M_0 − M_1/(τM_0) and dS/dτ = Var(z)/τ³ ≥ 0: flatter as τ
grows, sharper as it falls, τ = 1 being the model's own law. The order of the p_i is that of the z_i at every τ > 0.

For whole z and 1/τ = 1, 2, 3, … to base 2 the probabilities 2^(kz)/Σ 2^(kz) are rational.
"""

from fractions import Fraction
from itertools import product

from flint import acb, acb_series, arb, ctx

from claimledger.finding import Ball, Enclosure, Exhausted
from pycheck.definitions import ball

PRECISION, BITS = 200, 80


def _entropy(logits: list[Fraction], tau: arb) -> arb:
    weights = [(ball(z) / tau).exp() for z in logits]
    total = sum(weights, arb(0))
    return total.log() - sum((w * ball(z) / tau for w, z in zip(weights, logits, strict=True)), arb(0)) / total


def flatter_than_the_model_just_above(turning: Fraction, temperatures: list[Fraction], logits: list[list[Fraction]]) -> Enclosure:
    """The entropy at τ exceeds that at τ = 1 for τ > `turning`, and is below it for τ < `turning`."""
    balls = []
    with ctx.workprec(PRECISION):
        for z in logits:
            own = _entropy(z, arb(1))
            for tau in temperatures:
                more = _entropy(z, ball(tau)) - own
                label = f"τ = {tau}, {len(z)} logits from {min(z)} to {max(z)}"
                balls.append(Ball(label, more, low=0) if tau > turning else Ball(label, more, high=0))
    return Enclosure(tuple(balls))


def slope_of_the_entropy_is_variance_over_tau_to_the(
    power: int, temperatures: list[Fraction], logits: list[list[Fraction]]
) -> Enclosure:
    """dS/dτ by a power series in τ, against Var(z)/τ^`power`."""
    balls = []
    with ctx.workprec(PRECISION):
        for z in logits:
            for tau in temperatures:
                inverse = 1 / acb_series([acb(ball(tau)), acb(1)], prec=3)
                weights = [(inverse * acb(ball(x))).exp() for x in z]
                total = sum(weights[1:], weights[0])
                first = sum((w * acb(ball(x)) for w, x in zip(weights[1:], z[1:], strict=True)), weights[0] * acb(ball(z[0])))
                entropy = total.log() - first * inverse / total
                mass = [(ball(x) / ball(tau)).exp() for x in z]
                whole = sum(mass, arb(0))
                mean = sum((m * ball(x) for m, x in zip(mass, z, strict=True)), arb(0)) / whole
                spread = sum((m * (ball(x) - mean) * (ball(x) - mean) for m, x in zip(mass, z, strict=True)), arb(0)) / whole
                label = f"τ = {tau}, {len(z)} logits from {min(z)} to {max(z)}"
                balls.append(Ball(label, entropy[1].real, target=spread / ball(tau) ** power, bits=BITS))
    return Enclosure(tuple(balls))


def cooling_raises_the_probability_of(which: str, tokens: int, most: int, coldest: int) -> Exhausted:
    """From 1/τ = k to k + 1 the probability of `which` (top: a most probable token; any: whichever) does not fall.

    And the most probable tokens stay the same ones. Logits are whole, 0 to `most`, to base 2.
    """

    def law(logits: tuple[int, ...], k: int) -> list[Fraction]:
        total = sum(2 ** (k * z) for z in logits)
        return [Fraction(2 ** (k * z), total) for z in logits]

    def holds(case: tuple[tuple[int, ...], int, int]) -> bool:
        logits, answer, k = case
        warm, cold = law(logits, k), law(logits, k + 1)
        same = [p == max(warm) for p in warm] == [p == max(cold) for p in cold]
        return same and (cold[answer] >= warm[answer] or (which == "top" and logits[answer] < max(logits)))

    cases = product(product(range(most + 1), repeat=tokens), range(tokens), range(1, coldest))
    size = (most + 1) ** tokens * tokens * (coldest - 1)
    return Exhausted.over(f"{tokens} logits up to {most}, every answer, 1/τ up to {coldest}", size, cases, holds)
