"""A lookup table and a general rule mixed with a weight that grows evenly: the accuracy jumps, the logits do not.

On a + b mod p the logits are (1 − s)·table + s·rule. The rule has 1 on the right answer. The table has 1 on the right answer
for the pairs of a training set and 1 on a fixed wrong answer for all others. A pair is right where its largest logit is the
right answer's, alone. Training pairs are right for every s; the others just where s > 1/2, all at once.
"""

from fractions import Fraction

from claimledger.finding import Exhausted


def _accuracies(p: int, s: Fraction) -> tuple[Fraction, Fraction]:
    right = {True: 0, False: 0}
    count = {True: 0, False: 0}
    for a in range(p):
        for b in range(p):
            trained = (7 * a + 3 * b) % 10 < 3
            answer = (a + b) % p
            recalled = answer if trained else (answer + 1 + a % (p - 1)) % p
            logits = [(1 - s) * (c == recalled) + s * (c == answer) for c in range(p)]
            best = max(logits)
            right[trained] += logits[answer] == best and logits.count(best) == 1
            count[trained] += 1
    return Fraction(right[True], count[True]), Fraction(right[False], count[False])


def accuracy_off_the_training_set_is(shape: str, p: int, steps: int) -> Exhausted:
    """At s = k/`steps` it is 0 up to s = 1/2 and 1 beyond (`jump`), or s itself (`line`); on the training set always 1."""

    def holds(k: int) -> bool:
        s = Fraction(k, steps)
        trained, other = _accuracies(p, s)
        return trained == 1 and other == (Fraction(s > Fraction(1, 2)) if shape == "jump" else s)

    return Exhausted.over(f"s = 0, 1/{steps}, …, 1", steps + 1, range(steps + 1), holds)
