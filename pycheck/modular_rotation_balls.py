"""Points on the circle multiplied as complex numbers, in balls: e^(iwa)·e^(iwb) read against e^(iw(a ± b))."""

from flint import acb, arb, ctx

from claimledger.finding import Ball, Enclosure


def point_of_the_sum_is_the_turned_point(sign: int, modulus: int, keys: list[int], pairs: list[int]) -> Enclosure:
    """Re and Im of e^(iwa)e^(iwb)e^(−iw(a + `sign` b)) are 1 and 0, w = 2πk/p; `pairs` is a, b, a, b, …"""
    balls = []
    with ctx.workprec(128):
        for k in keys:
            w = 2 * arb.pi() * k / modulus
            for a, b in zip(pairs[::2], pairs[1::2], strict=True):
                both = acb(0, w * a).exp() * acb(0, w * b).exp() * acb(0, -w * (a + sign * b)).exp()
                balls.append(Ball(f"k = {k}, {a} + {b}", both.real, target=1, bits=60))
    return Enclosure(tuple(balls))
