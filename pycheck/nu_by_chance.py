"""ν and −1/(2π): how many formulas no larger than this one lie where the slope was measured.

The slope ν of γ_random − γ_Padé against log10(parameters/14·10⁶) was published with a bootstrap interval of
(−0.260, −0.008), in the abstract of Paper II (Zenodo record 19960573), and with −1/(2π) as its value. The author's tool
states an agreement to 0.3 % (tafagent's README at e0d8cb6, recipe X-21). Both intervals are put to `claims numerology`;
docs/numerology.md has the grammar, the complexity and the null.
"""

from fractions import Fraction

from flint import arb, fmpq

from claimledger.finding import Ball, Enclosure
from claimledger.numerology import Coincidence


def formula_hits_as_chance_would(formula: str, value: str, low: str, high: str) -> Coincidence:
    """The formula lies in the interval, where as many formulas of its size lie as in others of that width."""
    return Coincidence(formula, value, low, high)


def published_interval_holds(
    factor: Fraction, low: Fraction, high: Fraction, ratio: Fraction, *, holds: bool = True
) -> Enclosure:
    """factor/π lies strictly between low and high (with `holds` false: beyond high), 0 above both, and low is ratio·high."""
    constant = arb(factor.numerator) / factor.denominator / arb.pi()
    where = Ball("factor/π", constant, low=low if holds else high, high=high if holds else None, bits=20)
    return Enclosure(
        (where, Ball("0", arb(0), low=high), Ball("low/high", arb(fmpq(*(low / high).as_integer_ratio())), target=ratio, bits=20))
    )
