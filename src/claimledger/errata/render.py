r"""The sheet of errata in four formats: LaTeX that pdfTeX sets, a page of HTML, Markdown, JSON.

Every text of the registry goes through the escape of its format, on one line, so that no character of a printed sentence can
be a command, a tag or a heading of the sheet.
"""

import html
import re
from collections import Counter
from collections.abc import Callable
from enum import Enum

import msgspec

from claimledger.cite.latex import escaped
from claimledger.errata.sheet import Entry, Part, Sheet, place
from claimledger.model import ErratumStatus

MARKS = re.compile(r"([\\`*_{}\[\]<>&#|~$^@!])")
LIST = re.compile(r"^(\d*)([-+=.)])")
WEB = re.compile(r"https?://\S+")
NOTE = "A candidate has not been reported to the author: nobody but the ledger has confirmed it."
STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; }
article { border-top: 1px solid #8888; padding: .5rem 0 1rem; }
dl { display: grid; grid-template-columns: 6rem 1fr; gap: .25rem 1rem; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
small { font-weight: 400; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
@media print { article { break-inside: avoid; } }
"""
PREAMBLE = r"""\documentclass[a4paper]{article}
\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage{lmodern,amsmath,amssymb,textcomp}
\usepackage[margin=28mm]{geometry}
\setlength{\parindent}{0pt}\setlength{\emergencystretch}{3em}\sloppy
\newenvironment{erratum}[1]{\subsection*{#1}\begin{list}{}{\leftmargin=6em\labelwidth=5.5em\labelsep=.5em\itemsep=.2ex\parsep=0pt
  \renewcommand{\makelabel}[1]{\textbf{##1}\hfill}}}{\end{list}}
\begin{document}
"""


class Format(str, Enum):
    """What a sheet is written in."""

    LATEX = "latex"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


class NoForm(Exception):
    """A character that LaTeX has no form for."""


def render(sheet: Sheet, format: Format) -> str:
    """The sheet as text, with a line feed at its end. Raises NoForm."""
    return FORMATS[format](sheet)


def rows(entry: Entry) -> list[tuple[str, str]]:
    """What a sheet says of an erratum, line by line: a label and a text that is not yet escaped."""
    how = f"{entry.refuted_by} ({entry.method}), {entry.refuted_on}" if entry.refuted_by else entry.refuted_on
    return [
        ("Status", entry.standing),
        ("Grade", f"{entry.grade.value}: {entry.means}"),
        ("Printed", entry.printed),
        ("Correct", entry.correct),
        ("Reason", entry.reason),
        ("Witness", how),
        ("Claim", entry.claim),
        ("Found by", entry.found_by),
    ]


def where(entry: Entry) -> str:
    """The places of an erratum, in words."""
    return "; ".join(place(each) for each in entry.places)


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def markdown_text(text: str) -> str:
    """A text as Markdown shows it, at the start of a line too: CommonMark, GitHub's and Pandoc's."""
    return LIST.sub(r"\1\\\2", MARKS.sub(r"\\\1", line(text)))


def _count(part: Part) -> str:
    counts = Counter(entry.status.value for entry in part.errata)
    named = ", ".join(f"{n} {name}" for name, n in sorted(counts.items()))
    return f"{len(part.errata)} {'erratum' if len(part.errata) == 1 else 'errata'}" + (f": {named}" if named else "")


def _end(sheet: Sheet) -> list[str]:
    gone = [f"Withdrawn, and not listed: {', '.join(sheet.withdrawn)}."] if sheet.withdrawn else []
    note = f" {NOTE}" if any(e.status is ErratumStatus.CANDIDATE for part in sheet.parts for e in part.errata) else ""
    return [*gone, f"Written from the registry with digest {sheet.digest}.{note}"]


def _json(sheet: Sheet) -> str:
    return msgspec.json.format(msgspec.json.encode(sheet), indent=2).decode() + "\n"


def _markdown(sheet: Sheet) -> str:
    out = ["# Errata"]
    for part in sheet.parts:
        head = markdown_text(f"{part.title}, {part.edition}")
        out += [f"## {head}", f"{markdown_text(part.locator)}. {_count(part)}."]
        for entry in part.errata:
            said = "\n".join(f"- **{label}:** {markdown_text(text)}" for label, text in rows(entry))
            out += [f"### {entry.id}: {markdown_text(where(entry))}", said]
    return "\n\n".join([*out, *map(markdown_text, _end(sheet))]) + "\n"


def _html(sheet: Sheet) -> str:
    out = ["<h1>Errata</h1>"]
    for part in sheet.parts:
        at = _html_text(part.locator)
        link = f'<a href="{at}">{at}</a>' if WEB.fullmatch(part.locator) else at
        out += [f"<h2>{_html_text(part.title)}<br><small>{_html_text(part.edition)}</small></h2>", f"<p>{link}</p>"]
        out += [f"<p>{_count(part)}.</p>"]
        for entry in part.errata:
            said = "\n".join(f"<dt>{label}</dt><dd>{_html_text(text)}</dd>" for label, text in rows(entry))
            anchor = f"{part.source}-{entry.id}"
            head = f"<h3>{entry.id}: {_html_text(where(entry))}</h3>"
            out += [f'<article id="{_html_text(anchor)}">\n{head}\n<dl>\n{said}\n</dl>\n</article>']
    body = "\n".join([*out, *(f"<p>{_html_text(text)}</p>" for text in _end(sheet))])
    head = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Errata</title>'
    style = f"<style>{STYLE}</style>"
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n{style}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def _html_text(text: str) -> str:
    return html.escape(line(text))


def _latex(sheet: Sheet) -> str:
    out = [PREAMBLE + r"\section*{Errata}"]
    for part in sheet.parts:
        head = f"{_latex_text(part.source, part.title)}, {_latex_text(part.source, part.edition)}"
        out += [rf"\section*{{{head}}}", f"{_latex_text(part.source, part.locator)}. {_count(part)}."]
        for entry in part.errata:
            said = [rf"\item[{label}] {_latex_text(entry.id, text)}" for label, text in rows(entry)]
            head = f"{entry.id}: {_latex_text(entry.id, where(entry))}"
            out += ["\n".join([rf"\begin{{erratum}}{{{head}}}", *said, r"\end{erratum}"])]
    return "\n\n".join([*out, *(_latex_text("the sheet", text) for text in _end(sheet)), r"\end{document}"]) + "\n"


def _latex_text(owner: str, text: str) -> str:
    """A text as LaTeX sets it, which may break a line within a long id or address. Raises NoForm with whose text it is."""
    try:
        return re.sub(r"(/|\{\\_\}|\{\\#\})", r"\1\\allowbreak{}", escaped(line(text)))
    except ValueError as error:
        raise NoForm(f"{owner}: {error}; write it in other words, or take another format") from None


FORMATS: dict[Format, Callable[[Sheet], str]] = {
    Format.LATEX: _latex,
    Format.HTML: _html,
    Format.MARKDOWN: _markdown,
    Format.JSON: _json,
}
