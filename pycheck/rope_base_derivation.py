"""What a larger RoPE base does to the frequency of a pair: in symbols, for every base, pair and width.

ω_i = θ^(−2i/d_h), so with the base c θ in place of θ, c > 1, the frequency of pair i is multiplied by

    ω_i(cθ)/ω_i(θ) = c^(−2i/d_h) :    1 at i = 0, and 1/c^(1 − 2/d_h) at the last pair, i = d_h/2 − 1.

Pair 0 turns by 1 radian a position at every base. `first` = 1 is the reading that pair 0 is
slowed as well: the factor that belongs to pair i + 1; `uniform` is position interpolation, which divides every frequency by c.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

THETA, C, D = sympy.symbols("θ c d_h", positive=True)
PAIR = sympy.Symbol("i", integer=True)
DOMAINS = {THETA: Domain(low=1), C: Domain(low=1), PAIR: Domain(low=-1, integer=True), D: Domain(low=1)}


def frequency_is_multiplied_by(first: int, uniform: bool) -> Residual:
    """ω_i(cθ) = c^(−2(i + `first`)/d_h) ω_i(θ), or ω_i(θ)/c where `uniform`."""
    larger, before = (C * THETA) ** (-2 * PAIR / D), THETA ** (-2 * PAIR / D)
    factor = 1 / C if uniform else C ** (-2 * (PAIR + first) / D)
    return Residual((Equation("pair i", larger, factor * before),), DOMAINS)
