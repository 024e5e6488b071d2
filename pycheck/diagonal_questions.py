"""The diagonal argument behind "hallucination is inevitable", at a size at which it can be gone through whole.

Three models answer three questions with 0 or 1. Turn the answer of model i to question i around and call that the truth: every
model is then wrong somewhere (Cantor 1891; with all computable models in one computable list this is the argument of Xu et al.,
arXiv:2401.11817). The order of the quantifiers is what it says: for every list of models some truth, and not one truth for every
list, since the truth itself is a model. And an answer is needed: a model that may say nothing is never wrong.
"""

from itertools import product

from claimledger.finding import Exhausted

COUNT = 3
Answers = tuple[int, ...]
SILENT = 2


def _wrong(model: Answers, truth: Answers) -> bool:
    return any(answer not in (right, SILENT) for answer, right in zip(model, truth, strict=True))


def some_truth_makes_every_model_wrong(may_be_silent: bool = False, one_truth_for_all: bool = False) -> Exhausted:
    """For every list of three models some truth; or, with `one_truth_for_all`, every truth for every list."""
    truths = list(product((0, 1), repeat=COUNT))
    models = list(product((0, 1, SILENT) if may_be_silent else (0, 1), repeat=COUNT))
    lists = list(product(models, repeat=COUNT))
    if one_truth_for_all:
        domain = "truths about three questions"
        return Exhausted.over(domain, 2**COUNT, truths, lambda truth: all(_wrong(m, truth) for m in models))

    def holds(case: tuple[Answers, ...]) -> bool:
        diagonal = tuple(1 - model[i] if model[i] != SILENT else 0 for i, model in enumerate(case))
        return all(_wrong(model, diagonal) for model in case) or any(all(_wrong(m, truth) for m in case) for truth in truths)

    return Exhausted.over("lists of three models", len(models) ** COUNT, lists, holds)
