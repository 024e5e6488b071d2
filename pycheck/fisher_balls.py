"""Fisher's information times γ^k against the heat capacity, in balls, for named N and γ.

The claim is I(γ) γ² = C_V(γ). The left side comes from the mean square of a differentiated log p, the right side from
the second derivative of log Z; the two files that compute them have no line in common.

Where the power k does not matter: at N = 1 both sides are 0; at γ = 0 as well, for every k ≥ 1; at γ = 1 every power of
γ is 1, and at γ = −1 every even one. Such points stay in the grid, so a false power is refuted on fewer instances than
are tried: k = 1 where N ≥ 2 and γ ∉ {0, 1}, k = 4 where N ≥ 2 and γ ∉ {−1, 0, 1}.
"""

from fractions import Fraction

from flint import ctx

from claimledger.finding import Ball, Enclosure
from pycheck.definitions import ball
from pycheck.fisher_by_scores import fisher_information
from pycheck.heat_capacity_by_log_z import heat_capacity

PRECISION = 160
BITS = 100


def fisher_times_power_is_heat_capacity(power: int, exponents: list[Fraction], sizes: list[int]) -> Enclosure:
    """I(γ) γ^k = C_V(γ), to 100 bits, for every γ of `exponents` and N of `sizes`."""
    balls = []
    with ctx.workprec(PRECISION):
        for size in sizes:
            for gamma in exponents:
                left = fisher_information(gamma, size) * ball(gamma) ** power
                right = heat_capacity(gamma, size)
                balls.append(Ball(f"N = {size}, γ = {gamma}", left, target=right, bits=BITS))
    return Enclosure(tuple(balls))
