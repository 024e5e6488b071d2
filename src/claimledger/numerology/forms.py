"""Exact normal forms: two formulas with one form are equal as numbers, which no enclosure can show.

A form is a quotient of two sums of rational multiples of monomials. A monomial is a product of atoms with rational
exponents, and an atom is (base, inner): base^inner, base a prime, e, π, log 2, γ_E or a sum taken as it is, and inner
a monomial. All bases are positive reals, so x^a·x^b = x^(a+b), (xy)^a = x^a·y^a and e^(x log 2) = 2^x hold, and these
are the rules. Forms that differ prove nothing: that π and e^γ are different is for enclosures to say.
"""

from functools import lru_cache
from typing import Any, NamedTuple

from flint import fmpq

from claimledger.numerology.grammar import Formula

Atom = tuple[Any, "Monomial"]
Monomial = frozenset[tuple[Atom, fmpq]]
Poly = dict[Monomial, fmpq]

PRIMES = tuple(p for p in range(2, 1000) if all(p % q for q in range(2, int(p**0.5) + 1)))
MOST_FACTORS = 8
"""Up to this power sums are multiplied out."""
MOST_BITS = 20_000
"""Rational powers larger than this are not written out."""
ONE: Monomial = frozenset()
UNIT: Poly = {ONE: fmpq(1)}
LOG2: Monomial = frozenset({(("log(2)", ONE), fmpq(1))})


class Form(NamedTuple):
    """`num`/`den`; `den` is UNIT wherever it has one term."""

    num: Poly
    den: Poly

    @property
    def rational(self) -> fmpq | None:
        """The number, where it is rational."""
        if not self.num:
            return fmpq(0)
        return self.num[ONE] if self.den == UNIT and set(self.num) == {ONE} else None


class Unwieldy(Exception):
    """The form would be too large to be of use."""


def form(formula: Formula) -> Form | None:
    """The form of a formula; None where it is unwieldy or has a part that is not defined."""
    if isinstance(formula, int):
        return Form({ONE: fmpq(formula)}, UNIT)
    if formula == "sqrt(2)":
        return Form({frozenset({((2, ONE), fmpq(1, 2))}): fmpq(1)}, UNIT)
    if isinstance(formula, str):
        return Form({frozenset({((formula, ONE), fmpq(1))}): fmpq(1)}, UNIT)
    if len(formula) == 2:
        inner = form(formula[1])
        return inner and negative(inner)
    return combine(formula[0], form(formula[1]), form(formula[2]))


def combine(sign: str, left: Form | None, right: Form | None) -> Form | None:
    """The form of an operation on two parts of known form."""
    if left is None or right is None:
        return None
    try:
        if sign == "+" or sign == "-":
            return _sum(left, right if sign == "+" else negative(right))
        if sign == "*":
            return _normal(_product(left.num, right.num), _product(left.den, right.den))
        if sign == "/":
            return _normal(_product(left.num, right.den), _product(left.den, right.num)) if right.num else None
        return _power(left, right)
    except Unwieldy:
        return None


def negative(form: Form) -> Form:
    """−form."""
    return Form({m: -c for m, c in form.num.items()}, form.den)


def same(left: Form | None, right: Form | None) -> bool:
    """Whether two forms show that their formulas are equal. False shows nothing."""
    if left is None or right is None:
        return False
    if left.den == right.den:
        return left.num == right.num
    return _product(left.num, right.den) == _product(right.num, left.den)


def _sum(left: Form, right: Form) -> Form:
    if left.den == right.den:
        return _normal(_added(left.num, right.num), left.den)
    return _normal(_added(_product(left.num, right.den), _product(right.num, left.den)), _product(left.den, right.den))


def _added(left: Poly, right: Poly) -> Poly:
    total = dict(left)
    for monomial, number in right.items():
        total[monomial] = total.get(monomial, fmpq(0)) + number
    return {monomial: number for monomial, number in total.items() if number != 0}


def _product(left: Poly, right: Poly) -> Poly:
    if left == UNIT or right == UNIT:
        return right if left == UNIT else left
    total: Poly = {}
    for a, p in left.items():
        for b, q in right.items():
            factor, monomial = _times(a, b)
            total[monomial] = total.get(monomial, fmpq(0)) + p * q * factor
    return {monomial: number for monomial, number in total.items() if number != 0}


def _times(left: Monomial, right: Monomial) -> tuple[fmpq, Monomial]:
    """The product of two monomials: a rational and a monomial."""
    if not left or not right:
        return fmpq(1), left or right
    powers = dict(left)
    for atom, exponent in right:
        powers[atom] = powers.get(atom, fmpq(0)) + exponent
    return _settled(powers)


def _settled(powers: dict[Atom, fmpq]) -> tuple[fmpq, Monomial]:
    """Atoms with exponents as a rational and a monomial, in which integers keep exponents from 0 to 1."""
    number, kept = fmpq(1), []
    for atom, exponent in powers.items():
        if isinstance(atom[0], int) and not atom[1]:
            whole = int(exponent.floor())
            if whole:
                number, exponent = number * _whole_power(fmpq(atom[0]), whole), exponent - whole
        if exponent != 0:
            kept.append((atom, exponent))
    return number, frozenset(kept)


def _whole_power(base: fmpq, exponent: int) -> fmpq:
    if abs(exponent) * max(int(base.p).bit_length(), int(base.q).bit_length()) > MOST_BITS:
        raise Unwieldy
    return base**exponent


def _normal(num: Poly, den: Poly) -> Form:
    if len(den) != 1 or den is UNIT:
        return Form(num, den)
    ((monomial, number),) = den.items()
    if monomial:
        factor, inverse = _settled({atom: -exponent for atom, exponent in monomial})
        return Form(_product(num, {inverse: factor / number}), UNIT)
    return Form({m: c / number for m, c in num.items()}, UNIT)


def _power(base: Form, exponent: Form) -> Form | None:
    if base.num == base.den:
        return Form(UNIT, UNIT)
    number = exponent.rational
    whole = int(number.p) if number is not None and number.q == 1 else None
    if whole is not None and (len(base.num) == 1 == len(base.den) or abs(whole) <= MOST_FACTORS):
        return _whole(base, whole)
    powers: dict[Atom, fmpq] = {}
    for atom, times in _factors(base).items():
        for inner, rate in _terms(exponent).items():
            factor, new = _raised(atom, inner)
            powers[new] = powers.get(new, fmpq(0)) + times * rate * factor
    coefficient, monomial = _settled(powers)
    return Form({monomial: coefficient}, UNIT)


def _whole(base: Form, exponent: int) -> Form | None:
    if exponent < 0:
        if not base.num:
            return None
        base, exponent = _normal(base.den, base.num), -exponent
    if len(base.num) == 1 and base.den == UNIT:
        ((monomial, number),) = base.num.items()
        factor, raised = _settled({atom: power * exponent for atom, power in monomial})
        return Form({raised: _whole_power(number, exponent) * factor}, UNIT)
    result = Form(UNIT, UNIT)
    for _ in range(exponent):
        result = _normal(_product(result.num, base.num), _product(result.den, base.den))
    return result


def _raised(atom: Atom, inner: Monomial) -> tuple[fmpq, Atom]:
    """atom^inner as (rational, atom), meaning atom^rational. 2^x is written e^(x log 2), but for rational x."""
    factor, total = _times(atom[1], inner)
    base = atom[0]
    if base == 2 and total:
        more, total = _times(total, LOG2)
        base, factor = "e", factor * more
    if base == "e" and total == LOG2:
        base, total = 2, ONE
    return factor, (base, total)


def _terms(exponent: Form) -> Poly:
    """The exponent as a sum of monomials; what has a sum for its denominator is taken as it is."""
    if exponent.den == UNIT:
        return exponent.num
    return {frozenset({((_key(exponent), ONE), fmpq(1))}): fmpq(1)}


def _factors(base: Form) -> dict[Atom, fmpq]:
    """A positive base as a product of atoms with exponents."""
    if len(base.num) == 1 and base.den == UNIT:
        ((monomial, number),) = base.num.items()
        powers = _primes(number)
        for atom, exponent in monomial:
            powers[atom] = powers.get(atom, fmpq(0)) + exponent
        return powers
    if base.den != UNIT or not base.num:
        return {(_key(base), ONE): fmpq(1)}
    number, poly, power = _conjugated(base.num)
    content = _content(poly)
    primitive = {m: c / content for m, c in poly.items()}
    return {**_primes(number * content**power), (_key(Form(primitive, UNIT)), ONE): fmpq(power)}


def _conjugated(poly: Poly) -> tuple[fmpq, Poly, int]:
    """A sum as number·sum^power. Where it is √p − √q, it is (p − q)/(√p + √q): one of the two has to stand for both."""
    if len(poly) == 2:
        (a, p), (b, q) = poly.items()
        (m, a2), (n, b2) = _times(a, a)[::-1], _times(b, b)[::-1]
        if m == n == ONE and p * q < 0:
            return abs(p * p * a2 - q * q * b2), {a: abs(p), b: abs(q)}, -1
    return fmpq(1), poly, 1


def _content(poly: Poly) -> fmpq:
    from math import gcd, lcm

    return fmpq(gcd(*(int(c.p) for c in poly.values())), lcm(*(int(c.q) for c in poly.values())))


def _key(form: Form) -> tuple[Any, Any]:
    return frozenset(form.num.items()), frozenset(form.den.items())


def _primes(number: fmpq) -> dict[Atom, fmpq]:
    if number <= 0:
        raise Unwieldy  # it stands in a part that is not defined
    above = {(p, ONE): fmpq(k) for p, k in _factorised(int(number.p))}
    return {**above, **{(p, ONE): fmpq(-k) for p, k in _factorised(int(number.q))}}


@lru_cache(maxsize=4096)
def _factorised(number: int) -> tuple[tuple[int, int], ...]:
    """Primes below 1000 and what is left, with their powers."""
    found = []
    for prime in PRIMES:
        power = 0
        while number % prime == 0:
            number, power = number // prime, power + 1
        if power:
            found.append((prime, power))
        if number == 1:
            break
    return (*found, (number, 1)) if number > 1 else tuple(found)
