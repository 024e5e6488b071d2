"""The one published run that learns modular addition late, and what its decay exponent does meanwhile.

tafagent/exp_d1 (github.com/karlesmarin/tafagent at e0d8cb6): addition mod 113, two layers of four heads, 30 % of the
pairs for training, weight decay 1, 15,000 steps, logged every 100 with training and validation accuracy and γ.
"""

import json
from fractions import Fraction

from flint import arb

from claimledger.finding import Ball, Enclosure
from pycheck import public_data

MODULUS = 113


def _history() -> list[dict[str, Fraction]]:
    text = public_data.path("tafagent/exp_d1/grokking_hagedorn_results.json").read_text(encoding="utf-8")
    return [{k: Fraction(v) for k, v in row.items()} for row in json.loads(text, parse_float=str)["history"]]


def first_logged_steps(accuracy: Fraction, training: int, validation: int) -> Enclosure:
    """The first logged steps at which training and validation accuracy reach that value."""
    rows = _history()
    first = [next(row["step"] for row in rows if row[key] >= accuracy) for key in ("train_acc", "val_acc")]
    return Enclosure(
        tuple(
            Ball(name, arb(int(step)), target=said)
            for name, step, said in zip(("training", "validation"), first, (training, validation), strict=True)
        )
    )


def validation_is_above_chance(at_step: int, low: Fraction, high: Fraction) -> Enclosure:
    """Validation accuracy at that step, in units of chance (1/113), lies between the bounds."""
    accuracy = next(row["val_acc"] for row in _history() if row["step"] == at_step)
    return Enclosure((Ball("between", arb(int(low < accuracy * MODULUS < high)), target=1),))


def mean_exponents_are(before: Fraction, after: Fraction, decimals: int) -> Enclosure:
    """Mean γ over logs that memorise (training ≥ 0.99, validation < 0.5) and over those that generalise (≥ 0.99)."""
    rows, half = _history(), Fraction(1, 2 * 10**decimals)
    memorise = [row["gamma"] for row in rows if row["train_acc"] >= Fraction(99, 100) and row["val_acc"] < Fraction(1, 2)]
    generalise = [row["gamma"] for row in rows if row["val_acc"] >= Fraction(99, 100)]
    means = [sum(group, Fraction(0)) / len(group) for group in (memorise, generalise)]
    return Enclosure(
        tuple(
            Ball(f"{name} rounds to it", arb(int(-half < mean - said < half)), target=1)
            for name, mean, said in zip(("before", "after"), means, (before, after), strict=True)
        )
    )


def largest_exponent_afterwards_is_below(bound: Fraction, logs: int) -> Enclosure:
    """Of the logs with validation accuracy of at least 0.99, all have γ under the bound."""
    later = [row["gamma"] for row in _history() if row["val_acc"] >= Fraction(99, 100)]
    return Enclosure((Ball("logs", arb(len(later)), target=logs), Ball("below", arb(sum(g < bound for g in later)), target=logs)))
