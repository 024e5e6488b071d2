"""Reading the cache while decoding one token: bytes, operations, and their ratio under grouped queries.

L layers, H query heads of width w in groups that share one of G key and value heads, n tokens in the cache, b bytes a number.
One token reads 2·L·G·w·n·b bytes of cache, and does 2·2·L·H·w·n operations on them (a multiplication and an addition, for
scores and for mixing). Fewer key and value heads divide the bytes and leave these operations alone. They do save the
products that make keys and values: 2·L·d·w a head and token, out of those of all weights.
"""

from fractions import Fraction

from claimledger.finding import Ball, Enclosure


def cache_read_a_token(
    layers: int, queries: int, shared: int, width: int, cached: int, gigabytes: Fraction, gigaflops: Fraction
) -> Enclosure:
    """Bytes read from a 16-bit cache and operations done on them, in 2³⁰."""
    read = sum(2 * 2 * width * cached for _ in range(layers * shared))
    operations = sum(2 * 2 * width * cached for _ in range(layers * queries))
    unit = 2**30
    return Enclosure(
        (
            Ball("bytes", Fraction(read, unit), target=gigabytes),
            Ball("operations", Fraction(operations, unit), target=gigaflops),
        )
    )


def products_saved_share(
    layers: int, d: int, hidden: int, tokens: int, heads: int, shared: int, low: Fraction, high: Fraction
) -> Enclosure:
    """The share of a token's products with weights that fewer key and value heads save, gated layers and readout counted."""
    width = d // heads
    full = layers * (4 * d * d + 3 * d * hidden) + tokens * d
    saved = layers * 2 * d * width * (heads - shared)
    return Enclosure((Ball("saved", Fraction(saved, full), low=low, high=high),))
