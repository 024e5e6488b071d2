"""`claims numerology`: how many formulas hit a number as well as the proposed one, and how many would by chance."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.common import Json, print_json, wrong_call
from claimledger.cli.paint import console

if TYPE_CHECKING:
    from claimledger.numerology import Count

SHOWN = 20

Value = Annotated[str, typer.Argument(metavar="VALUE", help="The number, as a decimal or p/q.")]
Low = Annotated[str, typer.Option("--low", help="The lower end of its interval.")]
High = Annotated[str, typer.Option("--high", help="The upper end of its interval.")]
Proposed = Annotated[str, typer.Option("--formula", help="The formula proposed for it, e.g. '-1/(2*pi)'.")]
Bound = Annotated[int, typer.Option("--complexity", help="Count up to this complexity, in place of the formula's own.")]
Trials = Annotated[int, typer.Option("--trials", help="How many places to draw for the null.")]
Seed = Annotated[int, typer.Option("--seed", help="The seed of the null.")]
Most = Annotated[int, typer.Option("--most", help="Stop before the level that would bring more formulas than this.")]


def register(app: typer.Typer) -> None:
    """Add the verb. A negative VALUE is no option."""
    app.command("numerology", context_settings={"ignore_unknown_options": True})(numerology_command)


def numerology_command(
    value: Value,
    low: Low,
    high: High,
    formula: Proposed = "",
    complexity: Bound = 0,
    trials: Trials = 10_000,
    seed: Seed = 0,
    most: Most = 5_000_000,
    json: Json = False,
) -> None:
    """Count the distinct values of formulas in an interval, up to a formula's complexity, and what chance expects.

    Formulas are made of positive integers, pi, e, sqrt(2), log(2) and gamma by + - * / ^. Complexity is the number of
    digits, constants and operations; signs and brackets are free.
    """
    from claimledger import numerology as kit

    asked = kit.Question(
        value=value, low=low, high=high, formula=formula, complexity=complexity, trials=trials, seed=seed, most=most
    )
    try:
        answer = kit.count(asked)
    except kit.BadFormula as error:
        raise wrong_call(str(error)) from None
    if json:
        print_json(answer)
        return
    out = console()
    for line in lines(answer):
        out.print(line)


def lines(answer: "Count") -> list[str]:
    """The answer for people, the simplest formulas first."""
    found = [f"{answer.value} in [{answer.low}, {answer.high}]"]
    if answer.formula is not None:
        where = {True: "in the interval", False: "NOT in the interval", None: "undecided whether in the interval"}[answer.inside]
        found.append(f"{answer.formula} = {answer.formula_value}, {where}")
    if answer.counted_to < answer.complexity:
        found.append(
            f"counted up to complexity {answer.counted_to} of {answer.complexity}: every count is a lower bound; raise --most"
        )
    size = f"complexity up to {answer.complexity}, {answer.formulas:,} formulas gone through"
    found.append(f"{answer.at_or_below:,} distinct values lie there ({size}), {len(answer.simpler):,} of them simpler")
    null = answer.null
    places = f"{null.trials:,} places, seed {null.seed}"
    found.append(f"an interval as wide, placed at random within a decade, holds {null.mean} (spread {null.sd}; {places})")
    expects = "expects a hit" if min(float(null.mean), float(null.expected)) >= 1 else "expects none"
    found.append(f"over all such places the mean is {null.expected}: chance alone {expects}")
    if answer.undecided:
        found.append(f"{answer.undecided:,} formulas were taken for equal to another, or for inside, without proof")
    width = max((len(hit.formula) for hit in answer.simpler[:SHOWN]), default=0)
    found += [f"  {hit.complexity}  {hit.formula:<{width}}  {hit.value}" for hit in answer.simpler[:SHOWN]]
    if len(answer.simpler) > SHOWN:
        found.append(f"  and {len(answer.simpler) - SHOWN:,} more simpler ones; --json lists all")
    return found
