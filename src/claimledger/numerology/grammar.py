"""The grammar of formulas: how one is read, what it costs, how it is written.

Leaves are positive integers and the constants π, e, √2, log 2 and γ_E; the operations are + − × ÷ and powers. The
complexity of a formula is the number of its symbols: each digit, each constant and each operation between two parts
counts one; signs and brackets are free. So 1/(2π) has 5 (1, ÷, 2, ×, π), and so have −1/(2π) and 6π⁵. A function is
written in these: √n is n^(1/2) and costs 4 more than n, except that √2 is a constant; exp x is e^x.
"""

import re
from fractions import Fraction

Formula = int | str | tuple[str, "Formula"] | tuple[str, "Formula", "Formula"]
"""A positive integer, the name of a constant, ("-", part), or an operation of OPERATIONS with two parts."""

CONSTANTS = ("pi", "e", "sqrt(2)", "log(2)", "gamma")
OPERATIONS = ("+", "-", "*", "/", "^")
NAMES = {"pi": "pi", "π": "pi", "e": "e", "gamma": "gamma", "γ": "gamma", "gamma_e": "gamma", "γ_e": "gamma", "euler": "gamma"}
NAMES |= {"sqrt2": "sqrt(2)", "log2": "log(2)", "ln2": "log(2)"}
FUNCTIONS = ("sqrt", "√", "exp", "log", "ln")
SPELLED = {"**": "^", "×": "*", "·": "*", "÷": "/", "−": "-"}
TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d*)?)|([A-Za-zπγ√](?:[A-Za-z]|_[A-Za-z])*2?)|(\*\*|[-+*/^()×·÷−]))")
LONGEST = 200
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}


class BadFormula(Exception):
    """A formula, a number or an interval that cannot be used; the message says what is wrong and the mend."""


def parse(text: str) -> Formula:
    """The formula that a text writes. `^` binds to the right and before a sign. Raises BadFormula."""
    if len(text) > LONGEST:
        raise BadFormula(f"the formula has {len(text)} characters; write one of at most {LONGEST}")
    reader = _Reader(text)
    formula = reader.sum()
    if reader.token:
        raise reader.wrong("an operation between it and what stands before it is missing")
    return formula


def complexity(formula: Formula) -> int:
    """The number of symbols: digits, constants, and operations between two parts."""
    if isinstance(formula, int):
        return len(str(formula))
    if isinstance(formula, str):
        return 1
    return sum(complexity(part) for part in formula[1:]) + (len(formula) == 3)


def write(formula: Formula) -> str:
    """The formula as a text that `parse` reads as the same formula."""
    return _write(formula, 0)


def _write(formula: Formula, around: int) -> str:
    if isinstance(formula, int | str):
        return str(formula)
    if len(formula) == 2:
        text, binds = f"-{_write(formula[1], 3)}", 2
    else:
        sign, left, right = formula
        binds = _BINDS[sign]
        signed = isinstance(right, tuple) and len(right) == 2
        text = f"{_write(left, binds + (sign == '^'))}{sign}{_write(right, 9 if signed else binds + (sign != '^'))}"
    return f"({text})" if binds < around else text


class _Reader:
    """A reader of one text, by recursive descent: sum, product, sign, power, leaf."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.token = text, 0, ""
        self.next()

    def next(self) -> str:
        """The token that was read; the one after it is read."""
        before, rest = self.token, self.text[self.at :]
        found = TOKEN.match(rest)
        if found is None and rest.strip():
            raise BadFormula(f"{rest.strip()[0]!r} in the formula is no number, name or operation; write e.g. -1/(2*pi)")
        self.token = SPELLED.get(found[0].strip(), found[0].strip()) if found else ""
        self.at += found.end() if found else len(rest)
        return before

    def wrong(self, mend: str) -> BadFormula:
        """What to raise at the present token."""
        return BadFormula(f"{self.token or 'the end'!r} stands where the formula cannot go on; {mend}")

    def sum(self) -> Formula:
        left = self.product()
        while self.token in ("+", "-"):
            left = (self.next(), left, self.product())
        return left

    def product(self) -> Formula:
        left = self.signed()
        while self.token in ("*", "/"):
            left = (self.next(), left, self.signed())
        return left

    def signed(self) -> Formula:
        if self.token in ("+", "-"):
            return ("-", self.signed()) if self.next() == "-" else self.signed()
        return self.power()

    def power(self) -> Formula:
        base = self.leaf()
        if self.token != "^":
            return base
        self.next()
        return ("^", base, self.signed())

    def leaf(self) -> Formula:
        token = self.token
        if token == "(":
            return self.bracket()
        if token.isdecimal() and token.isascii() and int(token) > 0:
            return int(self.next())
        name = token.lower()
        if name in FUNCTIONS:
            self.next()
            return self.call(name)
        if name in NAMES:
            self.next()
            return NAMES[name]
        known = "pi, e, sqrt(2), log(2), gamma, sqrt(…), exp(…)"
        raise self.wrong(f"write a positive integer, one of {known}, or a bracket; for 0.5 write 1/2")

    def bracket(self) -> Formula:
        if self.token != "(":
            raise self.wrong("open a bracket")
        self.next()
        inner = self.sum()
        if self.token != ")":
            raise self.wrong("close the bracket")
        self.next()
        return inner

    def call(self, name: str) -> Formula:
        inner = self.leaf() if name == "√" and self.token != "(" else self.bracket()
        if name == "exp":
            return ("^", "e", inner)
        if name in ("sqrt", "√"):
            return "sqrt(2)" if inner == 2 else ("^", inner, ("/", 1, 2))
        if inner != 2:
            raise BadFormula("log(2) is the only logarithm of the grammar; write log(2)")
        return "log(2)"


def exactly(text: str, name: str) -> Fraction:
    """The rational that a decimal string writes. Raises BadFormula."""
    try:
        if len(text) > LONGEST:
            raise ValueError
        number = Fraction(text.replace("−", "-").strip())
    except (ValueError, ZeroDivisionError):
        raise BadFormula(f"{name} is {text[:40]!r}, which is no number; write e.g. -0.159, 1.5e-3 or 1/12") from None
    return number
