"""A ledger for tests of the reader's site: every kind of page has something to show, and much of it tries to be markup."""

from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from tests.tiny import COMMUTES, MEAN, ROOT_OF_TWO, SQUARE, Tiny, claim, evidence, open_claim

HOSTILE = "<img src=x onerror=alert(1)>"
DRAWINGS = '''"""Pictures of a tiny ledger."""

from claimledger.finding import Absent


def squares():
    """The first squares."""
    points = [(float(n), float(n * n)) for n in range(1, 9)]
    rule = {"name": "<b>ten</b>", "points": [(1.0, 10.0)], "kind": "rule", "wrong": True}
    ends = {"low": [y - 1 for _, y in points], "high": [y + 1 for _, y in points], "kind": "points"}
    x, y = {"label": "n", "scale": "log"}, {"label": "n²"}
    return {"x": x, "y": y, "series": [{"name": "squares", "points": points}, {"name": "seen", "points": points, **ends}, rule]}


def counted(findings):
    """What a receipt counted."""
    bars = {"name": "n", "points": [[0, findings["four/count"]["given"]["counted"]], [1, 2]], "kind": "bars"}
    return {"x": {"label": "x"}, "y": {"label": "y"}, "series": [bars]}


def missing():
    """Data that is elsewhere."""
    raise Absent("data absent; make data")


def broken():
    """A fault."""
    return 1 / 0
'''
SITE = """
title: A tiny ledger
chapters: [chapters]
docs: [docs/trust.md]
report: "https://example.org/new?title={claim}"
pictures:
- {id: squares, title: Squares <i>, target: "checks.drawings:squares", claims: [four, no-such-claim], alt: A rising curve.}
- {id: counted, title: Counted, target: "checks.drawings:counted", findings: [four/count], alt: Two bars.}
- {id: missing, title: Missing, target: "checks.drawings:missing", alt: Nothing.}
- {id: broken, title: Broken, target: "checks.drawings:broken", alt: Nothing.}
"""
TRUST = f"""# What is trusted

{HOSTILE} <script>alert(1)</script> and [the notebook](../notebooks/sum.py), [nothing](gone.md), [a site](https://example.org).

| strength | shows |
|---|---|
| enclosed | this |
"""
NOTEBOOK = f"""# ---
# jupyter: {{}}
# ---

# %% [markdown]
# # The sum, told slowly
#
# It is $1 + 2 + 3 + 4$. {HOSTILE}

# %%
print("{HOSTILE}", 10)
assert 1 + 2 + 3 + 4 == 10
"""


def write_reader_ledger(tiny: Tiny) -> Tiny:
    """The ledger, its papers, its pictures, a chapter and a notebook; nothing has run."""
    tiny.module("drawings", DRAWINGS)
    where = [{"source": "book", "section": "1", "item": 1}]
    hostile = {
        "title": HOSTILE,
        "statement": f"{HOSTILE} & <b>bold</b>",
        "scope": HOSTILE,
        "tex": rf"\text{{{HOSTILE}}} \frac{{1}}{{2}}",
    }
    claims = [
        claim("four", evidence(), tex=r"\sum_{k=1}^{4} k = 10", where=where, aliases=["four-summed"]),
        open_claim(
            "hostile",
            evidence("count", shows=HOSTILE),
            **hostile,
            depends_on=["four"],
            where=[{"source": "paper", "section": "<i>2"}],
        ),
        claim("square", SQUARE, COMMUTES, kind="identity", quantifier="all", **{"for": {"x": "real"}}, title="A square"),
        open_claim("root", ROOT_OF_TWO, title="The root of two, above its tag"),
        claim("fair", MEAN, kind="empirical", source_says="folklore", title="A fair mean", contradicts=["root"]),
    ]
    erratum = {
        "id": "E-0001",
        "claim": "four",
        "where": [{**where[0], "edition": "first"}],
        "printed": f"The sum is 11. {HOSTILE}",
        "correct": "The sum is 10.",
        "grade": "major",
        "status": "candidate",
        "reason": HOSTILE,
        "found_by": "this ledger",
        "history": [{"date": "2026-01-02", "status": "candidate", "note": HOSTILE}],
        "refuted_by": "four/count#eleven",
        "earned_by": "four",
    }
    book = {"title": "The book", "locator": "https://example.org/book", "edition": "first", "sections": {"1": 2, "2": 1}}
    paper = {"title": f"A paper {HOSTILE}", "locator": "doi:1/2", "edition": "first"}
    retired = [{"id": "five", "reason": f"It was four. {HOSTILE}", "successor": "four"}, {"id": "six", "reason": "A mistake."}]
    tiny.write(*claims, errata=[erratum], sources={"book": book, "paper": paper}, retired=retired)
    for name, text in (
        ("site.yaml", SITE),
        ("docs/trust.md", TRUST),
        ("notebooks/sum.py", NOTEBOOK),
        ("chapters/one.md", f"The sum {HOSTILE} is ten [@claim:four-summed, as of 0123].\n"),
    ):
        path = tiny.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tiny


class Seen(NamedTuple):
    """What a page holds: its elements, the addresses that it loads, those that it links to, and its ids."""

    tags: set[str]
    attributes: set[str]
    loads: list[str]
    links: list[str]
    ids: list[str]
    text: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen(set(), set(), [], [], [], "")
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.seen.tags.add(tag)
        self.seen.attributes.update(found)
        for name, value in found.items():
            if name == "src" or (name == "href" and tag == "link"):
                self.seen.loads.append(value or "")
            elif name == "href":
                self.seen.links.append(value or "")
            elif name == "id":
                self.seen.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("span", "a", "b", "i", "em", "small", "code", "mi", "mo", "mn"):
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(path: Path) -> Seen:
    """A page as a browser would see it."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.seen._replace(text=" ".join("".join(reader.words).split()))
