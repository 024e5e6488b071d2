"""Feed-forward layers with a ReLU, run as matrices and run as memories: the same output, in fractions.

The memory goes through its keys one by one, and adds its value as often as the key answers; keys that do not answer are
skipped. Up to 4 keys on streams of up to 3 coordinates, with biases.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import rational_matrices as rational

Case = tuple[rational.Matrix, rational.Matrix, rational.Vector, rational.Vector]


def memory_gives_the_output_of_the_layer(normalised: bool, examples: int = 120) -> Cases:
    """The layer W_out relu(W_in x + b) against its memory; weights as they are, or `normalised` to the sum 1."""

    def holds(case: Case) -> bool:
        read, write, bias, x = case
        hidden = [max(h, Fraction(0)) for h in rational.added(rational.applied(read, x), bias)]
        layer = rational.applied(write, hidden)
        answers = {i: rational.dot(key, x) + bias[i] for i, key in enumerate(read)}
        firing = {i: answer for i, answer in answers.items() if answer > 0}
        total = sum(firing.values(), Fraction(0)) if normalised and firing else Fraction(1)
        memory = [Fraction(0)] * len(write)
        for i, answer in firing.items():
            memory = rational.added(memory, [row[i] * answer / total for row in write])
        return layer == memory

    def cases(sizes: tuple[int, int]) -> st.SearchStrategy[Case]:
        width, keys = sizes
        return st.tuples(
            rational.matrices(keys, width), rational.matrices(width, keys), rational.vectors(keys), rational.vectors(width)
        )

    return Cases.search(st.tuples(st.integers(1, 3), st.integers(1, 4)).flatmap(cases), holds, examples=examples)
