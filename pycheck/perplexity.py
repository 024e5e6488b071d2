"""Perplexity in exact arithmetic: exp of the mean of −log p(token that came), so PPL^n = ∏ 1/p_t over n tokens.

PPL^n is rational where the p_t are, and PPL = c is PPL^n = c^n. So PPL = 1 exactly where every p_t is 1, and a uniform
prediction over V tokens has PPL = V on every text. The converse of the second is false: PPL = V says that the geometric
mean of the realised probabilities is 1/V, and 1/6 and 2/3 do that for V = 3 as well as 1/3 and 1/3.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import comb, prod

from claimledger.finding import Exhausted

Law = tuple[Fraction, ...]


def _laws(tokens: int, parts: int) -> Iterator[Law]:
    for drawn in combinations_with_replacement(range(tokens), parts):
        yield tuple(Fraction(drawn.count(x), parts) for x in range(tokens))


def perplexity_is_one_just_where(sure_of: str, parts: int, longest: int) -> Exhausted:
    """∏ 1/p = 1 just where `sure_of` (all or any) tokens have p = 1, for p = k/`parts` and up to `longest` tokens."""
    sure: Callable[[tuple[bool, ...]], bool] = {"all": all, "any": any}[sure_of]

    def holds(chances: tuple[Fraction, ...]) -> bool:
        return (prod(chances) == 1) == sure(tuple(p == 1 for p in chances))

    values = [Fraction(k, parts) for k in range(1, parts + 1)]
    cases = (case for n in range(1, longest + 1) for case in product(values, repeat=n))
    return Exhausted.over(
        f"p in parts of {parts}, up to {longest} tokens", sum(parts**n for n in range(1, longest + 1)), cases, holds
    )


def perplexity_is_the_vocabulary_just_where(condition: str, tokens: int, parts: int, length: int) -> Exhausted:
    """PPL = V just where the predictions meet the condition; it is V wherever they are uniform.

    Condition: geometric_mean (∏ of the realised probabilities is V^-n) or uniform (every prediction is). All predictions
    in parts of `parts`, all texts of `length` tokens; texts that were given probability 0 have no finite perplexity.
    """

    def holds(case: tuple[tuple[Law, ...], tuple[int, ...]]) -> bool:
        predictions, text = case
        realised = [law[token] for law, token in zip(predictions, text, strict=True)]
        power = prod(1 / p for p in realised) if all(realised) else None
        uniform = all(p == Fraction(1, tokens) for law in predictions for p in law)
        wanted = uniform if condition == "uniform" else prod(realised) == Fraction(1, tokens**length)
        return (power == tokens**length) == wanted and (power == tokens**length or not uniform)

    laws = list(_laws(tokens, parts))
    cases = product(product(laws, repeat=length), product(range(tokens), repeat=length))
    size = comb(tokens + parts - 1, parts) ** length * tokens**length
    return Exhausted.over(f"predictions on {tokens} tokens in parts of {parts}, {length} positions", size, cases, holds)
