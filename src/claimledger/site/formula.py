"""TeX as MathML that can hold nothing but mathematics.

latex2mathml turns character references back into characters, so that its text could be markup; what it makes is
therefore rebuilt here, element by element, from the names that MathML has. TeX that does not convert is shown as TeX.
"""

import html
import re
import unicodedata
from functools import lru_cache
from xml.etree.ElementTree import Element

from markupsafe import Markup, escape

TAGS = frozenset(
    (
        *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded"),
        *("mphantom", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "none", "mprescripts"),
        *("mtable", "mtr", "mtd", "menclose"),
    )
)
ATTRIBUTES = frozenset(
    (
        *("display", "displaystyle", "mathvariant", "stretchy", "fence", "separator", "lspace", "rspace", "linethickness"),
        *("accent", "movablelimits", "form", "minsize", "maxsize", "columnalign", "rowspacing", "columnspacing", "width"),
        *("height", "depth", "scriptlevel", "largeop", "symmetric", "notation"),
    )
)
LIMITS = ("lim", "max", "min", "sup", "inf", "limsup", "liminf")
UNDER = {"msub": "munder", "msubsup": "munderover"}
THIN = '<mspace width="0.17em"></mspace>'
PREPARED = (
    (re.compile(r"\\[bB]igg?[lrm]?\s*(?=\\[|{}]|\\[a-z])"), ""),
    (re.compile(r"\\[bB]igg?[lrm]?\s*\\\|"), r"\\Vert "),
    (re.compile(r"\\\|"), r"\\Vert "),
    (re.compile(r"\\operatorname(\*?)\{([^{}]*?)\\[,;: ]([^{}]*?)\}"), "\\\\operatorname\\1{\\2\u00a0\\3}"),
)
"""What latex2mathml takes for text: sizes before an escaped delimiter, the double bar, a space within an operator's name."""


class NotConverted(Exception):
    """TeX that latex2mathml cannot read, or of which it leaves a command as text."""


@lru_cache(maxsize=4096)
def mathml(tex: str, display: str = "block") -> str:
    """A formula as a `math` element. Raises NotConverted."""
    from latex2mathml.converter import convert_to_element

    text = tex
    for pattern, plain in PREPARED:
        text = pattern.sub(plain, text)
    try:
        made = convert_to_element(text, display=display)
    except Exception as error:  # latex2mathml raises its own exceptions, and IndexError and the like from its walker
        raise NotConverted(f"{type(error).__name__}: {error}") from None
    left = [part for part in map(html.unescape, made.itertext()) if "\\" in part]
    if left:
        raise NotConverted(f"{left[0]} is left as text")
    return _written(made)


def formula(tex: str, display: str = "block") -> Markup:
    """A formula for a page; the TeX itself where it does not convert."""
    try:
        return Markup(mathml(tex, display))  # rebuilt from a list of names, its text escaped
    except NotConverted:
        return Markup('<code class="tex">{}</code>').format(tex)


def _written(node: Element) -> str:
    tag, text = _tag(node), html.unescape(node.text or "")
    parts = [str(escape(text))]
    for before, child in zip([None, *node], node, strict=False):
        parts += [THIN if tag == "mrow" and before is not None and _apart(before, child) else "", _written(child)]
        parts.append(str(escape(html.unescape(child.tail or ""))))
    inner = "".join(parts)
    kept = {k: v for k, v in node.attrib.items() if k in ATTRIBUTES}
    attributes = "".join(f' {name}="{escape(html.unescape(str(value)))}"' for name, value in kept.items())
    return f"<{tag}{attributes}>{inner}</{tag}>"


def _tag(node: Element) -> str:
    """The element's name; punctuation is made an operator, and what stands under a limit is put under it."""
    tag = str(node.tag).split("}")[-1]
    if tag not in TAGS:
        return "mrow"
    if tag == "mi" and unicodedata.category(html.unescape(node.text or "x")[0]).startswith("P"):
        return "mo"
    if tag in UNDER and (node[0].text in LIMITS or "movablelimits" in node[0].attrib):
        return UNDER[tag]
    return tag


def _apart(left: Element, right: Element) -> bool:
    """Whether a thin space goes between: a function's name and its argument, or a factor and a function."""
    first, second = _edge(left), _edge(right)
    return bool(first and second) and (len(first) > 1 or len(second) > 1)


def _edge(node: Element) -> str:
    """The name or number that a node is, or is the base of; "" for anything else."""
    while len(node) and str(node.tag).split("}")[-1] in ("msub", "msup", "msubsup", "mrow"):
        node = node[0]
    name = str(node.tag).split("}")[-1]
    text = html.unescape(node.text or "")
    return text if name == "mi" and text.isalpha() else "0" if name in ("mn", "mfrac", "msqrt") else ""
