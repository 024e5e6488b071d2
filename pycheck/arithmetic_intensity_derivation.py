"""Operations per byte of attention in three passes, and of decoding with grouped queries, in symbols.

The numbers moved by each pass are written down as matrices' sizes; 2 bytes each. B texts of n tokens with G groups of q queries
of width d give 4qGdnB operations on 2GdnB numbers of the cache, so the number of texts and tokens cancels.
"""

import sympy

from claimledger.finding import Domain, Equation, Residual

NAMES = ("n", "d", "q", "G", "B")
n, d, q, G, B = (sympy.Symbol(name, positive=True) for name in NAMES)


def attention_in_three_passes_gives(scores_stay_inside: bool) -> Residual:
    """Operations over bytes are nd/2(n + d); where the scores stay inside only Q, K, V and the output move."""
    operations = 2 * (n * n * d) + 2 * (n * n * d)
    inputs_and_output = 4 * n * d
    moved = inputs_and_output + (0 if scores_stay_inside else n * n + 2 * n * n + n * n)
    return Residual(
        (Equation("intensity", operations / (2 * moved), n * d / (2 * (n + d))),), dict.fromkeys((n, d), Domain(low=0))
    )


def decoding_intensity_is(texts_help: bool) -> Residual:
    """Operations over bytes of the cache are q, or qB where `texts_help`."""
    operations = B * n * G * q * (2 * d + 2 * d)
    moved = B * n * G * (d + d)
    expected = q * B if texts_help else q
    equation = Equation("times the bytes", operations, expected * 2 * moved)
    return Residual((equation,), dict.fromkeys((n, d, q, G, B), Domain(low=0)))
