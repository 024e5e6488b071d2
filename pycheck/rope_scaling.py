"""Three ways to stretch RoPE by a factor s, pair by pair, in balls: PI, NTK-aware and YaRN's NTK-by-parts.

    PI     ω_i/s                                  (Chen et al. 2023, arXiv:2306.15595: position m becomes m/s)
    NTK    ω_i at the base θ s^(d_h/(d_h − 2))    (bloc97 2023; Peng et al. 2023, arXiv:2309.00071, §3.1)
    YaRN   (1 − r)ω_i/s + r ω_i                   (ibid., §3.2), r = 0 below 1 turn within the trained length, 1 above 32,
                                                  and (turns − 1)/31 between

NTK gives ω_i s^(−2i/(d_h − 2)): pair 0 as it was, the last pair divided by s, each pair between by something between.
YaRN's further scaling of the logits is not part of this.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION, BITS = 160, 80
SLOW, FAST = 1, 32


def _frequencies(theta: arb, width: int) -> list[arb]:
    return [theta ** ball(Fraction(-2 * i, width)) for i in range(width // 2)]


def _scaled(method: str, theta: int, width: int, trained: int, factor: Fraction) -> list[arb]:
    plain = _frequencies(arb(theta), width)
    s = ball(factor)
    if method == "pi":
        return [w / s for w in plain]
    if method == "ntk":
        return _frequencies(arb(theta) * s ** ball(Fraction(width, width - 2)), width)
    scaled = []
    for w in plain:
        turns = trained * w / (2 * arb.pi())
        share = (turns - SLOW) / (FAST - SLOW)
        kept = arb(0) if turns < SLOW else arb(1) if turns > FAST else share
        scaled.append((1 - kept) * w / s + kept * w)
    return scaled


def pairs_kept_and_divided(
    method: str, kept: int, divided: int, theta: int, width: int, trained: int, factor: Fraction
) -> Enclosure:
    """The first `kept` pairs are as they were, the last `divided` are divided by s, and each between by less than s."""
    balls = []
    with ctx.workprec(PRECISION):
        plain = _frequencies(arb(theta), width)
        ratios = [w / v for w, v in zip(plain, _scaled(method, theta, width, trained, factor), strict=True)]
        for i, ratio in enumerate(ratios):
            if i < kept:
                balls.append(Ball(f"pair {i} kept", ratio, target=1, bits=BITS))
            elif i >= width // 2 - divided:
                balls.append(Ball(f"pair {i} divided", ratio, target=factor, bits=BITS))
            else:
                balls.append(Ball(f"pair {i} between", ratio, low=1, high=factor, bits=BITS))
    return Enclosure(tuple(balls))


def ntk_divides_pair_by(power: str, bases: list[int], widths: list[int], factors: list[Fraction]) -> Enclosure:
    """ω_i/ω′_i = s^(2i/(d_h − 2)) (`power` gradual) or s (uniform), for every pair of every head."""
    balls = []
    with ctx.workprec(PRECISION):
        for theta in bases:
            for width in widths:
                for factor in factors:
                    plain = _frequencies(arb(theta), width)
                    scaled = _scaled("ntk", theta, width, 0, factor)
                    for i, (w, v) in enumerate(zip(plain, scaled, strict=True)):
                        exponent = Fraction(2 * i, width - 2) if power == "gradual" else Fraction(1)
                        label = f"pair {i}, θ = {theta}, d_h = {width}, s = {factor}"
                        balls.append(Ball(label, w / v, target=ball(factor) ** ball(exponent), bits=BITS))
    return Enclosure(tuple(balls))


def interpolated_position_is_a_scaled_frequency(
    power: int, bases: list[int], widths: list[int], factors: list[Fraction], positions: list[int]
) -> Enclosure:
    """e^(i (m/s) ω) = e^(i m ω/s^`power`): its real part, for every pair."""
    balls = []
    with ctx.workprec(PRECISION):
        for theta in bases:
            for width in widths:
                for factor in factors:
                    for position in positions:
                        for i, w in enumerate(_frequencies(arb(theta), width)):
                            moved = (ball(Fraction(position) / factor) * w).cos()
                            slowed = (position * (w / ball(factor) ** power)).cos()
                            balls.append(Ball(f"pair {i}, m = {position}, s = {factor}", moved, target=slowed, bits=BITS // 2))
    return Enclosure(tuple(balls))
