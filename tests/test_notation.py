"""docs/notation.md has every symbol that the registry uses.

A symbol is a letter with its subscript. A subscript of digits, signs and small letters is an index (x_i, W_2, m_{k+1}, 𝔼_π):
the letter itself has to be on the page. Any other subscript (γ_E, W_Q, W_in) is part of the symbol, which has to be there as
it stands. The names under `for` are symbols too. A failure names claim and symbol; the mend is one row."""

import re
from pathlib import Path
from unicodedata import lookup, normalize

import pytest

from claimledger.model import Claim
from claimledger.registry.load import load

ROOT = Path(__file__).parents[1]
BLACKBOARD = {"R": "ℝ", "E": "𝔼", "P": "ℙ", "N": "ℕ", "Z": "ℤ", "C": "ℂ", "F": "𝔽", "Q": "ℚ"}
LETTER = "A-Za-zα-ωΑ-Ωℓℝ𝔼ℙℕℤℂ𝔽ℚ"
SYMBOL = re.compile(rf"([{LETTER}])'*(?:\^\{{?[*'\\ ]*\}}?)?(?:_(?:\{{([^{{}}]*)\}}|(⟦[^⟧]*⟧|.)))?")
INDEX = re.compile(r"[a-zα-ω0-9\s,;:+\-−*/=<>≤≥|'.…\\]*")


def _letter(command: str) -> str:
    """The Greek letter (or ℓ) of a LaTeX command; any other command is no symbol."""
    if command == "ell":
        return "ℓ"
    size = "CAPITAL" if command[0].isupper() else "SMALL"
    name = command.removeprefix("var").upper().replace("LAMBDA", "LAMDA")
    try:
        return lookup(f"GREEK {size} LETTER {name}")
    except KeyError:
        return "⟦⟧ "


def symbols_of_formula(tex: str) -> set[str]:
    """The symbols of a LaTeX formula, with their subscripts. Words of \\text and \\mathrm count in subscripts only."""
    plain = re.sub(
        r"\\(?:acute|')\s*(?:\{([a-zA-Z])\}|([a-zA-Z]))", lambda found: normalize("NFC", (found[1] or found[2]) + "\u0301"), tex
    )
    plain = re.sub(r"\\(?:text|mathrm|mathsf|operatorname\*?)\s*\{([^{}]*)\}", r"⟦\1⟧", plain)
    plain = re.sub(r"\\mathbb\s*\{?([A-Z])\}?", lambda found: BLACKBOARD.get(found[1], found[1]), plain)
    plain = re.sub(r"\\(?:mathcal|mathbf|boldsymbol|mathit)\s*\{([A-Za-z])\}", r"\1", plain)
    plain = re.sub(r"\\(?:bar|hat|tilde|vec|dot|overline|widetilde|widehat)\b\s*", "", plain)
    plain = re.sub(r"\\([A-Za-z]+)", lambda found: f" {_letter(found[1])}", plain)
    plain = re.sub(r"_\s+", "_", re.sub(r"_\{\s*([^{}\s])\s*\}", r"_\1", plain))
    found = set()
    for base, braced, bare in SYMBOL.findall(re.sub(r"(?<!_)(?<!_\{)⟦[^⟧]*⟧", " ", plain)):
        subscript = (braced or bare).replace("⟦", "").replace("⟧", "").strip()
        found.add(f"{base}_{subscript}" if subscript else base)
    return found


def symbols_of_claim(claim: Claim) -> set[str]:
    """Those of its formula and those under `for`, which stand as they are written there."""
    return symbols_of_formula(claim.tex) | {name.rstrip("'") for name in claim.variables}


def on_the_page(text: str) -> list[str]:
    """The symbols in the first column of the tables, each between backticks."""
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return [symbol for row in rows for symbol in re.findall(r"`([^`]+)`", row)]


def is_on(symbol: str, page: list[str]) -> bool:
    """Whether a symbol has a row: itself, or, where its subscript is an index, its letter and the letters of the index."""
    base, _, subscript = symbol.partition("_")
    if symbol in page or not subscript:
        return symbol in page
    index = bool(INDEX.fullmatch(subscript)) or "(" in subscript
    return index and base in page and all(letter in page for letter in subscript if letter.isalpha())


def missing(claim: Claim, page: list[str]) -> list[str]:
    """The symbols of a claim that are not on the page."""
    return sorted(symbol for symbol in symbols_of_claim(claim) if not is_on(symbol, page))


@pytest.fixture(scope="module")
def page() -> list[str]:
    return on_the_page((ROOT / "docs" / "notation.md").read_text(encoding="utf-8"))


def test_every_symbol_of_the_registry_is_on_the_page_of_notation(page: list[str]) -> None:
    lacking = {claim.id: missing(claim, page) for claim in load(ROOT).registry.claims}
    wanted = [f"{symbol} of {slug}" for slug, symbols in lacking.items() for symbol in symbols]
    assert not wanted, f"docs/notation.md wants a row for each of: {', '.join(wanted)}"


def test_no_symbol_has_two_rows(page: list[str]) -> None:
    assert sorted(page) == sorted(set(page))


@pytest.mark.parametrize(
    ("tex", "symbols"),
    [
        (r"\frac{d^{-\gamma}}{Z(\gamma, N)}", {"d", "γ", "Z", "N"}),
        (r"\log N - \gamma_E", {"N", "γ_E"}),
        (r"W_{\mathrm{in}}' = W_{\mathrm{in}} P^{-1}", {"W_in", "P"}),
        (r"x_{\pi(1)}, W_Q x_i", {"x_π(1)", "W_Q", "x_i"}),
        (r"\mathbb{E}_q[\log d] \text{ for all } k", {"𝔼_q", "d", "k"}),
        (r"\partial_\gamma^2 \log Z", {"γ", "Z"}),
        (r"\omega_i = 10^{-i/8}", {"ω_i", "i"}),
        (r"\gamma_{\text{Padé}}(\theta, L)", {"γ_Padé", "θ", "L"}),
        (r"\gamma_{\mathrm{Pad\acute e}}", {"γ_Padé"}),
        (r"\operatorname{softmax}(s)_j", {"s", "j"}),
        (r"C_V(1; N)", {"C_V", "N"}),
    ],
)
def test_the_symbols_of_a_formula_are_found(tex: str, symbols: set[str]) -> None:
    assert symbols_of_formula(tex) == symbols


def test_a_symbol_that_is_not_on_the_page_is_named() -> None:
    claim = next(claim for claim in load(ROOT).registry.claims if claim.id == "power-law-family")
    assert missing(claim, ["d", "N", "k", "p", "Z", "M"]) == ["C_V", "γ"]


def test_an_index_needs_the_letter_and_any_other_subscript_a_row_of_its_own() -> None:
    assert is_on("x_i", ["x", "i"])
    assert is_on("x_π(1)", ["x", "π"])
    assert not is_on("x_i", ["x"])
    assert not is_on("γ_E", ["γ", "E"])
    assert not is_on("W_in", ["W", "W_out"])
