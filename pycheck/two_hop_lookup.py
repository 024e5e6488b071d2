"""Which reads of a table decide a two-hop question f(f(x)): every table on a few keys.

A lookup returns f(key). A loop chooses its next key after it has seen what the last one returned; a plan fixes all its keys
before the first lookup. The answer is decided by what was read if no two tables that return the same have different
answers, whatever is then done with what was returned. A retriever that is called once is the loop of one read.
"""

from itertools import combinations, product

from claimledger.finding import Exhausted

Table = tuple[int, ...]


def _read(table: Table, start: int, plan: tuple[int, ...], reads: int) -> tuple[int, ...]:
    """What comes back: from the keys of the plan, or, where there is none, from the start and then from what came back."""
    if plan:
        return tuple(table[key] for key in plan)
    seen, at = [], start
    for _ in range(reads):
        at = table[at]
        seen.append(at)
    return tuple(seen)


def reads_decide_the_answer(follow: bool, reads: int, keys: int) -> Exhausted:
    """For every start (and every plan of `reads` keys where they are not to `follow`), the reads determine f(f(start))."""
    tables = list(product(range(keys), repeat=keys))

    def holds(case: tuple[int, tuple[int, ...]]) -> bool:
        start, plan = case
        answers: dict[tuple[int, ...], int] = {}
        return all(answers.setdefault(_read(f, start, plan, reads), f[f[start]]) == f[f[start]] for f in tables)

    plans: list[tuple[int, ...]] = [()] if follow else list(combinations(range(keys), reads))
    cases = list(product(range(keys), plans))
    return Exhausted.over(f"starts and plans, all {len(tables)} tables on {keys} keys", len(cases), cases, holds)
