"""A proxy reward pushed too far, on three answers, in balls.

Policy of the KL-regularised optimum, π ∝ ρ e^(κ r) with κ = 1/β; ρ the reference, r the proxy reward, t the true one.
Printed are E_π[t] and E_π[r] for a list of κ. The third answer has the highest proxy and the lowest truth: as the leash is
let out, truth first rises with proxy and then falls below where it began (Gao, Schulman & Hilton 2022 measure it with reward
models).
"""

from fractions import Fraction

from flint import arb, fmpq

from claimledger.finding import Ball, Enclosure


def _ball(number: Fraction) -> arb:
    return arb(fmpq(number.numerator, number.denominator))


def expected_rewards_are(
    reference: list[str], truth: list[str], proxy: list[str], pressures: list[int], true_means: list[str], proxy_means: list[str]
) -> Enclosure:
    """E[t] and E[r] at each κ of `pressures`, to half a unit of the third decimal; and E[r] rises from each κ to the next."""
    rho, t, r = ([Fraction(x) for x in values] for values in (reference, truth, proxy))
    balls: list[Ball] = []
    before: arb | None = None
    for kappa, *printed in zip(pressures, true_means, proxy_means, strict=True):
        weights = [_ball(p) * (kappa * _ball(x)).exp() for p, x in zip(rho, r, strict=True)]
        total = sum(weights, arb(0))
        means = [sum((w * _ball(x) for w, x in zip(weights, v, strict=True)), arb(0)) / total for v in (t, r)]
        half = Fraction(1, 2000)
        for name, mean, text in zip(("E[t]", "E[r]"), means, printed, strict=True):
            balls.append(Ball(f"{name} at 1/β = {kappa}", mean, low=Fraction(text) - half, high=Fraction(text) + half))
        if before is not None:
            balls.append(Ball(f"rise of E[r] to 1/β = {kappa}", means[1] - before, low=0))
        before = means[1]
    return Enclosure(tuple(balls))
