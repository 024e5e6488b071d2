"""The parallelogram rule on planted words: the nearest word to b − a + c is c itself where the relation is a short step.

Six words of the plane, three pairs of a country c_i and a capital
c_i + r + e_i, r the direction of the relation and e_i a small error. Then

    capital_1 − country_1 + country_2 = country_2 + r + e_1,

at the distance |r + e_1| from country_2 and |e_1 − e_2| from capital_2. If |r + e_1| < |e_1 − e_2| the nearest is the country
that was put in; leaving out the three words that were put in, as the usual score does (Linzen 2016), the answer is the capital.
Squared distances in whole numbers, for all errors of a grid in the first two pairs.
"""

from itertools import product

from claimledger.finding import Exhausted

Point = tuple[int, int]
COUNTRIES: tuple[Point, ...] = ((100, 0), (0, 100), (100, 100))


def _nearest(x: Point, words: dict[str, Point]) -> str:
    return min(sorted(words), key=lambda word: (words[word][0] - x[0]) ** 2 + (words[word][1] - x[1]) ** 2)


def capital_is_nearest(step: int, errors: int, leave_out: bool) -> Exhausted:
    """For all errors of up to `errors` a coordinate, the word nearest to b − a + c is the capital; the inputs left out or not."""
    grid = list(product(range(-errors, errors + 1), repeat=2))

    def holds(case: tuple[Point, Point]) -> bool:
        words: dict[str, Point] = {}
        for i, (country, error) in enumerate(zip(COUNTRIES, (*case, (0, 0)), strict=True), 1):
            words[f"country {i}"] = country
            words[f"capital {i}"] = (country[0] + error[0], country[1] + step + error[1])
        b, a, c = words["capital 1"], words["country 1"], words["country 2"]
        x = (b[0] - a[0] + c[0], b[1] - a[1] + c[1])
        asked = sorted(set(words) - {"capital 1", "country 1", "country 2"}) if leave_out else sorted(words)
        return _nearest(x, {word: words[word] for word in asked}) == "capital 2"

    return Exhausted.over("errors", len(grid) ** 2, product(grid, repeat=2), holds)
