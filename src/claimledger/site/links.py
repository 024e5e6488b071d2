"""Where every page lies. Links between pages are relative and name index.html, for file:// knows no index."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from claimledger.model import Place


def up(path: str) -> str:
    """From a page to the root of the site: "../../" for a page two folders deep."""
    return "../" * path.count("/")


def claim_page(slug: str) -> str:
    """The page of a claim, an alias or a retired id."""
    return f"claim/{slug}/index.html"


def erratum_page(name: str) -> str:
    """The page of an erratum."""
    return f"errata/{name}/index.html"


def method_page(by: str) -> str:
    """The page of a method."""
    return f"method/{by}/index.html"


def picture_page(name: str) -> str:
    """The page of a picture; its SVG and CSV stand beside it."""
    return f"picture/{name}/index.html"


def source_page(file: str) -> str:
    """The page that shows a file of the project."""
    return f"source/{file}/index.html"


def paper_page(file: str) -> str:
    """The page of a Markdown file: docs/trust.md is at paper/trust/."""
    return f"paper/{_plain(file.rsplit('/', 1)[-1].removesuffix('.md'))}/index.html"


def notebook_page(file: str) -> str:
    """The page of a notebook's text."""
    return f"notebook/{_plain(file.rsplit('/', 1)[-1].rsplit('.', 1)[0])}/index.html"


class Sections:
    """A short name for each section of each source, and the order in which they stand."""

    def __init__(self, declared: Iterable[tuple[str, str]], cited: Iterable[tuple[str, str]]) -> None:
        self.order = list(dict.fromkeys([*declared, *cited]))
        self.slugs: dict[tuple[str, str], str] = {}
        for key in self.order:
            slug = _plain(" ".join(key))
            taken = slug in self.slugs.values() or not slug
            self.slugs[key] = f"{slug}-{sha256(repr(key).encode()).hexdigest()[:8]}" if taken else slug

    def page(self, key: tuple[str, str]) -> str:
        """The page of a section."""
        return f"section/{self.slugs[key]}/index.html"


def label(place: Place) -> str:
    """A place in words: `book 47.22 item 3`."""
    return f"{place.source} {place.section}" + (f" item {place.item}" if place.item else "")


def _plain(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"([^a-z0-9.]|\.(?!\d))+", "-", flat).strip("-.")[:60].strip("-.")
