r"""Text as LaTeX: every text of the registry is escaped here, so that no character of a title can be a command.

A character that has no form in LaTeX is an error here and not a surprise in a chapter.
"""

import unicodedata

RAISED = {"<super>": "textsuperscript", "<sub>": "textsubscript"}


def escaped(text: str) -> str:
    """Text as LaTeX sets it with pdfTeX as well, mathematics symbols included. Raises ValueError for one that has no form."""
    from pylatexenc.latexencode import (
        RULE_CALLABLE,
        UnicodeToLatexConversionRule,
        UnicodeToLatexEncoder,
        get_builtin_conversion_rules,
    )

    def raised(string: str, position: int) -> tuple[int, str] | None:
        kind, _, code = unicodedata.decomposition(string[position]).partition(" ")
        if kind not in RAISED:
            return None
        return 1, rf"\{RAISED[kind]}{{{escaped(chr(int(code, 16)))}}}"

    rules = [UnicodeToLatexConversionRule(RULE_CALLABLE, raised), *get_builtin_conversion_rules("defaults")]
    encoder = UnicodeToLatexEncoder(
        conversion_rules=rules,
        unknown_char_policy="fail",
        unknown_char_warning=False,
        replacement_latex_protection="braces-all",
    )
    return str(encoder.unicode_to_latex(text))
