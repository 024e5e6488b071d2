"""The loss of contrast-consistent search cannot tell truth from any other labelling of the pairs.

Each of n statements comes with its negation; a probe gives them probabilities p and q. The loss is the mean of
(p − (1 − q))² + min(p, q)² (Burns et al. 2023): consistent, and sure. Any labelling, 1 on one of the two and 0 on the other, has
loss 0, the true one and its opposite among 2^n (Farquhar et al. 2023, theorem 1).
"""

from itertools import product

from claimledger.finding import Exhausted


def labellings_of_zero_loss_are(which: str, pairs: int) -> Exhausted:
    """Of all labellings of 2·pairs statements the loss is 0 on exactly those: one_of_each (1 and 0 in every pair) or truth."""
    truth = tuple((1, 0) for _ in range(pairs))

    def holds(labels: tuple[tuple[int, int], ...]) -> bool:
        loss = sum((p - (1 - q)) ** 2 + min(p, q) ** 2 for p, q in labels)
        expected = all(p + q == 1 for p, q in labels) if which == "one_of_each" else labels == truth
        return (loss == 0) == expected

    labellings = product(product((0, 1), repeat=2), repeat=pairs)
    return Exhausted.over(f"labellings of {pairs} pairs", 4**pairs, labellings, holds)
