"""Numerology: how many formulas of a size hit an interval, and how many would by chance.

`grammar` reads formulas and says what they cost, `values` goes through all of a complexity, `distinct` counts each number
once, `chance` places the interval at random, `search` puts it together. `balls` and `forms` say what is different and
what is equal. It imports nothing else of the engine, and checks may import it: they return a `Coincidence`.
"""

from claimledger.numerology.balls import located, told_apart
from claimledger.numerology.grammar import BadFormula, complexity, parse
from claimledger.numerology.search import Coincidence, Count, Hit, Question, count

__all__ = ["BadFormula", "Coincidence", "Count", "Hit", "Question", "complexity", "count", "located", "parse", "told_apart"]
