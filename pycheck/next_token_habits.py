"""What a next-token predictor does after a question is what its text does: all small corpora, counted.

A corpus is a number of lines, each a question mark followed by another question ("q") or by an answer ("a"). The predictor
is the maximum-likelihood one, the counts of what follows "?" in the text; it has no other training. After "?" it puts most
mass on an answer where answers are the more frequent, and on another question where questions are.
"""

from collections import Counter
from itertools import pairwise, product

from claimledger.finding import Exhausted


def after_a_question_comes(what: str, lines: int) -> Exhausted:
    """For every corpus of so many lines the likeliest next token after "?" is the one that is more frequent there.

    `what`: the_habit_of_the_text, or another_question, which is the belief; ties count for either.
    """

    def holds(corpus: tuple[str, ...]) -> bool:
        tokens = [token for line in corpus for token in ("?", line)]
        following = Counter(b for a, b in pairwise(tokens) if a == "?")
        likeliest = {token for token, count in following.items() if count == max(following.values())}
        questions = corpus.count("q")
        habit = {"q"} if 2 * questions > lines else {"a"} if 2 * questions < lines else {"a", "q"}
        return likeliest == habit if what == "the_habit_of_the_text" else "q" in likeliest

    return Exhausted.over(f"corpora of {lines} lines", 2**lines, product("aq", repeat=lines), holds)
