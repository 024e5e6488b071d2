"""Past the rank of one softmax: a mixture of two, and what the bound leaves alone.

One feature and three tokens. Three contexts of one softmax have log-probabilities of determinant 0; of an even mixture of two
softmaxes, each with features of its own, the determinant is not 0 (in balls).

The bound is on whole distributions, not on which token comes first: with two features, tokens placed on a circle and a context
in the direction of each, every token is the most probable one somewhere. On a line only the two outermost can be. The points
of the circle are rational, ((1 − t²)/(1 + t²), 2t/(1 + t²)).
"""

from fractions import Fraction

from flint import arb, ctx

from claimledger.finding import Ball, Enclosure, Exhausted

TOKENS = (-1, 0, 2)
CONTEXTS = ((1, -2), (2, 1), (-1, 3))
PRECISION = 200


def _softmax(feature: int) -> list[arb]:
    weights = [arb(feature * token).exp() for token in TOKENS]
    total = sum(weights, arb(0))
    return [weight / total for weight in weights]


def determinant_is_away_from_zero(components: int, least: Fraction) -> Enclosure:
    """The squared determinant of log-probabilities of three contexts, each a mixture of `components` softmaxes (1 or 2)."""
    with ctx.workprec(PRECISION):
        rows = []
        for features in CONTEXTS:
            parts = [_softmax(feature) for feature in features[:components]]
            rows.append([(sum((part[j] for part in parts), arb(0)) / components).log() for j in range(3)])
        (a, b, c), (d, e, f), (g, h, i) = rows
        determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
        return Enclosure((Ball(f"{components} softmaxes", determinant * determinant, low=least),))


def every_token_comes_first_somewhere(dimension: int, tokens: int) -> Exhausted:
    """A context in the direction of each token has that token first, on a circle (2) or a line (1)."""
    if dimension == 2:
        slopes = [Fraction(n, 2) for n in range(-(tokens // 2), tokens - tokens // 2)]
        points = [[(1 - t * t) / (1 + t * t), 2 * t / (1 + t * t)] for t in slopes]
    else:
        points = [[Fraction(n)] for n in range(1, tokens + 1)]

    def holds(token: int) -> bool:
        scores = [sum((a * b for a, b in zip(points[token], point, strict=True)), Fraction(0)) for point in points]
        return all(score < scores[token] for other, score in enumerate(scores) if other != token)

    return Exhausted.over(f"{tokens} tokens in dimension {dimension}", tokens, range(tokens), holds)
