"""Zero-shot classification by the most similar sentence, on whole vectors in the plane: cosines compared exactly.

The class of an image is the one whose text vector has the largest cosine with the image's. Cosines are compared by sign and
square, which are rational. For unit vectors |x − t|² = 2 − 2 x·t, so the largest cosine is the shortest distance. Without
normalising, the largest product may be another class.
"""

from fractions import Fraction
from itertools import combinations, product

from claimledger.finding import Exhausted

Vector = tuple[int, int]


def dot(a: Vector, b: Vector) -> int:
    """a · b."""
    return a[0] * b[0] + a[1] * b[1]


def signed_square_of_cosine(a: Vector, b: Vector) -> Fraction:
    """sign(a·b) (a·b)²/(|a|²|b|²), which grows with the cosine."""
    product_ = dot(a, b)
    return Fraction(product_ * abs(product_), dot(a, a) * dot(b, b))


def _angle_is_smaller(image: Vector, near: Vector, far: Vector) -> bool:
    """Whether `near` makes the smaller angle with the image, by turning: no cosine is formed.

    Both are reflected to the left of the image; then the one that turns left into the other is nearer.
    """

    def left(v: Vector) -> Vector:
        along, across = dot(image, v), image[0] * v[1] - image[1] * v[0]
        return (along, abs(across))

    a, b = left(near), left(far)
    cross = a[0] * b[1] - a[1] * b[0]
    return cross > 0 or (cross == 0 and dot(a, b) < 0 and a[0] > 0)


def most_similar_class_is_at_the_smallest_angle(normalised: bool, most: int) -> Exhausted:
    """For every image and pair of classes: the class of larger cosine (or product) is that of smaller angle."""
    vectors = [v for v in product(range(-most, most + 1), repeat=2) if v != (0, 0)]

    def score(image: Vector, text: Vector) -> Fraction:
        return signed_square_of_cosine(image, text) if normalised else Fraction(dot(image, text))

    def holds(case: tuple[Vector, tuple[Vector, Vector]]) -> bool:
        image, (one, other) = case
        first, second = score(image, one), score(image, other)
        return (first > second) == _angle_is_smaller(image, one, other) and (second > first) == _angle_is_smaller(
            image, other, one
        )

    pairs = list(combinations(vectors, 2))
    cases = product(vectors, pairs)
    return Exhausted.over(f"vectors with entries to {most}", len(vectors) * len(pairs), cases, holds)
