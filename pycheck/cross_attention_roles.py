"""Who asks and who answers in cross-attention: weights to base 2 over whole scores, every small input.

Queries from one modality and keys and values from the other give one output per query, a mean of the other's values whose
weights sum to 1. With text asking, there are as many outputs as text positions and each lies between the image's values.
"""

from fractions import Fraction
from itertools import product

from claimledger.finding import Exhausted


def attend(queries: tuple[int, ...], keys: tuple[int, ...], values: tuple[int, ...]) -> list[Fraction]:
    """One output per query; the weight of a key is 2^(q·k), normalised."""
    outputs = []
    for query in queries:
        weights = [Fraction(2) ** (query * key) for key in keys]
        outputs.append(sum((w * v for w, v in zip(weights, values, strict=True)), Fraction(0)) / sum(weights))
    return outputs


def text_positions_read_means_of_the_image(text_asks: bool, text: int, image: int, most: int) -> Exhausted:
    """As many outputs as text positions, each within the image's values and reached with the image's keys."""
    entries = range(-most, most + 1)

    def holds(case: tuple[tuple[int, ...], tuple[int, ...]]) -> bool:
        words, patches = case
        values = tuple(10 + 3 * x for x in patches)  # apart from the words' own numbers
        outputs = attend(words, patches, values) if text_asks else attend(patches, words, words)
        return len(outputs) == text and all(min(values) <= out <= max(values) for out in outputs)

    cases = product(product(entries, repeat=text), product(entries, repeat=image))
    return Exhausted.over(f"{text} words, {image} patches", len(entries) ** (text + image), cases, holds)


def text_answers_stay_as_they_were(model_trained: bool, most: int) -> Exhausted:
    """For every bridge: the answer of the frozen reader to words alone is what it was before the bridge was trained.

    The reader is attention to base 2 with one weight on its values; the bridge multiplies image features into its input.
    Where the `model_trained` as well, its weight changes with the bridge's.
    """
    entries = range(-most, most + 1)

    def read(tokens: tuple[int, ...], weight: int) -> Fraction:
        return attend((tokens[-1],), tokens, tuple(weight * token for token in tokens))[0]

    def holds(case: tuple[int, tuple[int, ...]]) -> bool:
        bridge, words = case
        weight = 1 + bridge if model_trained else 1
        return read(words, weight) == read(words, 1)

    cases = product(entries, product(entries, repeat=3))
    return Exhausted.over(f"bridges and words to {most}", len(entries) ** 4, cases, holds)
