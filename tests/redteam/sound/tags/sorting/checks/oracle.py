"""Insertion sort against Python's."""

from hypothesis import strategies

from claimledger.finding import Cases


def agrees_with_python(by: str) -> Cases:
    """The same list as `sorted` gives, from an insertion sort of its own."""

    def sort(numbers: list[int]) -> list[int]:
        done: list[int] = []
        for number in numbers:
            at = next((i for i, other in enumerate(done) if other > number), len(done))
            done.insert(at if by == "insertion" else len(done), number)
        return done

    return Cases.search(strategies.lists(strategies.integers()), lambda case: sort(case) == sorted(case), examples=40)
