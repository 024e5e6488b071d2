"""The published table of measured exponents, recounted: how many models lie below 1, and where the median is.

gamma_atlas.csv (github.com/karlesmarin/transformers-guide at be0c406, en/data) has one row for a model, a corpus (text:
"mongo", or random tokens) and a source of the row; some measurements stand in it twice. A model's exponent is the mean
over some of its rows, and which ones is a choice that the counts depend on: `every row`, `each value once` (one for
each model, corpus and γ), `text`, `random` (each value once, of that corpus). All of it is in rational arithmetic.
"""

import csv
from collections import defaultdict
from fractions import Fraction
from statistics import median
from typing import NamedTuple

from flint import arb

from claimledger.finding import Ball, Enclosure
from pycheck import public_data


class Row(NamedTuple):
    """A measurement. `theta`, `low` and `high` (the ends of its interval) are None where the table leaves them out."""

    model: str
    corpus: str
    theta: Fraction | None
    gamma: Fraction
    low: Fraction | None
    high: Fraction | None
    source: str


def rows() -> list[Row]:
    """The whole table, in its order."""

    def number(text: str) -> Fraction | None:
        return Fraction(text) if text else None

    with public_data.path("gamma_atlas.csv").open(encoding="utf-8", newline="") as lines:
        return [
            Row(
                row["model"],
                row["corpus"],
                number(row["theta"]),
                Fraction(row["gamma"]),
                number(row["ci_lo"]),
                number(row["ci_hi"]),
                row["source"],
            )
            for row in csv.DictReader(lines)
        ]


def distinct_rows() -> list[Row]:
    """Each model, corpus and γ once: the first row that has them."""
    return list({(row.model, row.corpus, row.gamma): row for row in reversed(rows())}.values())[::-1]


def by_model(average: str) -> dict[str, Fraction]:
    """The exponent of each model by one of the four averages."""
    kept = rows() if average == "every row" else distinct_rows()
    gathered = defaultdict(list)
    for row in kept:
        if average in ("every row", "each value once") or row.corpus == {"text": "mongo", "random": "random"}[average]:
            gathered[row.model].append(row.gamma)
    return {model: sum(values, Fraction(0)) / len(values) for model, values in gathered.items()}


def the_table_has(rows_in_all: int, distinct: int, models: int) -> Enclosure:
    """So many rows, so many distinct ones among them, so many models."""
    table = rows()
    counts = (len(table), len(distinct_rows()), len({row.model for row in table}))
    return Enclosure(
        tuple(
            Ball(n, arb(found), target=said)
            for n, found, said in zip(("rows", "distinct", "models"), counts, (rows_in_all, distinct, models), strict=True)
        )
    )


def models_below_one(average: str, models: int, below: int) -> Enclosure:
    """By that average, `below` of `models` models have an exponent under 1."""
    exponents = by_model(average).values()
    return Enclosure(
        (Ball("models", arb(len(exponents)), target=models), Ball("below 1", arb(sum(g < 1 for g in exponents)), target=below))
    )


def median_over_models(average: str, value: Fraction, decimals: int) -> Enclosure:
    """By that average, the median over models rounds to `value`."""
    half = Fraction(1, 2 * 10**decimals)
    away = median(by_model(average).values()) - value
    return Enclosure((Ball("rounds to it", arb(int(-half < away < half)), target=1),))


def models_by_distance_to_one(average: str, within: Fraction, near_below: int, farther_below: int, above: int) -> Enclosure:
    """How many models lie in [1 − within, 1), below that, and at 1 or above."""
    exponents = by_model(average).values()
    counts = (
        sum(1 - within <= g < 1 for g in exponents),
        sum(g < 1 - within for g in exponents),
        sum(g >= 1 for g in exponents),
    )
    return Enclosure(
        tuple(
            Ball(n, arb(found), target=said)
            for n, found, said in zip(("near", "farther", "above"), counts, (near_below, farther_below, above), strict=True)
        )
    )


def intervals_about_one(intervals: int, holding_one: int, below: int, above: int) -> Enclosure:
    """Of the rows with an interval, how many hold 1 inside, lie below it, lie above it."""
    ends = [(row.low, row.high) for row in rows() if row.low is not None and row.high is not None]
    counts = (len(ends), sum(a < 1 < b for a, b in ends), sum(b <= 1 for _, b in ends), sum(a >= 1 for a, _ in ends))
    names = ("intervals", "holding 1", "below", "above")
    return Enclosure(
        tuple(Ball(n, arb(f), target=s) for n, f, s in zip(names, counts, (intervals, holding_one, below, above), strict=True))
    )


def rows_between(low: Fraction, high: Fraction, inside: int, of: int, share_low: Fraction, share_high: Fraction) -> Enclosure:
    """`inside` of `of` distinct rows lie in [low, high], which is a share of the table's range between the two bounds."""
    exponents = [row.gamma for row in distinct_rows()]
    share = (high - low) / (max(exponents) - min(exponents))
    return Enclosure(
        (
            Ball("rows inside", arb(sum(low <= g <= high for g in exponents)), target=inside),
            Ball("rows", arb(len(exponents)), target=of),
            Ball("share of the range is in bounds", arb(int(share_low < share < share_high)), target=1),
        )
    )
