"""Three annotators rank three answers: how often their majority comparisons go round in a circle (Condorcet 1785).

Each annotator has one of the 6 rankings, and is consistent. Of two answers the majority prefers the one that two or three
annotators rank higher. Where the majority prefers x to y, y to z and z to x, no reward orders the answers as the majority
does: tried are all 6 orders of rewards (ties satisfy no strict preference either).
"""

from itertools import permutations, product

from claimledger.finding import Ball, Enclosure

ANSWERS = (0, 1, 2)
Ranking = tuple[int, ...]


def _prefers(profile: tuple[Ranking, ...], first: int, second: int) -> bool:
    return 2 * sum(ranking.index(first) < ranking.index(second) for ranking in profile) > len(profile)


def profiles_without_a_reward_are(count: int, annotators: int, profiles: int) -> Enclosure:
    """Of the `profiles` ways to rank three answers, `count` have majority preferences that no reward reproduces."""
    everyone = list(product(permutations(ANSWERS), repeat=annotators))
    without = circles = 0
    for profile in everyone:
        wins = [(a, b) for a, b in permutations(ANSWERS, 2) if _prefers(profile, a, b)]
        circles += {(0, 1), (1, 2), (2, 0)} <= set(wins) or {(1, 0), (2, 1), (0, 2)} <= set(wins)
        without += not any(all(order.index(a) < order.index(b) for a, b in wins) for order in permutations(ANSWERS))
    balls = (
        Ball("profiles", len(everyone), target=profiles),
        Ball("in which the majority goes in a circle", circles, target=count),
        Ball("that no order of rewards reproduces", without, target=count),
    )
    return Enclosure(balls)
