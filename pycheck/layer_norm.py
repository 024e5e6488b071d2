"""LayerNorm and RMSNorm of drawn vectors, in rational arithmetic, and how many operations each takes.

An entry of a norm is kept as its sign and its square, which are rational: sign(n) n²/(m + ε) with n the numerator and m the mean
square or the variance, summed entry by entry from the definitions. Vectors have 1 to 6 whole entries, ε is drawn from 0 upwards.
At ε = 0 a vector without spread (for RMSNorm: of zeros) has no norm and is left out.
"""

from fractions import Fraction

from hypothesis import strategies as st

from claimledger.finding import Ball, Cases, Enclosure

Vector = list[Fraction]


def _signed_squares(numerators: Vector, mean_square: Fraction, eps: Fraction) -> Vector:
    return [(1 if n >= 0 else -1) * n * n / (mean_square + eps) for n in numerators]


def _layer_norm(x: Vector, eps: Fraction) -> Vector:
    mean = sum(x, Fraction(0)) / len(x)
    variance = sum((a * a for a in x), Fraction(0)) / len(x) - mean**2
    return _signed_squares([a - mean for a in x], variance, eps)


def _rms_norm(x: Vector, eps: Fraction) -> Vector:
    return _signed_squares(x, sum((a * a for a in x), Fraction(0)) / len(x), eps)


def _vectors() -> st.SearchStrategy[Vector]:
    return st.lists(st.sampled_from(range(-9, 10)).map(Fraction), min_size=1, max_size=6)


def layer_norm_is_rms_norm_of(centred: bool, examples: int = 200) -> Cases:
    """LayerNorm(x) = RMSNorm(x − mean), or RMSNorm(x) where not `centred`."""

    def holds(case: tuple[Vector, Fraction]) -> bool:
        x, eps = case
        mean = sum(x, Fraction(0)) / len(x) if centred else Fraction(0)
        return _layer_norm(x, eps) == _rms_norm([a - mean for a in x], eps)

    eps = st.sampled_from([Fraction(0), Fraction(1, 100_000), Fraction(1)])
    return Cases.search(st.tuples(_vectors(), eps), holds, when=lambda case: len(set(case[0])) > 1, examples=examples)


def norms_are_unchanged_by(rms_by_shift: bool, examples: int = 200) -> Cases:
    """At ε = 0: LayerNorm by x ↦ c x + b, RMSNorm by x ↦ c x, and, as `rms_by_shift` has it, by x ↦ c x + b."""

    def holds(case: tuple[Vector, Fraction, Fraction]) -> bool:
        x, c, b = case
        moved = [c * a + b for a in x]
        scaled = moved if rms_by_shift else [c * a for a in x]
        zero = Fraction(0)
        return _layer_norm(moved, zero) == _layer_norm(x, zero) and _rms_norm(scaled, zero) == _rms_norm(x, zero)

    factors, shifts = st.sampled_from([Fraction(k, 3) for k in range(1, 12)]), st.sampled_from(range(-5, 6)).map(Fraction)

    def fit(case: tuple[Vector, Fraction, Fraction]) -> bool:
        x, c, b = case
        return len(set(x)) > 1 and any(c * a + b for a in x)

    return Cases.search(st.tuples(_vectors(), factors, shifts), holds, when=fit, examples=examples)


class _Counted:
    """A number that counts the operations on it."""

    done = 0

    def __init__(self, value: Fraction) -> None:
        self.value = value

    def _by(self, value: Fraction) -> "_Counted":
        _Counted.done += 1
        return _Counted(value)

    def plus(self, other: "_Counted") -> "_Counted":
        return self._by(self.value + other.value)

    def less(self, other: "_Counted") -> "_Counted":
        return self._by(self.value - other.value)

    def times(self, other: "_Counted") -> "_Counted":
        return self._by(self.value * other.value)

    def over(self, other: "_Counted") -> "_Counted":
        return self._by(self.value / other.value)


def _sum(terms: list[_Counted]) -> _Counted:
    total = terms[0]
    for term in terms[1:]:
        total = total.plus(term)
    return total


def _operations(width: int, centres: bool) -> int:
    """Operations of a norm up to the square root, which both take once, and with the last division."""
    _Counted.done = 0
    x, d = [_Counted(Fraction(i * i + 1)) for i in range(width)], _Counted(Fraction(width))
    if centres:
        mean = _sum(x).over(d)
        x = [a.less(mean) for a in x]
    mean_square = _sum([a.times(a) for a in x]).over(d)
    for a in x:
        a.over(mean_square)
    return _Counted.done


def norms_take(widths: list[int], rms: list[int], layer: list[int]) -> Enclosure:
    """At each width d RMSNorm takes 3 d operations and LayerNorm 5 d, counted as they are done."""
    balls = []
    for width, one, other in zip(widths, rms, layer, strict=True):
        balls.append(Ball(f"RMSNorm, d = {width}", _operations(width, centres=False), target=one))
        balls.append(Ball(f"LayerNorm, d = {width}", _operations(width, centres=True), target=other))
    return Enclosure(tuple(balls))
