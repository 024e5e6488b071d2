"""`site.yaml`: what a site is called, which papers and chapters belong to it, and which pictures a project package draws.

The file may be absent. The engine knows nothing of the book: all that is particular to one ledger stands here.
"""

from pathlib import Path
from typing import Annotated

import msgspec
import yaml
from msgspec import Meta

from claimledger.model import NAME, Part, Slug, Text
from claimledger.registry.parse import Fault, Faults

FILE = "site.yaml"
DOCS = ("docs/trust.md", "docs/reading.md")


class PictureEntry(Part, frozen=True):
    """A picture: `target` is `package.module:function`, which returns plain series.

    A function with a parameter `findings` is given the findings that are named: `claim/evidence`, or `by:METHOD` for all.
    """

    id: Annotated[str, Meta(pattern=NAME, max_length=80)]
    title: Text
    target: Annotated[str, Meta(pattern=r"^[A-Za-z_][\w.]*:[A-Za-z_]\w*$")]
    alt: Text
    caption: str = ""
    claims: list[Slug] = msgspec.field(default_factory=list)
    findings: list[Text] = msgspec.field(default_factory=list)


class Settings(Part, frozen=True):
    """All of `site.yaml`. `report` is an address with `{claim}` in it; `chapters` are the paths of texts that cite."""

    title: Text = "Claim ledger"
    about: str = ""
    report: str = ""
    docs: list[Text] = msgspec.field(default_factory=lambda: list(DOCS))
    chapters: list[Text] = msgspec.field(default_factory=list)
    pictures: list[PictureEntry] = msgspec.field(default_factory=list)


def read_settings(root: Path) -> Settings:
    """The settings of a root. Raises Faults."""
    path = root / FILE
    if not path.is_file():
        return Settings()
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        settings = msgspec.convert(raw, Settings)
    except (yaml.YAMLError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise Faults([Fault(FILE, 1, f"{error}; mend it")]) from None
    ids = [picture.id for picture in settings.pictures]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise Faults([Fault(FILE, 1, f"picture {twice[0]!r} stands twice; rename one")])
    if settings.report and not settings.report.startswith(("https://", "http://", "mailto:")):
        raise Faults([Fault(FILE, 1, "report is no address; write https://… or mailto:…, with {claim} where the id goes")])
    return settings
