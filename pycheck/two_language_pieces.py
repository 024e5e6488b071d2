"""Pieces learned from one language cost the other more: ten sentences in English and Spanish, translations of each other.

Byte-pair encoding is fitted to the words of eight sentences of one language: each character a symbol, a space before each word
but the first, ties to the pair that is first in the alphabet. Then two further sentences and their translations are counted. One
of the two is the pair of the book, the house is big and la casa es grande. The sentences were written for this check, and it is
about these sentences: which language pays is decided by what the merges were learned from.
"""

from claimledger.finding import Ball, Enclosure
from pycheck.bpe import Corpus, Pair, merged, merged_word, pair_counts

LEARNED = {
    "english": (
        "the house is old and the garden is big",
        "the big dog is in the house of the man",
        "the man is in the garden with the dog",
        "this is the house that the man has",
        "the street is long and the houses are white",
        "that dog is old but this one is big",
        "the door of the house is white and big",
        "the water in the garden is cold",
    ),
    "spanish": (
        "la casa es vieja y el patio es grande",
        "el perro grande está en la casa del hombre",
        "el hombre está en el patio con el perro",
        "esta es la casa que el hombre tiene",
        "la calle es larga y las casas son blancas",
        "ese perro es viejo pero este es grande",
        "la puerta de la casa es blanca y grande",
        "el agua del patio está fría",
    ),
}
COUNTED = {
    "english": ("the house is big", "the white dog is in the street"),
    "spanish": ("la casa es grande", "el perro blanco está en la calle"),
}


def _words(sentence: str) -> list[tuple[str, ...]]:
    first, *rest = sentence.split()
    return [tuple(first), *(tuple(" " + word) for word in rest)]


def _merges(language: str, number: int) -> list[Pair]:
    corpus: Corpus = {}
    for sentence in LEARNED[language]:
        for word in _words(sentence):
            corpus[word] = corpus.get(word, 0) + 1
    found: list[Pair] = []
    for _ in range(number):
        counts = pair_counts(corpus)
        found.append(max(sorted(counts), key=lambda pair: counts[pair]))
        corpus = merged(corpus, found[-1])
    return found


def _tokens(sentence: str, merges: list[Pair]) -> int:
    total = 0
    for word in _words(sentence):
        for pair in merges:
            word = merged_word(word, pair)
        total += len(word)
    return total


def fewer_tokens(learned_from: str, cheaper: str, merges: int) -> Enclosure:
    """With merges learned from one language, each counted sentence has fewer tokens in `cheaper` than its translation."""
    table = _merges(learned_from, merges)
    dearer = "spanish" if cheaper == "english" else "english"
    pairs = zip(COUNTED[cheaper], COUNTED[dearer], strict=True)
    return Enclosure(tuple(Ball(a, _tokens(a, table), low=0, high=_tokens(b, table)) for a, b in pairs))
