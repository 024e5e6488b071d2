"""Speculative decoding run as a procedure, through every sequence of its draws, against the target sampling alone.

The procedure asks for one draw after the other and is told the outcome; it knows no law of its output. It drafts K tokens,
each given those before it; then, from the first on, it keeps a drafted token with probability min(1, p/q), or replaces it by a
draw from the residual max(p − q, 0) and stops there; if all are kept the target adds one token. So that results can be
compared, the target goes on alone to K + 1 tokens (Leviathan et al. 2023, algorithm 1).

Following all outcomes of all draws, each with its rational probability, gives the law of the K + 1 tokens. The oracle is the
chain rule p(x_1) p(x_2 | x_1) …. Every conditional distribution of draft and target is drawn, zeros among its entries.
K = 1 is the claim; K = 2 and 3 are what decoders do.
"""

from collections.abc import Callable, Generator
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from claimledger.finding import Cases
from pycheck import simplex

SHAPES = ((1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (2, 2), (3, 2), (2, 3))
"""Sizes of vocabulary and numbers of drafted tokens."""
Tokens = tuple[int, ...]
Law = list[Fraction]
Model = Callable[[Tokens], Law]
Procedure = Generator[Law, int, Tokens]


def _normalised(weights: list[Fraction] | list[int]) -> Law:
    return [Fraction(w) / sum(weights) for w in weights]


def _decode(draft: Model, target: Model, drafted: int, residual: str) -> Procedure:
    proposal: Tokens = ()
    for _ in range(drafted):
        proposal = (*proposal, (yield draft(proposal)))
    done: Tokens = ()
    for token in proposal:
        p, q = target(done), draft(done)
        keep = min(Fraction(1), p[token] / q[token])
        rejected = yield [keep, 1 - keep]
        if rejected:
            missing = [max(a - b, Fraction(0)) for a, b in zip(p, q, strict=True)]
            done = (*done, (yield _normalised(missing if residual == "positive_part" else p)))
            break
        done = (*done, token)
    while len(done) <= drafted:
        done = (*done, (yield target(done)))
    return done


def _law(start: Callable[[], Procedure]) -> dict[Tokens, Fraction]:
    """The probability of each result, over all outcomes of all draws."""
    found: dict[Tokens, Fraction] = {}
    pending: list[tuple[Tokens, Fraction]] = [((), Fraction(1))]
    while pending:
        outcomes, chance = pending.pop()
        procedure = start()
        try:
            asked = next(procedure)
            for outcome in outcomes:
                asked = procedure.send(outcome)
            pending += [((*outcomes, x), chance * share) for x, share in enumerate(asked) if share]
        except StopIteration as end:
            found[end.value] = found.get(end.value, Fraction(0)) + chance
    return found


def _model(tables: list[simplex.Weights], size: int) -> Model:
    """A model that reads its conditional distribution off a list, by the tokens so far as a number in base `size`."""
    laws = [_normalised(weights) for weights in tables]
    prefixes = [prefix for length in range(4) for prefix in product(range(size), repeat=length)]
    return dict(zip(prefixes, laws, strict=False)).__getitem__


def decoded_tokens_are_distributed_as_the_targets(residual: str, examples: int = 150) -> Cases:
    """The law of K + 1 tokens is the target's; residual: positive_part, or target, from which the replacement is drawn."""

    def holds(case: tuple[tuple[int, int], list[simplex.Weights], list[simplex.Weights]]) -> bool:
        (size, drafted), first, second = case
        draft, target = _model(first, size), _model(second, size)
        chain: dict[Tokens, Fraction] = {(): Fraction(1)}
        for _ in range(drafted + 1):
            chain = {(*x, y): c * share for x, c in chain.items() for y, share in enumerate(target(x)) if share}
        return _law(lambda: _decode(draft, target, drafted, residual)) == chain

    def case(shape: tuple[int, int]) -> st.SearchStrategy[tuple[tuple[int, int], list[simplex.Weights], list[simplex.Weights]]]:
        size, drafted = shape
        prefixes = sum(size**length for length in range(drafted + 1))
        tables = st.lists(simplex.weights(size, most=6), min_size=prefixes, max_size=prefixes)
        return st.tuples(st.just(shape), tables, tables)

    return Cases.search(st.sampled_from(SHAPES).flatmap(case), holds, examples=examples)
