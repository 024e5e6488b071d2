"""How many of the nearest distances hold a share f of the mass of d^-γ: exact windows, and the continuum's formula.

The window W_f(γ, N) is the least W with Z(γ, W) ≥ f Z(γ, N), and W_f(γ, ∞) the least with Z(γ, W) ≥ f ζ(γ), γ > 1. That W is
the window is two inequalities, each a ball: the share of W is above f, that of W − 1 below (or W = 1).

Putting ∫_1^W x^-γ dx for Z(γ, W) gives the source's formula

    D_f = [(1−f) + f N^(1−γ)]^(1/(1−γ)),        N^f at γ = 1,        (1−f)^(−1/(γ−1)) for N = ∞.

Z is a difference of Hurwitz zeta values, ψ at γ = 1.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball
from pycheck.moments_by_zeta import log_moments

PRECISION = 256
BITS = 60


def _mass(gamma: Fraction, size: int) -> arb:
    """Z(γ, size); with size 0, all of it, ζ(γ)."""
    if size == 0:
        return ball(gamma).zeta()
    return arb(0) + log_moments(gamma, size)[0]


def _share(gamma: Fraction, window: int, size: int) -> arb:
    return _mass(gamma, window) / _mass(gamma, size)


def _is_window(gamma: Fraction, size: int, share: Fraction, window: int) -> list[Ball]:
    at = f"γ = {gamma}, N = {size or '∞'}, f = {share}"
    found = [Ball(f"share of {window}, {at}", _share(gamma, window, size), low=share, bits=BITS)]
    if window > 1:
        found.append(Ball(f"share of {window - 1}, {at}", _share(gamma, window - 1, size), high=share, bits=BITS))
    return found


def windows_are(
    windows: list[list[int]], exponents: list[Fraction], size: int, shares: list[Fraction], scale: Fraction = Fraction(1)
) -> Enclosure:
    """`windows`[i][j], times `scale` and rounded up, is W_f(γ_i, N) for f = f_j; `size` 0 is N = ∞."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma, row in zip(exponents, windows, strict=True):
            for share, window in zip(shares, row, strict=True):
                balls += _is_window(gamma, size, share, -int(-window * scale // 1))
    return Enclosure(tuple(balls))


def window_holds(gamma: Fraction, share: Fraction, size: int, window: int) -> Enclosure:
    """The nearest `window` of `size` distances (0: of all) hold more than `share` of the mass."""
    with ctx.workprec(PRECISION):
        value = _share(gamma, window, size)
        return Enclosure((Ball(f"share of {window}, γ = {gamma}, N = {size or '∞'}", value, low=share, bits=BITS),))


def formula(gamma: Fraction, share: Fraction, size: int) -> arb:
    """D_f of the continuum; `size` 0 is N = ∞ (γ > 1)."""
    if gamma == 1:
        return arb(size) ** ball(share)
    reach = arb(0) if size == 0 else arb(size) ** ball(1 - gamma)
    return (ball(1 - share) + ball(share) * reach) ** ball(1 / (1 - gamma))


def formula_over_window_lies_between(
    low: Fraction, high: Fraction, exponents: list[Fraction], sizes: list[int], shares: list[Fraction]
) -> Enclosure:
    """D_f of the formula over the exact window W_f lies between `low` and `high` at every γ, N and f."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma in exponents:
            for size in sizes:
                for share in shares:
                    window = _window(gamma, share, size)
                    ratio = formula(gamma, share, size) / window
                    balls.append(Ball(f"γ = {gamma}, N = {size}, f = {share}", ratio, low=low, high=high, bits=BITS))
    return Enclosure(tuple(balls))


def _window(gamma: Fraction, share: Fraction, size: int) -> int:
    """W_f(γ, N) by bisection, each step decided by balls."""
    below, reached = 0, size
    wanted = ball(share) * _mass(gamma, size)
    while reached - below > 1:
        middle = (below + reached) // 2
        mass = _mass(gamma, middle)
        if mass > wanted:
            reached = middle
        elif mass < wanted:
            below = middle
        else:
            raise ArithmeticError(f"γ = {gamma}, N = {size}, f = {share}: undecided at {middle}")
    return reached


def formula_holds_its_share(excess: Fraction, exponents: list[Fraction], sizes: list[int], shares: list[Fraction]) -> Enclosure:
    """The nearest ⌊D_f⌋ distances hold more than f, and less than f + `excess`·(1−f), of the mass."""
    balls = []
    with ctx.workprec(PRECISION):
        for gamma in exponents:
            for size in sizes:
                for share in shares:
                    kept = formula(gamma, share, size).floor().unique_fmpz()
                    if kept is None:
                        raise ArithmeticError(f"γ = {gamma}, N = {size}, f = {share}: the floor is undecided")
                    value = _share(gamma, int(kept), size)
                    high = share + excess * (1 - share)
                    balls.append(Ball(f"γ = {gamma}, N = {size}, f = {share}", value, low=share, high=high, bits=BITS))
    return Enclosure(tuple(balls))
