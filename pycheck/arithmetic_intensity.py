"""Operations per byte, counted: attention in three separate passes, products of matrices, and decoding with a cache.

Every multiplication and addition is an operation, every number of 2 bytes that is read from or written to the slow memory
counts once per pass. Attention in three passes reads Q and K and writes n² scores, reads and writes n² for the softmax, reads
n² and V and writes n·d: 4n²d operations on 4n² + 4nd numbers, nd/2(n + d) operations a byte. In one pass that keeps the scores
inside, 4nd numbers move. Operations of the softmax itself are not counted.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Ball, Enclosure, Exhausted

BYTES = 2


def attention_intensity(n: int, d: int, fused: bool) -> Fraction:
    """Operations per byte of one head, from the passes."""
    operations, moved = 0, 0
    passes = [(2 * n * d, n * n, n * n * d), (n * n, n * n, 0), (n * n + n * d, n * d, n * n * d)]
    if fused:
        passes = [(3 * n * d, n * d, 2 * n * n * d)]
    for read, written, products in passes:
        operations += 2 * products
        moved += read + written
    return Fraction(operations, BYTES * moved)


def matrix_product_intensity(tokens: int, inner: int, outer: int) -> Fraction:
    """Operations per byte of (tokens × inner)(inner × outer), each matrix read or written once."""
    return Fraction(2 * tokens * inner * outer, BYTES * (tokens * inner + inner * outer + tokens * outer))


def three_passes_give(fused: bool, longest: int, widest: int) -> Exhausted:
    """The intensity of attention is nd/2(n + d), for all n and d."""

    def holds(case: tuple[int, int]) -> bool:
        n, d = case
        return attention_intensity(n, d, fused) == Fraction(n * d, 2 * (n + d))

    cases = product(range(1, longest + 1), range(1, widest + 1))
    return Exhausted.over(f"n to {longest}, d to {widest}", longest * widest, cases, holds)


def attention_stays_below(ridge: Fraction, fused: bool, widths: list[int], longest: int) -> Exhausted:
    """At every length up to `longest` the intensity is below d/2, and below `ridge` operations a byte."""

    def holds(case: tuple[int, int]) -> bool:
        n, d = case
        return attention_intensity(n, d, fused) < min(Fraction(d, 2), ridge)

    cases = [(n, d) for d in widths for n in range(1, longest + 1)]
    return Exhausted.over(f"n to {longest}, d in {widths}", len(widths) * longest, cases, holds)


def product_reaches_the_ridge_from(tokens: int, rate: Fraction, bandwidth: Fraction, side: int, most: int) -> Exhausted:
    """(t × side)(side × side) has fewer operations a byte than rate/bandwidth exactly for t < `tokens`, for t to `most`."""
    ridge = rate / bandwidth

    def holds(t: int) -> bool:
        return (matrix_product_intensity(t, side, side) < ridge) == (t < tokens)

    return Exhausted.over(f"1 to {most} tokens", most, range(1, most + 1), holds)


def product_intensity_is_below_its_tokens(bound: Fraction, sides: list[int], most: int) -> Exhausted:
    """Operations per byte of t tokens times a square matrix are below `bound`·t and at least half of it where t ≤ side/2."""

    def holds(case: tuple[int, int]) -> bool:
        t, side = case
        intensity = matrix_product_intensity(t, side, side)
        return intensity < bound * t and (2 * t > side or 2 * intensity >= bound * t)

    cases = [(t, side) for side in sides for t in range(1, most + 1)]
    return Exhausted.over(f"t to {most}, sides {sides}", len(cases), cases, holds)


def decoding_reads_give(per_query: int, groups: int, queries: int, longest: int, widest: int, batch: int) -> Exhausted:
    """Scores and values of one new token per text: operations a byte of the cache are `per_query` times queries per group.

    Every stored key takes part in q scores of 2d operations and every value in as many; each is read once.
    """

    def holds(case: tuple[int, int, int, int, int]) -> bool:
        g, q, n, d, texts = case
        operations = read = 0
        for _ in range(texts * g * n):
            read += 2 * d
            operations += q * 2 * d + q * 2 * d
        return Fraction(operations, BYTES * read) == per_query * q

    ends = (groups, queries, longest, widest, batch)
    size = groups * queries * longest * widest * batch
    return Exhausted.over("groups, queries, tokens, widths, texts", size, product(*(range(1, e + 1) for e in ends)), holds)


def machine_time_goes_to(
    prefill: bool,
    prompt: int,
    outputs: int,
    batch: int,
    parameters: Fraction,
    cache_bytes: Fraction,
    rate: Fraction,
    bandwidth: Fraction,
) -> Enclosure:
    """Machine time of one text's prefill against its share of the decoding, a text in a batch; the larger is named.

    Prefill is 2·parameters operations a token at full rate. A decoding step reads the weights, 2 bytes each, once for the
    batch, and the cache of every text at its longest.
    """
    first = 2 * parameters * prompt / rate
    step = (BYTES * parameters + batch * cache_bytes * (prompt + outputs)) / bandwidth
    second = step * outputs / batch
    ratio = first / second if prefill else second / first
    return Enclosure((Ball("the larger over the smaller", ratio, low=1),))
