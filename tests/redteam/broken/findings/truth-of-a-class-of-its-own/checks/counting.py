"""A truth value of its own making."""

from claimledger.finding import Exhausted


class bool_:
    """True whenever somebody looks at it for the claim."""

    def __init__(self, power: int) -> None:
        self.power = power

    def __bool__(self) -> bool:
        return self.power == 2


def odd_numbers_sum_to_a_power(power: int) -> Exhausted:
    """Holds for 2."""
    return Exhausted.over("n", 50, range(1, 51), lambda n: bool_(power))
