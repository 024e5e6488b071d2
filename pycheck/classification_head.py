"""The parameters of BERT-base counted from its shapes, and those that a classification head adds.

Embeddings V × H, 512 × H and 2 × H with a LayerNorm; 12 layers of four H × H projections, a feed-forward net of inner width
4H, two LayerNorms, all with biases; a pooler H × H (Devlin et al. 2018: H = 768, V = 30,522). A linear head for K classes is
a K × H matrix, and K biases where it has any.
"""

from claimledger.finding import Ball, Enclosure

POSITIONS, SEGMENTS, LAYERS = 512, 2, 12


def _body(width: int, vocabulary: int) -> int:
    norm = 2 * width
    embeddings = (vocabulary + POSITIONS + SEGMENTS) * width + norm
    attention = 4 * (width * width + width)
    feed_forward = 2 * (width * 4 * width) + 4 * width + width
    pooler = width * width + width
    return embeddings + LAYERS * (attention + feed_forward + 2 * norm) + pooler


def head_adds(classes: int, width: int, vocabulary: int, weights: int, with_biases: int, body: int) -> Enclosure:
    """A head for so many classes has `weights` weights, `with_biases` numbers in all; the body has `body`."""
    head = [[0] * width for _ in range(classes)]
    counted = sum(len(row) for row in head)
    balls = (
        Ball("weights of the head", counted, target=weights),
        Ball("with biases", counted + len(head), target=with_biases),
        Ball("body", _body(width, vocabulary), target=body),
    )
    return Enclosure(balls)
