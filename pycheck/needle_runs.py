"""Published retrieval runs of Pythia with the base of its positions multiplied, without training after it.

tafagent/exp_b1 (github.com/karlesmarin/tafagent at e0d8cb6). In niah_v5_extended a hidden token has to be told from nine
wrong ones by its log-probability, 50 trials at each length, for θ = 10,000 times 1, 4, 8, 16; the models were trained on
2,048 tokens. In niah_alpha_opt_results the token has to be generated, 40 trials at each length.
"""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
from flint import arb

from claimledger.finding import Ball, Enclosure, Estimate
from pycheck import public_data

CHANCE = 0.1


def _file(name: str) -> Any:
    return json.loads(public_data.path(f"tafagent/exp_b1/{name}.json").read_text(encoding="utf-8"))


def _found(model: str, factor: int, length: int) -> int:
    cell = _file("niah_v5_extended")["models"][model]["alphas"][f"alpha_{factor}"]["results"][str(length)]
    return int(cell["correct"])


def found_of_fifty(model: str, length: int, factors: list[int], found: list[int]) -> Enclosure:
    """How many of 50 tokens were found at that length, for each factor on the base."""
    return Enclosure(
        tuple(Ball(f"θ × {f}", arb(_found(model, f, length)), target=n) for f, n in zip(factors, found, strict=True))
    )


def gain_from_a_larger_base(
    model: str, length: int, factor: int, low: str, high: str, *, resamples: int = 4000, seed: int = 47
) -> Estimate:
    """Accuracy with the base times `factor` less that without, trials resampled; the null is chance in both."""
    random = np.random.default_rng(seed)
    counts = [_found(model, factor, length), _found(model, 1, length)]
    # Rule of succession, so that 50 of 50 does not count as certainty.
    shares = [(count + 1) / 52 for count in counts]
    drawn = random.binomial(50, shares, (resamples, 2)) / 50
    null = random.binomial(50, CHANCE, (resamples, 2)) / 50
    return Estimate(f"{(counts[0] - counts[1]) / 50:.2f}", _ends(drawn), (low, high), _ends(null), 100, seed)


def tokens_generated_right(cells: int, trials: int, right: int) -> Enclosure:
    """Over all factors and lengths of the run that has to generate the token: cells, trials, and right ones."""
    table = list(_cells(_file("niah_alpha_opt_results")))
    counts = (len(table), sum(c["total"] for c in table), sum(c["correct"] for c in table))
    names = ("cells", "trials", "right")
    return Enclosure(tuple(Ball(n, arb(f), target=s) for n, f, s in zip(names, counts, (cells, trials, right), strict=True)))


def _cells(file: Any) -> Iterator[Any]:
    for row in file["results"].values():
        yield from row["results"].values()


def _ends(pairs: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> tuple[str, str]:
    low, high = np.quantile(pairs[:, 0] - pairs[:, 1], [0.025, 0.975])
    return f"{low:.2f}", f"{high:.2f}"
