"""RMSNorm with ε on drawn vectors, in fractions: signs and squares of the outputs.

A vector and its multiple by c > 0 are both normalised, the mean of squares taken from the entries each time.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Ball, Cases, Enclosure

Signed = list[tuple[int, Fraction]]


def _normalised(x: list[Fraction], epsilon: Fraction) -> Signed:
    mean = sum((entry * entry for entry in x), Fraction(0)) / len(x)
    return [((entry > 0) - (entry < 0), entry * entry / (mean + epsilon)) for entry in x]


def scaled_input_is_another_epsilon(power: int, examples: int = 200) -> Cases:
    """RMSNorm_ε(c x) = RMSNorm_{ε/c^power}(x) for drawn x ≠ 0, c > 0 and ε > 0."""

    def holds(case: tuple[list[int], Fraction, Fraction]) -> bool:
        entries, c, epsilon = case
        x = [Fraction(entry) for entry in entries]
        return _normalised([c * entry for entry in x], epsilon) == _normalised(x, epsilon / c**power)

    positive = st.builds(Fraction, st.integers(1, 9), st.integers(1, 9))
    vectors = st.lists(st.integers(-9, 9), min_size=1, max_size=5)
    return Cases.search(st.tuples(vectors, positive, positive), holds, when=lambda case: any(case[0]), examples=examples)


def mean_square_of_the_output_is(size: Fraction, epsilon: Fraction, value: Fraction) -> Enclosure:
    """For a vector of four entries ±size, normalised with ε."""
    output = _normalised([size, -size, size, size], epsilon)
    mean = sum((square for _, square in output), Fraction(0)) / len(output)
    return Enclosure((Ball(f"entries {size}, ε = {epsilon}", mean, target=value),))
