"""With one table for input and output, what a token says of the next through the stream alone is symmetric: in fractions.

The direct path from a token to the next gives logits W_U W_E e_a. If W_U = W_Eᵀ = Eᵀ, entry (b, a) is E_b · E_a, the same as
entry (a, b), and no other token b has |E_b| ≤ |E_a| and a larger logit than a itself has. With two tables neither needs to hold.
Everything that is not symmetric has to come from the layers between.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import rational_matrices as rational


def direct_path_is_symmetric(tied: bool, examples: int = 100) -> Cases:
    """Logits of the direct path from a to b and from b to a are equal, and no shorter embedding beats a token's own."""

    def holds(case: tuple[rational.Matrix, rational.Matrix]) -> bool:
        table, other = case
        readout = table if tied else other
        logits: list[list[Fraction]] = [[rational.dot(out, into) for out in readout] for into in table]
        size = range(len(table))
        symmetric = all(logits[a][b] == logits[b][a] for a in size for b in size)
        short = [[rational.dot(table[b], table[b]) <= rational.dot(table[a], table[a]) for b in size] for a in size]
        return symmetric and all(logits[a][b] <= logits[a][a] for a in size for b in size if short[a][b])

    def cases(sizes: tuple[int, int]) -> st.SearchStrategy[tuple[rational.Matrix, rational.Matrix]]:
        return st.tuples(rational.matrices(*sizes), rational.matrices(*sizes))

    return Cases.search(st.tuples(st.integers(2, 4), st.integers(1, 3)).flatmap(cases), holds, examples=examples)
