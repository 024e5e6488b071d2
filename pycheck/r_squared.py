"""What R² says of an exponent that was fitted on log-log axes: two curves at the distances of the public fits.

Least squares of y = log A on x = log d gives the slope −γ and R² = 1 − Σ r²/Σ (y − ȳ)². Where residuals r have the mean
square σ² and x has the variance v,

    R² = γ²v / (γ²v + σ²),    standard error of γ = σ / √((n − 2) v),

so at equal scatter, and so equal standard error, R² falls with γ: it compares the scatter with the slope. And a curve can
leave little scatter over the range without being a line: y = −x²/10 has the local exponent x/5, which grows with log d.
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball

PRECISION = 128


def _fit(x: list[arb], y: list[arb]) -> tuple[arb, arb, arb]:
    """(γ, R², standard error of γ) of the least-squares line."""
    n = len(x)
    mean_x, mean_y = sum(x, arb(0)) / n, sum(y, arb(0)) / n
    spread = sum(((a - mean_x) * (a - mean_x) for a in x), arb(0))
    slope = sum(((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)), arb(0)) / spread
    left = [b - mean_y - slope * (a - mean_x) for a, b in zip(x, y, strict=True)]
    residual = sum((r * r for r in left), arb(0))
    total = sum(((b - mean_y) * (b - mean_y) for b in y), arb(0))
    return -slope, 1 - residual / total, (residual / ((n - 2) * spread)).sqrt()


def _scatter(x: list[arb]) -> list[arb]:
    """Alternating residuals of ±1/10, made orthogonal to the line."""
    signs = [arb((-1) ** k) / 10 for k in range(len(x))]
    slope, _, _ = _fit(x, signs)
    mean = sum(signs, arb(0)) / len(x)
    mean_x = sum(x, arb(0)) / len(x)
    return [s - mean + slope * (a - mean_x) for s, a in zip(signs, x, strict=True)]


def curve_without_an_exponent_has_r_squared_above(floor: Fraction, distances: list[int], bend: Fraction) -> Enclosure:
    """log A = −`bend`·(log d)² is fitted with R² > `floor`, though its local exponent 2·`bend`·log d more than doubles."""
    with ctx.workprec(PRECISION):
        x = [arb(d).log() for d in distances]
        _, r2, _ = _fit(x, [-ball(bend) * a * a for a in x])
        growth = x[-1] / x[0]
    return Enclosure((Ball("R² of the curve", r2, low=floor), Ball("last local exponent over first", growth, low=2)))


def same_scatter_gives_r_squared(
    distances: list[int],
    steep: Fraction,
    flat: Fraction,
    steep_above: Fraction,
    flat_below: Fraction,
    error_ratio: Fraction,
) -> Enclosure:
    """One scatter about lines of exponents `steep` and `flat`: R² above and below the two numbers.

    The standard error of the flat line's exponent is `error_ratio` times that of the steep one's.
    """
    with ctx.workprec(PRECISION):
        x = [arb(d).log() for d in distances]
        noise = _scatter(x)
        fits = [_fit(x, [r - ball(g) * a for r, a in zip(noise, x, strict=True)]) for g in (steep, flat)]
        (gamma_a, r2_a, error_a), (gamma_b, r2_b, error_b) = fits
        return Enclosure(
            (
                Ball("γ, steep", gamma_a, target=steep, bits=80),
                Ball("γ, flat", gamma_b, target=flat, bits=80),
                Ball("R², steep", r2_a, low=steep_above),
                Ball("R², flat", r2_b, high=flat_below),
                Ball("standard error, flat over steep", error_b / error_a, target=error_ratio, bits=80),
            )
        )
